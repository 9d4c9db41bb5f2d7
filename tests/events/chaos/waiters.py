"""Who waits for a place: joins, leaves, accepts what is offered, or lets it lapse."""

from random import Random

from events.models import WaitingEntry
from events.payments.stripe_api import Refused, Unreachable
from events.waiting_list.services import (
    ListClosed,
    NotNeeded,
    join,
    join_again,
    leave,
)
from tests.events.chaos import buyers
from tests.events.chaos.world import RECENT, World


def wait(world: World, dice: Random) -> None:
    """For one type or whichever; somebody who is on the list does it twice."""
    name, email = world.somebody() if dice.random() < 0.8 else world.same_again()
    ticket = dice.choice([None, *world.tickets])
    try:
        join(event=world.event, ticket=ticket, name=name, email=email, now=world.now)
    except (NotNeeded, ListClosed):
        return


def go_away(world: World, dice: Random) -> None:
    if entry := _entry(dice, "waiting", "offered"):
        leave(entry=entry, now=world.now)


def come_back(world: World, dice: Random) -> None:
    """After an offer that lapsed."""
    entry = _entry(dice, "lapsed")
    if entry is None:
        return
    try:
        entry = join_again(entry=entry, now=world.now)
    except ListClosed:
        return
    if entry.state == WaitingEntry.State.WAITING:
        world.joined[entry.pk] += 1


def take_the_offer(world: World, dice: Random) -> None:
    """Fill in, and pay or not: a later rule may."""
    entry = _entry(dice, "offered")
    if entry is not None and entry.order is not None:
        buyers.fill_in(world, entry.order, dice)


def think_it_over(world: World, dice: Random) -> None:
    """To Stripe's page and back: the place is free for a moment, the offer stands."""
    entry = _entry(dice, "offered")
    if entry is None or entry.order is None:
        return
    buyers.fill_in(world, entry.order, dice)
    for attempt in entry.order.payments.live():
        world.visit("payment_abandoned", entry.order, attempt.key)


def decline(world: World, dice: Random) -> None:
    """*Laat maar* on the order that was the offer."""
    entry = _entry(dice, "offered")
    if entry is None or entry.order is None:
        return
    try:
        buyers.abandon(order=entry.order, now=world.now)
    except (Refused, Unreachable):
        return


def leave_at_last(world: World) -> None:
    """Whose offer nobody is paying gives it up, so that the next one gets it."""
    for entry in WaitingEntry.objects.offered().select_related("order"):
        if entry.order is None or not entry.order.payments.live().exists():
            leave(entry=entry, now=world.now)


def _entry(dice: Random, *states: str) -> WaitingEntry | None:
    found = WaitingEntry.objects.filter(state__in=states).select_related("order")
    return dice.choice(list(found.order_by("-pk")[:RECENT]) or [None])
