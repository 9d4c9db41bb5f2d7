"""The mail with what is new: one of a kind a day, or one at once."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from home.following.models import Digest, Notice, Switch
from home.following.registry import kind_of
from home.mail.letters import letter
from home.mail.registry import builds

DIGEST, URGENT = "home.digest", "home.notice"
MOST = 25  # in one mail; the page has them all


@builds(DIGEST, about=Digest)
def digest(gathered: Digest) -> EmailMessage | None:
    """What they did not read on the site meanwhile."""
    new = gathered.notices.unseen().order_by("at", "pk")
    return _letter(gathered.user, gathered.kind, list(new[:MOST]))


@builds(URGENT, about=Notice)
def urgent(notice: Notice) -> EmailMessage | None:
    return _letter(notice.user, notice.kind, [notice])


def _letter(user, kind: str, notices: list[Notice]) -> EmailMessage | None:
    """Not to who left, or switched this off since."""
    is_off = Switch.objects.filter(user=user, kind=kind).exists()
    if not notices or is_off or not user.is_active:
        return None
    context = {
        "notices": notices,
        "label": kind_of(kind).label,
        "settings": settings.SITE_URL + reverse("notices"),
    }
    return letter("notices", to=user.email, context=context)
