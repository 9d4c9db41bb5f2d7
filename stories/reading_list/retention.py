"""How long a selection that was handed on can be opened."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session

from home.privacy.keepers import Keeper, Promise, Rows, keeps
from stories.pages.story_page import StoryPage
from stories.reading_list.models import OwnList, SharedList, SharedStory
from stories.reading_list.rules import Entry

A_YEAR = timedelta(days=365)


def forget(*, now: datetime) -> int:
    """Copies of long ago, and sessions that ran out: their cookie is gone too."""
    ran_out = Session.objects.filter(expire_date__lte=now).delete()[0]
    return ran_out + SharedList.objects.filter(made_at__lte=now - A_YEAR).delete()[0]


def about(email: str) -> dict[str, Rows]:
    """That of an account; a list in a session is nobody's."""
    own = OwnList.objects.filter(user__reader__email=email.lower()).first()
    entries = [Entry(*entry) for entry in own.entries] if own else []
    numbers = [entry.story for entry in entries]
    titles = dict(StoryPage.objects.filter(pk__in=numbers).values_list("pk", "title"))
    return {
        "Je selectie": [
            {"verhaal": titles.get(entry.story, ""), "notitie": entry.note}
            for entry in entries
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    return OwnList.objects.filter(user__reader__email=email.lower()).delete()[0]


keeps(
    Keeper(
        promises=[
            Promise("Je selectie, bij een cookie en zonder naam", "90 dagen"),
            Promise("Je selectie bij je account", "tot je je account wist"),
            Promise(
                "Een selectie die je deelde, met je notities, zonder naam", "1 jaar"
            ),
        ],
        forget=forget,
        about=about,
        erase=erase,
        fields={SharedStory: ["note"], OwnList: ["entries"]},
    )
)
