"""The mail about a ruling: what, on which ground, and how to object."""

from django.conf import settings
from django.core.mail import EmailMessage

from home.mail.letters import letter
from home.mail.registry import builds
from stories.reactions.links import address_of
from stories.reactions.models import Ruling


@builds("stories.ruling", about=Ruling)
def about_a_ruling(ruling: Ruling) -> EmailMessage | None:
    """Nothing when its writer is not known any more."""
    comment = ruling.comment
    if comment is None or comment.reader is None:
        return None
    context = {
        "ruling": ruling,
        "comment": comment,
        "is_hidden": ruling.act == Ruling.Act.HIDE,
        "address": settings.SITE_URL + address_of(comment),
    }
    return letter("ruling", to=comment.reader.email, context=context)
