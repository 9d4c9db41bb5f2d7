"""What an organiser decides about money that waits; each act leaves who and why."""

from collections.abc import Callable
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from events.ledger.matters import Matter
from events.ledger.models import Seen
from events.organiser.models import Act
from events.payments import excess, quarantine, refunds
from events.payments.models import Payment, Refund

NEEDS_A_NOTE = {"seen", "outside", "accept", "give_back", "recovered", "lost"}


def act(*, matter: Matter, what: str, note: str, by: User, now: datetime) -> None:
    """Raises what the services raise, and KeyError for what cannot be done here."""
    if what not in dict(matter.acts):
        raise KeyError(what)
    note = note.strip()
    if what in NEEDS_A_NOTE and not note:
        raise refunds.NoNote
    ACTS[what](matter, note, by, now)


def _accept(matter: Matter, note: str, by: User, now: datetime) -> None:
    payment = Payment.objects.get(pk=matter.about)
    quarantine.accept(payment=payment, note=note, by=by, now=now)
    _write(matter, Act.What.NOTE, f"Betaling toch aangenomen: {note}", by, now)


def _give_back(matter: Matter, note: str, by: User, now: datetime) -> None:
    payment = Payment.objects.get(pk=matter.about)
    quarantine.give_back(payment=payment, note=note, by=by, now=now)
    _write(matter, Act.What.REFUNDED, f"Betaling niet aangenomen: {note}", by, now)


def _again(matter: Matter, note: str, by: User, now: datetime) -> None:
    refund = Refund.objects.get(pk=matter.about)
    refunds.try_again(refund=refund, now=now)
    _write(matter, Act.What.REFUNDED, f"Opnieuw geprobeerd. {note}".strip(), by, now)
    refunds.pay_owed_refunds(now=now)


@transaction.atomic
def _outside(matter: Matter, note: str, by: User, now: datetime) -> None:
    refund = Refund.objects.get(pk=matter.about)
    refunds.done_outside(refund=refund, note=note, by=by, now=now)
    _write(matter, Act.What.REFUNDED, f"Buiten Stripe om: {note}", by, now)


@transaction.atomic
def _recovered(matter: Matter, note: str, by: User, now: datetime) -> None:
    _close_excess(matter, Refund.Status.RECOVERED, note, by, now)
    _write(matter, Act.What.NOTE, f"Teruggekregen van de koper: {note}", by, now)


@transaction.atomic
def _lost(matter: Matter, note: str, by: User, now: datetime) -> None:
    _close_excess(matter, Refund.Status.LOST, note, by, now)
    _write(matter, Act.What.NOTE, f"Als verlies geboekt: {note}", by, now)


def _close_excess(
    matter: Matter, status: str, note: str, by: User, now: datetime
) -> None:
    refund = Refund.objects.get(pk=matter.about)
    excess.close_excess(refund=refund, status=status, note=note, by=by, now=now)


@transaction.atomic
def _seen(matter: Matter, note: str, by: User, now: datetime) -> None:
    Seen.objects.get_or_create(
        kind=matter.kind,
        about=matter.about,
        defaults={"note": note, "by": by, "at": now},
    )
    _write(matter, Act.What.NOTE, f"{matter.what}: {note}", by, now)


def _write(matter: Matter, what: str, text: str, by: User, now: datetime) -> None:
    """In the history of the order, where there is one."""
    if matter.order is not None:
        Act.objects.create(order=matter.order, what=what, text=text, by=by, at=now)


ACTS: dict[str, Callable[[Matter, str, User, datetime], None]] = {
    "accept": _accept,
    "give_back": _give_back,
    "again": _again,
    "outside": _outside,
    "recovered": _recovered,
    "lost": _lost,
    "seen": _seen,
}
