"""What buyers do: hold, dawdle, fill in, pay, come back, and not come back."""

from decimal import Decimal
from random import Random

from events.cancellations.services import (
    Changed,
    TooLate,
    cancel_by_buyer,
    offers,
    withdraw,
)
from events.checkout.answers import Buyer, Duo
from events.checkout.services import OverLimit, change_order, place_order
from events.orders.models import Order
from events.orders.services import (
    REFUSALS,
    AlreadyPaid,
    NoLongerHeld,
    NotSold,
    extend,
    hold_places,
)
from events.orders.services import hold_again as hold_places_again
from events.payments.services import abandon
from events.payments.stripe_api import Refused, Unreachable
from tests.events.chaos import codes, fairness
from tests.events.chaos.world import World

KIND = (*REFUSALS, AlreadyPaid, NoLongerHeld, OverLimit, Refused, Unreachable)


def hold(world: World, dice: Random) -> None:
    ticket, pairs = dice.choice(world.tickets), dice.randint(1, 3)
    code = codes.a_code(dice)
    try:
        order = hold_places(ticket=ticket, pairs=pairs, now=world.now, code=code)
    except REFUSALS:
        return
    world.wrong += fairness.overtaken(order, world)


def ask_more_time(world: World, dice: Random) -> None:
    if order := world.order(dice, "held", "lapsed"):
        _try(extend, order, world)


def never_mind(world: World, dice: Random) -> None:
    """Who gives up, and hears no objection, has given the places back."""
    order = world.order(dice, "held", "lapsed", "paid")
    if order is None:
        return
    try:
        abandon(order=order, now=world.now)
    except (Refused, Unreachable):
        return
    order.refresh_from_db()
    bank = order.payments.waiting().exists()  # or a person decides (F8, F12)
    if order.status == "held" and not bank:
        world.wrong.append("who gave up still holds places")


def hold_again(world: World, dice: Random) -> None:
    if order := world.order(dice, "lapsed", "held"):
        _try(hold_places_again, order, world)


def choose_again(world: World, dice: Random) -> None:
    """Another number, type or code in the same order."""
    if order := world.order(dice, "held", "lapsed"):
        try:
            change_order(
                order=order,
                ticket=dice.choice(world.tickets),
                pairs=dice.randint(1, 3),
                code=dice.choice([None, codes.a_code(dice)]),
                now=world.now,
            )
        except KIND:
            return


def go_and_pay(world: World, dice: Random) -> None:
    """Once, or twice as with a double click or a second tab."""
    if order := world.order(dice, "held", "held", "lapsed"):
        for _ in range(dice.choice([1, 1, 2])):
            fill_in(world, order, dice)


def pay(world: World, dice: Random) -> None:
    if session := world.open_session(dice):
        world.stripe.pay(session, method=dice.choice(["ideal", "card"]))


def pay_and_return(world: World, dice: Random) -> None:
    if session := world.open_session(dice):
        done = world.stripe.pay(session, method=dice.choice(["ideal", "card"]))
        order = Order.objects.get(reference=done["metadata"]["order"])
        world.visit("payment_return", order)


def pay_later(world: World, dice: Random) -> None:
    if session := world.open_session(dice):
        world.stripe.pay_later(session)


def be_declined(world: World, dice: Random) -> None:
    if session := world.open_session(dice):
        world.stripe.decline(session)


def come_back(world: World, dice: Random) -> None:
    if order := world.order(dice, "held", "lapsed", "paid", "returned"):
        world.visit("payment_return", order)


def go_back(world: World, dice: Random) -> None:
    """Stripe's own link back, or the same page once more, much later."""
    if order := world.order(dice, "held", "held", "lapsed", "paid"):
        attempts = list(order.payments.values_list("key", flat=True))
        if attempts:
            key = dice.choice(attempts)
            world.visit("payment_abandoned", order, key)


def change_my_mind(world: World, dice: Random) -> None:
    """Some pairs by the rules, or the whole order within 14 days."""
    order = world.order(dice, "paid")
    if order is None:
        return
    try:
        if dice.random() < 0.2:
            withdraw(order=order, now=world.now)
            return
        offered = offers(order=order, now=world.now)
        chosen = dice.sample(offered, dice.randint(1, max(1, len(offered))))
        cancel_by_buyer(
            order=order,
            numbers=[offer.pair.number for offer in chosen],
            back=sum((offer.back for offer in chosen), Decimal(0)),
            now=world.now,
        )
    except (TooLate, NotSold, Changed, ValueError):
        return


def fill_in(world: World, order: Order, dice: Random) -> None:
    """Who comes, and on to Stripe's page; what costs nothing is sold at once."""
    try:
        url = place_order(
            order=order,
            buyer=Buyer(*world.a_buyer(dice)),
            duos=[_duo(world, pair.number, dice) for pair in order.pairs.all()],
            now=world.now,
        )
    except KIND:
        return
    if not url:
        return
    number = url.rsplit("/", 1)[-1]
    [session] = [found for found in world.stripe.sessions if found["id"] == number]
    if session["status"] != "open":
        world.wrong.append(f"a buyer was sent to a page that is {session['status']}")
    if number not in world.seen:
        world.seen.append(number)


def _try(service, order: Order, world: World) -> None:
    """More time, or places again: those only in turn, or as an offer that stands."""
    has_a_claim = order.status == "held" or hasattr(order, "offer")
    try:
        order = service(order=order, now=world.now)
    except KIND:
        return
    if not has_a_claim and not order.payments.live().exists():
        world.wrong += fairness.overtaken(order, world)


def _duo(world: World, number: int, dice: Random) -> Duo:
    """The buyer as host, somebody else or nobody yet; with or without a guest."""
    host = ("", "")
    if dice.random() < 0.7:
        host = world.somebody()
    guest = world.somebody() if dice.random() < 0.5 else ("", "")
    return Duo(number, *host, *guest)
