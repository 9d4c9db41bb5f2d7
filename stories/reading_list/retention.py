"""How long a selection that was handed on can be opened."""

from datetime import datetime, timedelta

from home.privacy.keepers import Keeper, Promise, keeps
from stories.reading_list.models import SharedList, SharedStory

A_YEAR = timedelta(days=365)


def forget(*, now: datetime) -> int:
    return SharedList.objects.filter(made_at__lte=now - A_YEAR).delete()[0]


keeps(
    Keeper(
        promises=[
            Promise("Je selectie: alleen in je eigen browser", "90 dagen"),
            Promise(
                "Een selectie die je deelde, met je notities, zonder naam", "1 jaar"
            ),
        ],
        forget=forget,
        fields={SharedStory: ["note"]},
    )
)
