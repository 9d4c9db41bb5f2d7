"""By which stories a person or an organisation is known."""

from django.db.models import Exists, OuterRef, Q

from home.people.known import known_by
from stories.pages.credits import Credit
from stories.pages.story_page import StoryPage


@known_by("person")
def by_credit() -> Q:
    """They had a part in a story that everybody may read."""
    return Q(Exists(_open_credits().filter(person=OuterRef("pk"))))


@known_by("organisation")
def by_credit_or_subject() -> Q:
    """It had a part in a story, or a story is about it."""
    about = StoryPage.objects.open().filter(organisation=OuterRef("pk"))
    return Q(Exists(_open_credits().filter(organisation=OuterRef("pk")))) | Q(
        Exists(about)
    )


def _open_credits():
    """Asked of each credit: as numbers SQLite first reads all stories there are."""
    return Credit.objects.filter(
        Exists(StoryPage.objects.open().filter(pk=OuterRef("story")))
    )
