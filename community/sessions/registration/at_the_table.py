"""Who comes, by their role in the trade: as much as tells of nobody who it is."""

from collections.abc import Iterable

from django.db.models import Count

from community.questionnaires.rules import told_groups
from community.sessions.planning.models import Session
from community.working_groups.representation import Meter, meter
from home.models import Role


def at_the_table(session: Session, sought: list[Role]) -> Meter:
    """Small roles are told together, as one number (decision 0044); sought is a role
    until somebody comes who has it."""
    numbers = _numbers(session)
    shown, rest = (
        told_groups(numbers) if session.table is None else _kept(session.table)
    )
    missing = {role.pk for role in sought} - set(numbers)
    roles = [
        (role, shown.get(role.pk, 0), role.pk in missing)
        for role in Role.objects.filter(pk__in=shown.keys() | missing)
    ]
    return meter(roles, unknown=rest)


def keep_tables(sessions: Iterable[Session]) -> None:
    """What may be told stays when it is forgotten who they were."""
    for session in sessions:
        shown, rest = told_groups(_numbers(session))
        session.table = {"roles": shown, "others": rest}
        session.save(update_fields=["table"])


def _numbers(session: Session) -> dict[int | None, int]:
    placed = session.registrations.placed().order_by().values_list("role")
    return dict(placed.annotate(Count("pk")))


def _kept(table: dict) -> tuple[dict[int, int], int]:
    return {int(role): each for role, each in table["roles"].items()}, table["others"]
