"""What a contributor earns, and for how long."""

import calendar
from datetime import date


def rounds(pieces: int, *, a_round: int) -> int:
    """How many rewards so many published pieces make."""
    return pieces // a_round


def short_of(pieces: int, *, earned: int, a_round: int) -> int:
    """How many pieces to the reward that comes after those earned."""
    return (earned + 1) * a_round - pieces


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
