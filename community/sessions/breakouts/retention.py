"""How long we know who sat in which group, and who guided it."""

from datetime import datetime, timedelta

from django.db.models import Model

from community.sessions.breakouts.models import Breakout, BreakoutSeat
from home.privacy.keepers import Keeper, Promise, keeps

A_MONTH = timedelta(days=30)


def forget(*, now: datetime) -> int:
    """The ranking of the groups stays in the report; seats go with who registered."""
    over = Breakout.objects.filter(session__ends_at__lte=now - A_MONTH)
    seats = BreakoutSeat.objects.filter(breakout__in=over).delete()[0]
    named = over.exclude(facilitator="", where="", note="")
    return seats + named.update(facilitator="", where="", note="")


KEEPER = keeps(
    Keeper(
        promises=[
            Promise(
                "In welk groepje je zat, wie het begeleidde, en wat die noteerde",
                f"tot {A_MONTH.days} dagen na de bijeenkomst",
            )
        ],
        forget=forget,
        fields=dict[type[Model], list[str]](
            {Breakout: ["facilitator", "where", "note"], BreakoutSeat: ["because"]}
        ),
    )
)
