"""What stands in the agenda: events, and what the floor above adds to them."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import F, QuerySet

from home.calendar_file import Entry
from home.pages.pictures import bring_renditions
from home.pages.references import local_address

LISTED: list = []  # kinds of pages
MOST = 200  # of each kind, in a calendar


def listed[Kind](kind: Kind) -> Kind:
    """A page below the agenda. For a query over all kinds it says the way to when it
    `begins` and when it was `called_off`, and where it `happens`; for a line of what
    is coming `begins_at`, `photo`, `for_roles` and `agenda_template`; for a calendar
    that follows the agenda its `calendar_entry`. Its queryset knows `upcoming`, `past`
    and `in_calendars`."""
    LISTED.append(kind)
    return kind


def coming(index, now: datetime) -> list:
    """Of all kinds, soonest first; each kind in its own statement."""
    pages = [page for kind in LISTED for page in _open(kind, index).upcoming(now)]
    bring_renditions([page.photo for page in pages])
    return sorted(pages, key=lambda page: page.begins_at)


def in_calendars(index, since: datetime) -> list[Entry]:
    """What a calendar that follows the agenda shows; called off it is struck out."""
    entries = [
        page.calendar_entry
        for kind in LISTED
        for page in _open(kind, index).in_calendars(since).order_by(kind.begins)[:MOST]
    ]
    return sorted(entries, key=lambda entry: (entry.starts_at, entry.uid))


class Past(NamedTuple):
    """One line of what has been."""

    pk: int
    begins_at: datetime
    title: str
    url_path: str
    where: str
    off: datetime | None

    @property
    def url(self) -> str:
        return local_address(self.url_path)


def been(index, now: datetime) -> QuerySet:
    """Of all kinds in one statement, latest first; each row as a `Past`."""
    rows = [
        _open(kind, index)
        .past(now)
        .order_by()
        .annotate(at=F(kind.begins), place=kind.happens(), off=F(kind.called_off))
        .values_list("pk", "at", "title", "url_path", "place", "off")
        for kind in LISTED
    ]
    return rows[0].union(*rows[1:], all=True).order_by("-at", "pk")


def _open(kind, index):
    return kind.objects.child_of(index).open()
