"""Who comes, by their role in the trade: as much as tells of nobody who it is."""

from django.db.models import Count

from community.questionnaires.rules import shown_groups
from community.sessions.planning.models import Session
from community.working_groups.representation import Meter, meter
from home.models import Role


def at_the_table(session: Session, sought: list[Role]) -> Meter:
    """Small roles are told together, as one number (decision 0044); sought is a role
    until somebody comes who has it."""
    placed = session.registrations.placed().order_by().values_list("role")
    numbers = dict(placed.annotate(Count("pk")))
    nameless = numbers.pop(None, 0)
    shown = set(shown_groups(numbers, others=nameless))
    rest = nameless + sum(numbers[role] for role in numbers if role not in shown)
    missing = {role.pk for role in sought} - set(numbers)
    roles = [
        (role, numbers[role.pk] if role.pk in shown else 0, role.pk in missing)
        for role in Role.objects.filter(pk__in=shown | missing)
    ]
    return meter(roles, unknown=rest)
