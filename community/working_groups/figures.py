"""Who takes part and what the groups found, for the page with figures."""

from datetime import datetime

from django.db.models import Count, Q
from django.utils import timezone

from community.working_groups.membership import Membership
from community.working_groups.outcome_page import OutcomePage, Status
from home.figures.registry import Figure, Figures, counts
from home.models import Person, Role, Sector


def _people(now: datetime):
    """Who is in a group today; somebody in two groups counts once."""
    members = Membership.objects.on(timezone.localdate(now))
    return Person.objects.filter(pk__in=members.values("person"))


@counts(20)
def by_role(now: datetime) -> Figures:
    people = _people(now)
    counted = Count("people", filter=Q(people__in=people))
    rows = [
        Figure(role.plural, role.number)
        for role in Role.objects.annotate(number=counted)
        if role.number
    ]
    if unknown := people.filter(role=None).count():
        rows.append(Figure("van wie we de rol niet weten", unknown))
    number = sum(int(row.number) for row in rows)
    note = f"{number} {'mens' if number == 1 else 'mensen'} in een werkgroep, vandaag."
    return Figures("Wie er meedoen, per rol", rows, note, as_bars=True)


@counts(25)
def by_sector(now: datetime) -> Figures:
    counted = Count(
        "organisations__people", filter=Q(organisations__people__in=_people(now))
    )
    sectors = Sector.objects.annotate(number=counted)
    rows = [Figure(each.name, each.number) for each in sectors if each.number]
    note = "Alleen van wie we weten waar die werkt."
    return Figures("Wie er meedoen, per sector", rows, note, as_bars=True)


@counts(50)
def outcomes(now: datetime) -> Figures:
    found = OutcomePage.objects.open().order_by()
    numbers = dict(found.values_list("status").annotate(Count("pk")))
    rows = [Figure(each.label, numbers.get(each, 0)) for each in Status]
    return Figures("Uitkomsten van werkgroepen", rows)
