"""Move an event, tell everybody, and do what each buyer chooses."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, QuerySet

from events.cancellations.models import Cancellation
from events.cancellations.services import Back, cancel_pairs
from events.guests.models import Guest
from events.orders.models import Order, Pair
from events.organiser.moving.dates import move_closing_dates
from events.organiser.moving.models import Choice, Move
from events.payments.models import Payment
from events.tickets.models import Event
from events.tickets.services import lock
from home.mail.services import Debt, owe_mails


class SameMoment(Exception):
    """It is there already."""


class MovedMeanwhile(Exception):
    """It is not on the day any more that the organiser saw."""


class CalledOff(Exception):
    """It does not happen on any day."""


class TooLate(Exception):
    """The deadline for choosing has passed, or the money is on its way back."""


@dataclass(frozen=True)
class When:
    """The new moments of an event."""

    starts_at: datetime
    ends_at: datetime
    changes_until: datetime


@transaction.atomic
def move_event(
    *,
    event: Event,
    to: When,
    choose_until: datetime,
    why: str,
    by: User,
    now: datetime,
) -> Move:
    """Every mail is owed with it. Verdicts on age stop being valid by themselves.

    The deadlines for selling and cancelling move as many days; nobody cancels
    after the new beginning."""
    event = lock(event)
    if event.called_off_at:
        raise CalledOff
    if event.starts_at == to.starts_at and event.ends_at == to.ends_at:
        raise SameMoment
    before, first_day = event.starts_at, event.first_day
    event.starts_at, event.ends_at = to.starts_at, to.ends_at
    event.changes_until = to.changes_until
    move_closing_dates(event, event.first_day - first_day)
    event.save()
    move = Move.objects.create(
        event=event,
        from_starts_at=before,
        to_starts_at=to.starts_at,
        choose_until=choose_until,
        why=why,
        by=by,
        at=now,
    )
    _tell_everybody(move, now)
    return move


def moments_of(event: Event) -> str:
    """When it is now, for a hidden field."""
    return f"{event.starts_at:%Y%m%d%H%M%z} {event.ends_at:%Y%m%d%H%M%z}"


def insist_on_moments(event: Event, as_read: str) -> None:
    """Raises MovedMeanwhile; the event is locked until the transaction ends."""
    if moments_of(lock(event)) != as_read:
        raise MovedMeanwhile


def _being_paid(event: Event) -> QuerySet[Order]:
    live = Payment.objects.live().values("order")
    held = Order.objects.filter(event=event, status=Order.Status.HELD)
    return held.filter(pk__in=live).order_by("pk")


def _tell_everybody(move: Move, now: datetime) -> None:
    """Buyers may choose; other hosts and all guests hear it, each at the own page."""
    sold = Pair.objects.of_event(move.event).filter(state=Pair.State.SOLD)
    orders = Order.objects.filter(pk__in=sold.values("order")).order_by("pk")
    choices = Choice.objects.bulk_create(
        Choice(move=move, order=order) for order in orders
    )
    # who is paying agreed to the day that was: the page of the order asks it later
    Choice.objects.bulk_create(
        Choice(move=move, order=order) for order in _being_paid(move.event)
    )
    hosts = sold.exclude(host_email="").exclude(host_email=F("order__buyer_email"))
    guests = Guest.objects.current().filter(pair__in=sold).exclude(email="")
    occasion = f"verzet {move.pk}"
    owe_mails(
        [
            *(Debt("events.moved", choice.pk) for choice in choices),
            *(
                Debt("events.moved_to_host", pk, occasion)
                for pk in hosts.values_list("pk", flat=True)
            ),
            *(
                Debt("events.moved_to_guest", pk, occasion)
                for pk in guests.values_list("pk", flat=True)
            ),
        ],
        now=now,
    )


@transaction.atomic
def choose(*, choice: Choice, answer: str, now: datetime) -> Choice:
    """Keep the places, or all money back; once it goes back, that is that.

    The choice is locked before the payments and the order of it."""
    choice = Choice.objects.select_for_update(of=("self",)).get(pk=choice.pk)
    if choice.answer == answer:
        return choice
    if now >= choice.move.choose_until or choice.answer == Choice.Answer.REFUND:
        raise TooLate
    choice.answer, choice.answered_at = answer, now
    choice.save(update_fields=["answer", "answered_at"])
    if answer == Choice.Answer.REFUND:
        sold = choice.order.pairs.filter(state=Pair.State.SOLD)
        cancel_pairs(
            order=choice.order,
            numbers=list(sold.values_list("number", flat=True)),
            reason=Cancellation.Reason.MOVED,
            back=Back.ALL,
            now=now,
        )
    return choice


@dataclass(frozen=True)
class Standing:
    """What buyers chose after the last move, and which guests must confirm again."""

    move: Move
    kept: int
    refunded: int
    silent: int
    to_confirm: int


def standing_of(event: Event) -> Standing | None:
    """Nothing while it never moved."""
    move = Move.objects.filter(event=event).order_by("-pk").first()
    if move is None:
        return None
    bought = move.choices.filter(order__paid_at__isnull=False)
    answers = Counter(bought.values_list("answer", flat=True))
    return Standing(
        move=move,
        kept=answers[Choice.Answer.KEEP],
        refunded=answers[Choice.Answer.REFUND],
        silent=answers[""],
        to_confirm=_must_confirm_again(event).count(),
    )


def _must_confirm_again(event: Event) -> QuerySet[Guest]:
    """Admitted on age, for another day (rule 4)."""
    guests = Guest.objects.of_event(event).admitted_on_age()
    sold = guests.filter(pair__state=Pair.State.SOLD)
    return sold.exclude(judged_for=event.first_day)
