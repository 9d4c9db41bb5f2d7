"""The mail about what became of a remark."""

from django.conf import settings
from django.core.mail import EmailMessage

from community.consultation.models import Remark
from home.mail.letters import letter
from home.mail.registry import builds

KIND = "community.remark_answered"


@builds(KIND, about=Remark)
def remark_answered(remark: Remark) -> EmailMessage | None:
    """The answer, or the ground on which it is not to be read; None to nobody."""
    if remark.reader is None:
        return None
    context = {
        "remark": remark,
        "outcome": remark.outcome,
        "is_hidden": remark.state == Remark.State.HIDDEN,
        "address": f"{settings.SITE_URL}{remark.outcome.url}reageren/",
    }
    return letter("remark_answered", to=remark.reader.email, context=context)
