"""How long a selection that was handed on can be opened."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session

from home.privacy.keepers import Keeper, Promise, keeps
from stories.reading_list.models import SharedList, SharedStory

A_YEAR = timedelta(days=365)


def forget(*, now: datetime) -> int:
    """Copies of long ago, and sessions that ran out: their cookie is gone too."""
    ran_out = Session.objects.filter(expire_date__lte=now).delete()[0]
    return ran_out + SharedList.objects.filter(made_at__lte=now - A_YEAR).delete()[0]


keeps(
    Keeper(
        promises=[
            Promise("Je selectie, bij een cookie en zonder naam", "90 dagen"),
            Promise(
                "Een selectie die je deelde, met je notities, zonder naam", "1 jaar"
            ),
        ],
        forget=forget,
        fields={SharedStory: ["note"]},
    )
)
