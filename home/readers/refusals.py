"""Whose words nobody takes in, for a time; the floor that decides says so here."""

from collections.abc import Callable
from datetime import datetime

from home.readers.models import Reader

type Refuses = Callable[[Reader, datetime], bool]

_refuses: list[Refuses] = []


def refuses(rule: Refuses) -> Refuses:
    _refuses.append(rule)
    return rule


def is_refused(reader: Reader, now: datetime) -> bool:
    return any(rule(reader, now) for rule in _refuses)
