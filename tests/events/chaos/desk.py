"""What organisers do about money, and what others do to it behind our back."""

from decimal import Decimal
from random import Random

from events.cancellations.models import Cancellation
from events.cancellations.services import Back, cancel_pairs
from events.models import Payment, Refund
from events.orders.services import NotSold
from events.payments.excess import NothingTooMuch, close_excess
from events.payments.fake_stripe.refusals import Impossible, Refusal
from events.payments.quarantine import (
    BankDecides,
    NotPaid,
    NotWaiting,
    OtherAmount,
    accept,
    give_back,
)
from events.payments.refunds import (
    NothingFailed,
    TooMuch,
    done_outside,
    owe_refund,
    try_again,
)
from events.payments.stripe_api import NotOpen, Refused, Unreachable
from tests.events.chaos.world import RECENT, World

KIND = (
    BankDecides,
    NotSold,
    TooMuch,
    NothingFailed,
    NothingTooMuch,
    NotPaid,
    NotWaiting,
    OtherAmount,
)
STRIPE = (NotOpen, Refused, Unreachable)


def cancel(world: World, dice: Random) -> None:
    """With the money or without; refund and cancel are separate acts."""
    if order := world.order(dice, "paid"):
        sold = order.pairs.filter(state="sold").values_list("number", flat=True)
        numbers = dice.sample(list(sold), dice.randint(1, len(sold)))
        _try(
            cancel_pairs,
            order=order,
            numbers=numbers,
            reason=Cancellation.Reason.ORGANISER,
            back=dice.choice([Back.ALL, Back.NOTHING]),
            now=world.now,
        )


def be_generous(world: World, dice: Random) -> None:
    if payment := _payment(dice):
        amount = dice.choice([Decimal("10.00"), Decimal("33.33"), Decimal("149.00")])
        _try(
            owe_refund,
            payment=payment,
            reason=Refund.Reason.GOODWILL,
            amount=amount,
            now=world.now,
        )


def repair(world: World, dice: Random) -> None:
    """A refund that failed: once more, or by bank transfer."""
    waits = Refund.objects.filter(status="failed") | Refund.objects.to_transfer()
    refund = dice.choice(list(waits[:RECENT]) or [None])
    if refund is None:
        return
    if dice.random() < 0.8 and refund.status == "failed":
        _try(try_again, refund=refund, now=world.now)
    else:
        _try(done_outside, refund=refund, note="Overgemaakt.", by=None, now=world.now)


def ask_back(world: World, dice: Random) -> None:
    """What a buyer got twice comes back, or never will."""
    for refund in Refund.objects.filter(reason="excess")[:RECENT]:
        status = dice.choice(["recovered", "lost"])
        _try(
            close_excess,
            refund=refund,
            status=status,
            note="Gebeld.",
            by=None,
            now=world.now,
        )


def decide(world: World, dice: Random) -> None:
    """About a payment that does not match."""
    for payment in Payment.objects.filter(status="quarantined")[:1]:
        act = dice.choice([accept, give_back])
        _try(act, payment=payment, note="Bekeken.", by=None, now=world.now)


def stripe_says_something_else(world: World, dice: Random) -> None:
    """F12."""
    if session := world.open_session(dice):
        world.stripe.tamper("checkout.session", session, client_reference_id="ANDERS")


def refund_in_dashboard(world: World, dice: Random) -> None:
    """F17: all that is left, or a part of it."""
    if payment := _payment(dice, is_outside=False):
        amount = dice.choice([None, 1000, 4900])
        try:
            world.stripe.refund_in_dashboard(payment.intent_id, amount=amount)
        except (Impossible, Refusal):
            return


def dispute(world: World, dice: Random) -> None:
    """F18."""
    if payment := _payment(dice, is_outside=False):
        try:
            world.stripe.open_dispute(payment.intent_id)
        except (Impossible, Refusal):
            return


def judge(world: World, dice: Random) -> None:
    """The bank decides."""
    for found in world.stripe.disputes:
        if found["status"] == "needs_response":
            world.stripe.close_dispute(found["id"], won=dice.random() < 0.5)
            return


def tidy_up(world: World, dice: Random) -> None:
    """At last: banks decide, and so do we."""
    while any(d["status"] == "needs_response" for d in world.stripe.disputes):
        judge(world, dice)
    for payment in Payment.objects.filter(status="quarantined"):
        _try(give_back, payment=payment, note="Bekeken.", by=None, now=world.now)
    for refund in Refund.objects.filter(status="failed"):
        _try(try_again, refund=refund, now=world.now)
    for refund in Refund.objects.to_transfer():
        _try(done_outside, refund=refund, note="Overgemaakt.", by=None, now=world.now)
    ask_back(world, dice)


def _try(service, **arguments) -> None:
    try:
        service(**arguments)
    except (*KIND, *STRIPE):
        return


def _payment(dice: Random, **which: bool) -> Payment | None:
    paid = Payment.objects.filter(status="paid", **which).order_by("-pk")[:RECENT]
    return dice.choice(list(paid) or [None])
