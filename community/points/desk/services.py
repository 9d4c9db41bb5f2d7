"""What a lead decides about a point; nothing moves on without a public answer."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import OuterRef, Subquery

from community.following.services import tell_of_answer
from community.points.models import Point, Support
from community.points.services import count_support
from home.mail.services import owe_mail
from home.transactions import whole
from stories.reactions.models import Ground, Ruling
from stories.reactions.moderation import note_elsewhere

MAIL = "community.point"
State, Status = Point.State, Point.Status


class TooLate(Exception):
    """A colleague decided otherwise meanwhile, or it is gone."""


class SamePoint(Exception):
    """A point goes into another one, of the same group, that was not merged itself."""


@whole
def show(*, point: Point, by: User, now: datetime) -> None:
    """After reading it, or again after hiding it. Raises TooLate."""
    point = _locked(point, [State.WAITING, State.HIDDEN])
    if point.state == State.HIDDEN:
        _log(point, Ruling.Act.RESTORE, by, now)
    point.state, point.ground = State.SHOWN, ""
    point.shown_at = point.shown_at or now
    point.save(update_fields=["state", "ground", "shown_at"])
    _settle(point, now)
    _tell(point, now, "shown")


@whole
def hide(*, point: Point, ground: str, by: User, now: datetime) -> None:
    """Against a house rule; its writer hears which. Raises TooLate."""
    point = _locked(point, [State.WAITING, State.SHOWN])
    point.state, point.ground = State.HIDDEN, ground
    point.save(update_fields=["state", "ground"])
    _log(point, Ruling.Act.HIDE, by, now, ground)
    _settle(point, now)
    _tell(point, now, "hidden")


def _log(point: Point, act: str, by: User, now: datetime, ground: str = "") -> None:
    about = f"een verbeterpunt van werkgroep {point.group.title}"
    note_elsewhere(about=about, act=act, by=by, now=now, ground=ground)


@whole
def keep(*, point: Point, now: datetime) -> None:
    """After a report it stays."""
    _settle(point, now)


@whole
def answer(*, point: Point, status: str, text: str, by: User, now: datetime) -> None:
    """Where it stands and why, for everybody to read. Raises TooLate."""
    point = _locked(point, [State.SHOWN])
    if point.merged_into_id or status == Status.MERGED:
        raise TooLate
    point.status = status
    _write(point, text, by, now)
    _tell(point, now, f"{now:%y%m%d%H%M%S}")


@whole
def merge(*, point: Point, into: Point, text: str, by: User, now: datetime) -> None:
    """Its support moves along, once per person; what went into it too.

    Raises TooLate, SamePoint."""
    locked = Point.objects.select_for_update().order_by("pk")  # in turn, never across
    found = {each.pk: each for each in locked.filter(pk__in=[point.pk, into.pk])}
    if len(found) < 2 or found[point.pk].group_id != found[into.pk].group_id:
        raise SamePoint
    point, into = found[point.pk], found[into.pk]
    if any(each.state != State.SHOWN or each.merged_into_id for each in (point, into)):
        raise TooLate
    point.status, point.merged_into = Status.MERGED, into
    _write(point, text, by, now)
    point.merged.update(merged_into=into)
    _move_support(point, into)
    _tell(point, now, f"{now:%y%m%d%H%M%S}")


def _move_support(point: Point, into: Point) -> None:
    """Who supports both counts once; who still has to confirm there, did so here."""
    theirs = Support.objects.filter(point=point)
    there = Support.objects.filter(point=into, reader__isnull=False)
    confirmed_here = theirs.given().filter(reader=OuterRef("reader"))
    moment = Subquery(confirmed_here.values("given_at")[:1])
    there.filter(given_at=None).update(given_at=moment)
    theirs.filter(reader__in=there.values("reader")).delete()
    theirs.update(point=into)
    count_support(Point.objects.filter(pk__in=[point.pk, into.pk]))


def _write(point: Point, text: str, by: User, now: datetime) -> None:
    point.answer, point.answered_at, point.answered_by = text, now, by
    fields = ["status", "answer", "answered_at", "answered_by", "merged_into"]
    point.save(update_fields=fields)
    tell_of_answer(point, now=now)


def _locked(point: Point, states: list[str]) -> Point:
    """What its writer took away does not come back."""
    found = Point.objects.select_for_update().filter(pk=point.pk, state__in=states)
    locked = found.exclude(ground=Ground.GONE).first()
    if locked is None:
        raise TooLate
    return locked


def _settle(point: Point, now: datetime) -> None:
    point.reports.filter(settled_at=None).update(settled_at=now)


def _tell(point: Point, now: datetime, occasion: str) -> None:
    owe_mail(kind=MAIL, about=point, now=now, occasion=occasion)
