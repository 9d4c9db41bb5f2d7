"""What of the stories can be followed, and what members hear."""

from django.urls import reverse

from home.following.registry import Followable, Kind, followable, tells
from stories.models import StoryPage, Theme

THEME, STORY = "thema", "verhaal"
NEW_STORY, NEW_COMMENT = "nieuw-verhaal", "nieuwe-reactie"


def _address_of(theme: Theme) -> str:
    return f"/verhalen/?thema={theme.slug}"


def _comments_of(story: StoryPage) -> str:
    return reverse("comments", args=[story.slug])


followable(
    THEME,
    Followable(Theme.objects.all, lambda theme: f"Het thema {theme.name}", _address_of),
)
followable(
    STORY,
    Followable(StoryPage.objects.open, lambda story: f"‘{story.title}’", _comments_of),
)
tells(NEW_STORY, Kind("nieuwe verhalen bij een thema dat je volgt"))
tells(NEW_COMMENT, Kind("reacties onder een verhaal dat je volgt"))
