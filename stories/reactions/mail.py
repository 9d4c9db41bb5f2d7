"""The mail about a ruling: what, on which ground, and how to object."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from home.mail.letters import letter
from home.mail.registry import builds
from stories.field_tests.models import FieldTest
from stories.reactions.links import address_of
from stories.reactions.models import Comment, Ruling


@builds("stories.ruling", about=Ruling)
def about_a_ruling(ruling: Ruling) -> EmailMessage | None:
    """Nothing when its writer is not known any more."""
    said = ruling.comment or ruling.field_test
    if said is None or said.reader is None:
        return None
    context = {
        "ruling": ruling,
        "story": said.story,
        "words": said.words,
        "what": "toelichting" if ruling.field_test else "reactie",
        "is_hidden": ruling.act == Ruling.Act.HIDE,
        "address": settings.SITE_URL + _address(said),
    }
    return letter("ruling", to=said.reader.email, context=context)


def _address(said: Comment | FieldTest) -> str:
    if isinstance(said, Comment):
        return address_of(said)
    return reverse(said.page, args=[said.story.slug])
