"""What happens when somebody logs in; upper floors register theirs here."""

from collections.abc import Callable
from typing import Any

type Arrival = Callable[[Any, Any], None]  # the request, and who came in
_arrivals: list[Arrival] = []


def on_arrival(act: Arrival) -> Arrival:
    _arrivals.append(act)
    return act


def arrive(request: Any, user: Any) -> None:
    for act in _arrivals:
        act(request, user)
