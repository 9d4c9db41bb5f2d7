"""The mail with the code."""

from django.core.mail import EmailMessage
from django.utils import timezone

from home.accounts.models import LASTS, LoginCode
from home.mail.letters import letter
from home.mail.registry import builds

KIND = "home.login_code"


@builds(KIND, about=LoginCode)
def login_code(sent: LoginCode) -> EmailMessage | None:
    """Not when it no longer works: a mail server that slept sends nothing strange."""
    # a mail knows no other moment than the one at which it is made
    if timezone.now() >= sent.asked_at + LASTS:  # noqa: TID251
        return None
    minutes = int(LASTS.total_seconds() // 60)
    context = {"code": sent.code, "minutes": minutes}
    return letter("login_code", to=sent.email, context=context)
