"""Which stories are found by the name of a person."""

from home.profiles.renamed import names
from stories.pages.story_page import StoryPage


@names
def credited(person):
    """Those that print it."""
    return StoryPage.objects.filter(credits__person=person).distinct()
