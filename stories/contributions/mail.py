"""The mails to a writer."""

from django.conf import settings
from django.core.mail import EmailMessage

from home.mail.letters import letter
from home.mail.registry import builds
from stories.contributions.models import Contribution, Contributor, Reward
from stories.contributions.programme import REWARD
from stories.contributions.services import MAIL, Status, link_of


@builds(MAIL, about=Contribution)
def to_the_writer(contribution: Contribution) -> EmailMessage | None:
    """What happened to the piece, and the link to it."""
    if contribution.status in (Status.HANDED_IN, Status.MADE):
        return None  # handed in again meanwhile: there is nothing to do for them
    story = contribution.story
    if contribution.status == Status.PUBLISHED and not (story and story.live):
        return None  # taken away meanwhile
    note = contribution.notes.filter(from_editor=True).order_by("-pk").first()
    context = {
        "contribution": contribution,
        "title": story.title if story else contribution.title,
        "note": note,
        "status": contribution.status,
        "address": settings.SITE_URL + link_of(contribution),
        "story_address": story.full_url if story else "",
    }
    return letter("contribution", to=contribution.reader.email, context=context)


@builds(REWARD, about=Reward)
def earned(reward: Reward) -> EmailMessage | None:
    """None to who is not known any more."""
    found = Contributor.objects.filter(person=reward.person_id)
    contributor = found.select_related("reader", "person").first()
    if contributor is None:
        return None
    context = {"reward": reward, "person": contributor.person}
    return letter("reward", to=contributor.reader.email, context=context)
