"""All or nothing, also when one service calls another."""

from collections.abc import Callable
from functools import wraps

from django.db import transaction


def whole[**P, R](service: Callable[P, R]) -> Callable[P, R]:
    """Begins a transaction, or joins the one of the service that calls it.

    Django's `atomic` makes a savepoint there: two statements more, of use only to who
    goes on after the database itself refused. A refusal of ours is raised before the
    service writes anything that may not stay."""
    alone = transaction.atomic(service)

    @wraps(service)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        joins = transaction.get_connection().in_atomic_block
        return (service if joins else alone)(*args, **kwargs)

    return run
