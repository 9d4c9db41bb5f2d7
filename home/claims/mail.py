"""The mail that says what was decided."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from home.claims.models import Claim
from home.mail.letters import letter
from home.mail.registry import builds

DECIDED = "home.claim_decided"


@builds(DECIDED, about=Claim)
def claim_decided(claim: Claim) -> EmailMessage | None:
    """To the account that asked."""
    context = {
        "claim": claim,
        "is_confirmed": claim.status == Claim.Status.CONFIRMED,
        "account": settings.SITE_URL + reverse("my_account"),
    }
    return letter("claim_decided", to=claim.user.email, context=context)
