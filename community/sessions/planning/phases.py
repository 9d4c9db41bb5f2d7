"""Where a session stands in time; pure."""

from datetime import datetime
from enum import Enum


class Phase(Enum):
    """What can be done with it at this moment."""

    COMING = "komt"
    RUNNING = "bezig"
    OVER = "geweest"
    OFF = "gaat niet door"


def phase_of(
    starts_at: datetime, ends_at: datetime, *, now: datetime, is_off: bool
) -> Phase:
    """Called off comes before all; from its first second it is running."""
    if is_off:
        return Phase.OFF
    if now >= ends_at:
        return Phase.OVER
    return Phase.RUNNING if now >= starts_at else Phase.COMING
