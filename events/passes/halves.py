"""Half: what one of the two people of a pair shows, whoever it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.utils.safestring import SafeString

from events.passes import qr
from events.tickets.models import Event
from home import dutch


@dataclass(frozen=True)
class Half:
    """One person's way in. It never holds the code of the other one."""

    side: Literal["host", "guest"]
    role: str
    name: str
    event: Event
    code: str  # what the QR holds
    reference: str  # what a person can read aloud; it opens nothing
    uid: str  # the same for ever, so that a calendar knows its own entry again
    since: datetime
    note: str = ""

    @property
    def when(self) -> str:
        starts_at = self.event.starts_at
        return f"{dutch.day(starts_at)}, {dutch.clock(starts_at)} uur"

    @property
    def where(self) -> str:
        return f"{self.event.venue}, {self.event.address}"

    @property
    def qr(self) -> SafeString:
        return qr.svg(self.code, f"QR-code van {self.name}, te scannen bij de deur")
