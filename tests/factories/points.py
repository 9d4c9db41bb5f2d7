"""Improvement points and their support, as if their owners had confirmed."""

from datetime import datetime

from community.models import Point, Support, WorkingGroupPage
from tests.factories.reactions import WILMA, make_reader


def make_point(
    group: WorkingGroupPage, *, now: datetime, email: str = WILMA, **fields
) -> Point:
    """To be read, unless told otherwise."""
    state = fields.setdefault("state", Point.State.SHOWN)
    if state == Point.State.SHOWN:
        fields.setdefault("shown_at", now)
    if state == Point.State.HIDDEN:
        fields.setdefault("ground", "advert")
    if fields.get("status", Point.Status.SUBMITTED) != Point.Status.SUBMITTED:
        fields = {"answer": "Omdat het kan.", "answered_at": now, **fields}
    fields = {"title": "Toets wat er beloofd wordt", "name": "Wilma", **fields}
    return Point.objects.create(
        group=group, reader=make_reader(email, now=now), written_at=now, **fields
    )


def make_support(point: Point, email: str, *, now: datetime, **fields) -> Support:
    """Confirmed; the number on the point counts it."""
    fields = {"given_at": now, **fields}
    reader = make_reader(email, now=now)
    support = Support.objects.create(point=point, reader=reader, asked_at=now, **fields)
    if support.given_at:
        Point.objects.filter(pk=point.pk).update(support_count=point.support_count + 1)
        point.refresh_from_db()
    return support
