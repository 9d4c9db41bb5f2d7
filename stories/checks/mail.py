"""The mails of a fact check: the question, and that an answer came."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from home.mail.letters import letter
from home.mail.registry import builds
from stories.checks.models import Check
from stories.newsroom import chiefs

ASKED = "stories.check_asked"
ANSWERED = "stories.check_answered"


@builds(ASKED, about=Check)
def check_asked(check: Check) -> EmailMessage | None:
    """With the link; a story that is thrown away takes its checks along."""
    if check.answered_at:
        return None
    address = settings.SITE_URL + reverse("fact_check", args=[check.token])
    title = check.revision.object_str if check.revision else check.story.title
    context = {"check": check, "title": title, "address": address}
    mail = letter("check_asked", to=check.email, context=context)
    if check.asked_by and check.asked_by.email:
        mail.reply_to = [check.asked_by.email]
    return mail


@builds(ANSWERED, about=Check)
def check_answered(check: Check) -> EmailMessage | None:
    """To who asked, or else to the chiefs."""
    asked_by = check.asked_by
    to = [asked_by.email] if asked_by and asked_by.email else chiefs()
    if not to:
        return None
    address = settings.SITE_URL + reverse("story_checks", args=[check.story_id])
    context = {"check": check, "address": address}
    mail = letter("check_answered", to=to[0], context=context)
    mail.to = to
    return mail
