"""How long we know who wanted a point; the public words of it stay, without a name."""

from datetime import datetime, timedelta

from django.db.models import CharField, Exists, Model, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from wagtail.search import index

from community.points.models import Point, PointReport, Support
from community.questionnaires.models import Option
from home.privacy.keepers import Keeper, Promise, Rows, keeps
from stories.reactions.models import Ground

YEARS = 5
A_NAME = timedelta(days=YEARS * 365)
AFTERWARDS = timedelta(days=365)


def forget(*, now: datetime) -> int:
    """Names after some years; what was hidden and what is settled, after one."""
    old = Point.objects.filter(written_at__lte=now - A_NAME)
    hidden = Q(state=Point.State.HIDDEN, written_at__lte=now - AFTERWARDS)
    waiting = Q(state=Point.State.WAITING, written_at__lte=now - A_NAME)
    unread = Point.objects.filter(hidden | waiting)
    reports = PointReport.objects.filter(reported_at__lte=now - AFTERWARDS)
    return (
        empty(unread)
        + _without_name(old)
        + reports.delete()[0]
        + _of_ended_points(now).update(reader=None)
    )


def _of_ended_points(now: datetime) -> QuerySet[Support]:
    """It goes on counting; whose it was, nobody needs to know any more."""
    ended = Point.objects.filter(
        status__in=Point.ENDED, answered_at__lte=now - AFTERWARDS
    )
    old = Q(point__in=ended) | Q(given_at__lte=now - A_NAME)
    return Support.objects.given().filter(old, reader__isnull=False)


def _without_name(points: QuerySet[Point]) -> int:
    named = points.exclude(name="", reader=None, person=None)
    return named.update(name="", reader=None, person=None)


def empty(points: QuerySet[Point]) -> int:
    """Gone when it stood alone; else a line stays without name and words.

    Also where it could be chosen: a ranking kept its words as they were."""
    pks = list(points.values_list("pk", flat=True))
    gone = Point.objects.filter(pk__in=pks)
    others = Exists(Support.objects.filter(point=OuterRef("pk")))
    joined = Exists(Point.objects.filter(merged_into=OuterRef("pk")))
    alone = gone.filter(~others, ~joined, answer="", rankings=None)
    deleted, _ = alone.delete()
    emptied = gone.exclude(ground=Ground.GONE).update(
        reader=None,
        person=None,
        name="",
        title="",
        text="",
        state=Point.State.HIDDEN,
        ground=Ground.GONE,
    )
    without = Concat(Value("verborgen punt "), Cast("pk", CharField()))
    Option.objects.filter(ranked__point__in=pks).update(text=without)
    for point in gone:  # no signal of what is written in bulk
        index.insert_or_update_object(point)
    return deleted + emptied


def about(email: str) -> dict[str, Rows]:
    points = Point.objects.filter(reader__email=email.lower()).order_by("pk")
    supports = Support.objects.filter(reader__email=email.lower()).order_by("pk")
    return {
        "Verbeterpunten": [
            {
                "werkgroep": each.group.title,
                "naam": each.name,
                "punt": each.title,
                "toelichting": each.text,
                "stand": each.get_state_display(),
                "geschreven op": each.written_at,
            }
            for each in points.select_related("group")
        ],
        "Gesteunde punten": [
            {"punt": str(each.point), "op": each.given_at or each.asked_at}
            for each in supports.select_related("point")
        ],
    }


def erase(*, email: str, now: datetime) -> int:
    """Their points; their support goes on counting, without them."""
    supports = Support.objects.given().filter(reader__email=email.lower())
    points = Point.objects.filter(reader__email=email.lower())
    return supports.update(reader=None) + empty(points)


def unname(*, email: str, now: datetime) -> int:
    """What is to be read stays; the rest goes."""
    theirs = Point.objects.filter(reader__email=email.lower())
    supports = Support.objects.given().filter(reader__email=email.lower())
    gone = empty(theirs.exclude(state=Point.State.SHOWN))
    return gone + _without_name(theirs) + supports.update(reader=None)


WHAT = "Een verbeterpunt dat je indient: je naam erbij. De woorden zelf blijven staan"
UNREAD = "Een punt dat niet (meer) te lezen is, en een melding over een punt"
SUPPORTED = "Dat jij een verbeterpunt steunt; het aantal blijft staan"
FIELDS: dict[type[Model], list[str]] = {Point: ["name"], PointReport: ["text"]}
KEEPER = keeps(
    Keeper(
        [
            Promise(WHAT, f"{YEARS} jaar; eerder weg als je erom vraagt"),
            Promise(UNREAD, f"{AFTERWARDS.days} dagen"),
            Promise(
                SUPPORTED,
                f"tot {AFTERWARDS.days} dagen na het laatste antwoord, "
                f"hoogstens {YEARS} jaar",
            ),
        ],
        forget,
        about,
        erase,
        FIELDS,
        unname,
    )
)
