"""Hand in a point, support it, report it; with a confirmed address or as a member."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from community.points.models import Point, PointReport, Support
from community.points.retention import empty
from community.working_groups.group_page import WorkingGroupPage
from home.models import Person, Reader
from home.readers.purposes import Purpose, confirms
from home.readers.services import ask_to_confirm, reader_for
from home.transactions import whole
from stories.reactions.models import Ruling
from stories.reactions.rules import waits_for_review

POINT, SUPPORT = "community.point", "community.support"
State = Point.State


class NotOpen(Exception):
    """It is hidden or was merged meanwhile: support goes to what can be read."""


@dataclass(frozen=True)
class Wish:
    """What somebody would see otherwise, and under which name."""

    title: str
    text: str = ""
    name: str = ""
    person: Person | None = None


@whole
def hand_in(*, group: WorkingGroupPage, email: str, wish: Wish, now: datetime) -> Point:
    """It is nobody's until its owner pressed the button in the mail.

    Raises TooManyAsked."""
    reader = reader_for(email, now=now)
    point = _asked(group, reader, wish, now)
    ask_to_confirm(reader=reader, purpose=POINT, about=point, now=now)
    return point


@whole
def hand_in_as_member(
    *, group: WorkingGroupPage, email: str, wish: Wish, now: datetime
) -> Point | None:
    """Who is logged in has confirmed already; None for who is banned."""
    point = _asked(group, reader_for(email, now=now), wish, now)
    accept(point, now=now)
    return point if point.pk else None


def _asked(group, reader: Reader, wish: Wish, now: datetime) -> Point:
    known = {"name": wish.name, "person": wish.person, "written_at": now}
    point, _ = Point.objects.get_or_create(  # sent twice, it is one point
        group=group,
        reader=reader,
        title=wish.title,
        text=wish.text,
        state__in=[State.ASKED, State.WAITING, State.SHOWN],
        defaults=known,
    )
    return point


@whole
def note_point(
    *,
    group: WorkingGroupPage,
    wish: Wish,
    kind: str,
    now: datetime,
    origin: Model | None = None,
) -> Point:
    """What a lead takes over from an answer or a session: once per origin."""
    if origin is not None:
        type(origin)._default_manager.select_for_update().get(pk=origin.pk)  # in turn
        earlier = points_from(origin).first()
        if earlier is not None:
            return earlier
    return Point.objects.create(
        group=group,
        title=wish.title,
        text=wish.text,
        name=wish.name,
        person=wish.person,
        state=State.SHOWN,
        written_at=now,
        shown_at=now,
        origin_kind=kind,
        origin=origin,
    )


def points_from(origin: Model) -> QuerySet[Point]:
    """What came of one answer, or of one thing that was said in a session."""
    return points_from_any(type(origin), [origin.pk])


def points_from_any(model: type[Model], pks) -> QuerySet[Point]:
    """Of these rows, which may be a query."""
    kind = ContentType.objects.get_for_model(model)
    return Point.objects.filter(origin_type=kind, origin_id__in=pks)


def accept(point: Point, *, now: datetime) -> None:
    """To be read at once, or after the lead looked; of who is banned, never."""
    if point.state != State.ASKED:
        return
    if Ruling.objects.banning(now).filter(reader=point.reader_id).exists():
        point.delete()
        return
    before = Point.objects.shown().filter(reader=point.reader_id).count()
    if waits_for_review(point.words, shown_before=before):
        point.state = State.WAITING
    else:
        point.state, point.shown_at = State.SHOWN, now
    point.save(update_fields=["state", "shown_at"])


def refuse(point: Point, *, now: datetime) -> None:
    point.delete()


def withdraw(point: Point, *, now: datetime) -> None:
    """Its writer thinks better of it; what others answered or support stays."""
    empty(Point.objects.filter(pk=point.pk))


@whole
def ask_support(*, point: Point, email: str, now: datetime) -> Support:
    """It counts once its owner pressed the button. Raises NotOpen, TooManyAsked."""
    reader = reader_for(email, now=now)
    support = _wanted(point, reader, now)
    ask_to_confirm(reader=reader, purpose=SUPPORT, about=support, now=now)
    return support


@whole
def support_as_member(*, point: Point, email: str, now: datetime) -> Support:
    """Twice is once. Raises NotOpen."""
    support = _wanted(point, reader_for(email, now=now), now)
    give(support, now=now)
    return support


def _wanted(point: Point, reader: Reader, now: datetime) -> Support:
    """Where it was merged meanwhile, support goes on to where it went."""
    found = Point.objects.select_for_update().filter(
        pk=point.merged_into_id or point.pk
    )
    target = found.shown().filter(merged_into=None).first()
    if target is None:
        raise NotOpen
    known = {"asked_at": now}
    return target.supports.get_or_create(reader=reader, defaults=known)[0]


def give(support: Support, *, now: datetime) -> None:
    """Confirmed: from now on it counts."""
    support.given_at = support.given_at or now
    support.save(update_fields=["given_at"])
    count_support(Point.objects.filter(pk=support.point_id))


def take_back(support: Support, *, now: datetime) -> None:
    """Not confirmed, or withdrawn."""
    point = support.point_id
    support.delete()
    count_support(Point.objects.filter(pk=point))


@whole
def withdraw_as_member(*, point: Point, email: str, now: datetime) -> None:
    """Who had not supported it loses nothing."""
    reader = reader_for(email, now=now)
    theirs = Support.objects.filter(point=point.merged_into_id or point.pk)
    for support in theirs.filter(reader=reader):
        take_back(support, now=now)


def count_support(points: QuerySet[Point]) -> None:
    """The number on the row is the number of rows, so that a list can sort by it."""
    given = Support.objects.given().filter(point=OuterRef("pk")).order_by()
    number = given.values("point").annotate(number=Count("pk")).values("number")
    points.update(support_count=Coalesce(Subquery(number), 0))


def report(*, point: Point, ground: str, text: str, now: datetime) -> PointReport:
    """The lead looks at it; until then it stays."""
    return PointReport.objects.create(
        point=point, ground=ground, text=text, reported_at=now
    )


def _point_leads_to(point: Point) -> str:
    if point.pk is None:
        return f"{reverse('points')}?geweerd=1"
    if point.state == State.SHOWN:
        return point.get_absolute_url()
    return f"{reverse('group_points', args=[point.group.slug])}?wacht=1"


def _support_leads_to(support: Support) -> str:
    return f"{reverse('point', args=[support.point_id])}?gesteund=1"


confirms(
    POINT,
    Purpose(
        model=Point,
        what="het indienen van een verbeterpunt",
        button="Ja, dien mijn punt in",
        accept=accept,
        refuse=refuse,
        leads_to=_point_leads_to,
        shows=lambda point: point.words,
        withdraws=withdraw,
    ),
)
confirms(
    SUPPORT,
    Purpose(
        model=Support,
        what="het steunen van een verbeterpunt",
        button="Ja, ik steun dit punt",
        accept=give,
        refuse=take_back,
        leads_to=_support_leads_to,
        shows=lambda support: str(support.point),
        withdraws=take_back,
    ),
)
