"""SQL statements of one warm, anonymous request: with 10 stories and with 1,000."""

from collections import Counter

from benchmarks.figures import begin, end, require, say
from benchmarks.kinds import drawn_anew
from benchmarks.site import prepared

BARS = {"home": 14, "story": 8, "event": 8, "index": 10, "search": 10}


def keep_ten() -> None:
    """The demo has some more; the story with the longest body stays."""
    from stories.models import StoryPage  # noqa: PLC0415  # Django stands only now

    longest_first = sorted(StoryPage.objects.all(), key=lambda page: -len(page.body))
    for story in longest_first[10:]:
        story.delete()


def grow_to(total: int) -> None:
    """Stories with photos and authors of the demo, found by the same word."""
    from home.models import Person, Photo  # noqa: PLC0415
    from stories.models import StoryPage  # noqa: PLC0415
    from tests.factories.stories import make_story  # noqa: PLC0415

    photos, people = list(Photo.objects.all()), list(Person.objects.all())
    for number in range(total - StoryPage.objects.count()):
        make_story(
            f"De planner van plaats {number}",
            slug=f"planner-{number}",
            photo=photos[number % len(photos)],
            by=people[number % len(people)],
        )


def asked(path: str) -> list[str]:
    from django.test import Client  # noqa: PLC0415

    from tests.asked import statements  # noqa: PLC0415

    return statements(Client(SERVER_NAME="127.0.0.1"), path)


def main() -> None:
    with prepared():
        keep_ten()
        pages = drawn_anew()
        few = {kind: asked(path) for kind, path in pages.items()}
        grow_to(1000)
        many = {kind: asked(path) for kind, path in pages.items()}
        begin()
        for kind, bar in BARS.items():
            for size, sql in (("10", few[kind]), ("1,000", many[kind])):
                say(f"{kind}, {size} stories", len(sql), at_most=bar, unit="statements")
        twice = [
            (kind, sql, times)
            for kind, all_of_it in many.items()
            for sql, times in Counter(all_of_it).items()
            if times > 1
        ]
        require("no statement twice", holds=not twice)
        for each in twice:
            print(each)
    end()


if __name__ == "__main__":
    main()
