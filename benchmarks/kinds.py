"""The pages that are measured: one of each kind, of the demo content.

Models are imported inside functions: in a measurement Django is set up late."""

SEARCH = "/zoeken/?q=planner"


def one_of_each() -> dict[str, str]:
    """The path of each; the story is the one with the longest body."""
    from events.models import EventPage  # noqa: PLC0415
    from stories.models import StoryIndexPage, StoryPage  # noqa: PLC0415

    story = max(StoryPage.objects.live(), key=lambda page: len(page.body))
    event = EventPage.objects.live().get(slug="hackathon")
    index = StoryIndexPage.objects.live().get()
    return {
        "home": "/",
        "story": story.url,
        "event": event.url,
        "index": index.url,
        "search": SEARCH,
    }


def drawn_anew() -> dict[str, str]:
    """The same, with a question that no page knows: so none of them is kept."""
    return {
        kind: f"{path}{'&' if '?' in path else '?'}meting=1"
        for kind, path in one_of_each().items()
    }
