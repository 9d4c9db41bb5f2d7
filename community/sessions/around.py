"""What others show of sessions: the group, its working space, figures, the chain."""

from collections.abc import Iterable
from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, Sum
from django.utils import timezone

from community.points.models import Point
from community.points.services import points_from_any
from community.questionnaires.models import Questionnaire
from community.sessions.harvest.models import Harvest
from community.sessions.report.models import SessionReport
from community.sessions.session_page.pages import SessionPage
from community.traces.models import Trace
from community.traces.sources import Key, Source, Told, comes_from, goes_on
from community.working_groups.doors import Door, door
from community.working_groups.piles import Pile, piles_up
from community.working_groups.sections import section
from community.working_groups.timeline import LATEST, Happening, happens
from home.figures.registry import Figure, Figures, counts

SHOWN = 6


def _told():
    """With the session, which every line here names."""
    return SessionPage.objects.open().select_related("session")


@section(30, "community/sessions/of_group.html")
def of_group(group) -> dict | None:
    """The latest by date: what is coming stands before what was."""
    pages = _told().filter(session__group=group)
    found = list(pages.order_by("-session__starts_at")[:SHOWN])
    return {"pages": found} if found else None


@happens
def were_held(group, today: date) -> Iterable[Happening]:
    pages = _told().filter(
        session__group=group,
        session__starts_at__date__lte=today,
        session__called_off_at=None,
    )
    return [
        Happening(
            timezone.localdate(page.session.starts_at),
            f"{page.session.get_format_display().capitalize()}: {page.title}",
            page.url,
        )
        for page in pages.order_by("-session__starts_at")[:LATEST]
    ]


@counts(40)
def held(now: datetime) -> Figures:
    pages = SessionPage.objects.open().filter(session__called_off_at=None)
    numbers = {
        "gehouden": pages.filter(session__ends_at__lte=now).count(),
        "gepland": pages.filter(session__ends_at__gt=now).count(),
    }
    reports = SessionReport.objects.filter(session__page__in=pages)
    numbers["bezoeken"] = reports.aggregate(came=Sum("attended"))["came"] or 0
    answered = Harvest.objects.filter(session__page__in=pages)
    numbers["bijdragen beantwoord"] = answered.exclude(state=Harvest.State.OPEN).count()
    rows = [Figure(label, number) for label, number in numbers.items()]
    return Figures("Bijeenkomsten", rows, "Bezoeken: zoals ze in de verslagen staan.")


def _tell_pages(pks: Iterable[int]) -> dict[int, Told]:
    pages = SessionPage.objects.open().filter(pk__in=pks)
    return {page.pk: Told(page.title, page.url) for page in pages}


def _pages_of(group):
    return _told().filter(session__group=group).order_by("-session__starts_at")


def _tell_harvest(pks: Iterable[int]) -> dict[int, Told]:
    """Where its session can be read; what is hidden is told by nobody."""
    found = Harvest.objects.to_be_read().filter(
        pk__in=pks, session__page__in=SessionPage.objects.open()
    )
    return {
        each.pk: Told(each.text, f"{each.session.page.url}#oogst")
        for each in found.select_related("session__page")
    }


def _harvest_of(group):
    return Harvest.objects.to_be_read().filter(session__group=group)


def _sessions_before(pks: Iterable[int]) -> list[tuple[int, Key]]:
    said = Harvest.objects.filter(pk__in=pks, session__page__isnull=False)
    return [
        (pk, (SessionPage, page))
        for pk, page in said.values_list("pk", "session__page")
    ]


def _asked_before(pks: Iterable[int]) -> list[tuple[int, Key]]:
    """The questionnaires of the questions that a session started from."""
    rows = SessionPage.objects.filter(pk__in=pks).exclude(session__starts_from=None)
    asked = rows.values_list("pk", "session__starts_from__questionnaire").distinct()
    return [(pk, (Questionnaire, number)) for pk, number in asked]


def _started_from(pks: Iterable[int]) -> list[Key]:
    """The sessions that a question of one of these began with."""
    pages = SessionPage.objects.open()
    pages = pages.filter(session__starts_from__questionnaire__in=pks).distinct()
    return [(SessionPage, pk) for pk in pages.values_list("pk", flat=True)]


def _said_in(pks: Iterable[int]) -> list[Key]:
    """What went further as a point or as a source; the rest leads to no outcome."""
    kind = ContentType.objects.get_for_model(Harvest)
    points = Point.objects.filter(origin_type=kind).values("origin_id")
    traced = Trace.objects.filter(content_type=kind).values("object_id")
    said = Harvest.objects.to_be_read().filter(session__page__in=pks).order_by()
    further = said.filter(Q(pk__in=points) | Q(pk__in=traced))
    return [(Harvest, pk) for pk in further.values_list("pk", flat=True)]


def _points_after(pks: Iterable[int]) -> list[Key]:
    made = points_from_any(Harvest, pks).values("pk")
    shown = Point.objects.readable().shown().filter(pk__in=made)
    return [(Point, pk) for pk in shown.values_list("pk", flat=True)]


comes_from(
    Source(
        SessionPage,
        "bijeenkomst",
        _tell_pages,
        _pages_of,
        before=_asked_before,
        after=_said_in,
    )
)
goes_on(Questionnaire, _started_from)
comes_from(
    Source(
        Harvest,
        "bijdrage",
        _tell_harvest,
        _harvest_of,
        before=_sessions_before,
        after=_points_after,
        column="text",
    )
)

door(
    Door(
        25,
        "Bijeenkomsten",
        "Plan een bijeenkomst of kampvuur, en leid hem vanaf je telefoon.",
        "group_sessions",
    )
)
piles_up(
    Pile(
        "bijdrage uit een bijeenkomst",
        "bijdragen uit bijeenkomsten",
        "group_sessions",
        lambda group: Harvest.objects.without_an_answer().filter(session__group=group),
        lambda moment: Q(said_at__gt=moment),
    )
)
