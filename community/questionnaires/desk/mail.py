"""The mail with somebody's own link to a questionnaire."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from community.questionnaires.desk.services import MAIL
from community.questionnaires.models import Invitation
from home.mail.letters import letter
from home.mail.registry import builds


@builds(MAIL, about=Invitation)
def invited(invitation: Invitation) -> EmailMessage | None:
    """Nothing to who began already, or of what is not published."""
    questionnaire = invitation.questionnaire
    if invitation.is_used or questionnaire.published_at is None:
        return None
    context = {
        "questionnaire": questionnaire,
        "group": questionnaire.group,
        "address": settings.SITE_URL + reverse("invitation", args=[invitation.token]),
    }
    return letter("invited", to=invitation.reader.email, context=context)
