"""Who was there, as the lead ticks it off."""

from community.sessions.planning.models import Session
from home.transactions import whole


@whole
def note_who_came(*, session: Session, shown: list[int], came: list[int]) -> None:
    """Of these rows; of the others nothing is said."""
    rows = session.registrations.placed().filter(pk__in=shown)
    rows.filter(pk__in=came).update(attended=True)
    rows.exclude(pk__in=came).update(attended=False)
