"""What organisers do with a whole event: move it, call it off, give or sell pairs."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from random import Random

from events.checkout.answers import Buyer
from events.models import Choice
from events.orders.services import NotSold, SoldOut
from events.organiser.calling_off.services import AlreadyOver, call_off
from events.organiser.moving import services as moving
from events.organiser.one_order import made_by_hand
from events.payments.outside import NothingToPay
from tests.events.chaos.world import World

ANSWERS = [Choice.Answer.KEEP, Choice.Answer.REFUND]


def move(world: World, dice: Random) -> None:
    """Some weeks from now, earlier or later than it was."""
    starts_at = world.now + timedelta(days=dice.randint(20, 45))
    to = moving.When(
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=8),
        changes_until=starts_at - timedelta(days=5),
    )
    try:
        moving.move_event(
            event=world.event,
            to=to,
            choose_until=world.now + timedelta(days=dice.randint(1, 9)),
            why="De zaal is weg.",
            by=world.organiser,
            now=world.now,
        )
    except (moving.SameMoment, moving.CalledOff):
        return


def choose(world: World, dice: Random) -> None:
    """A buyer, after a move; perhaps a second time, and perhaps too late."""
    order = world.order(dice, "paid")
    choice = order and Choice.objects.latest_of(order).first()
    if not choice:
        return
    try:
        moving.choose(choice=choice, answer=dice.choice(ANSWERS), now=world.now)
    except (moving.TooLate, NotSold):
        return


def call_it_off(world: World, dice: Random) -> None:
    """Now and then; its orders go back while a next edition is on sale."""
    if dice.random() > 0.2:
        return
    off = {"why": "Te weinig hulp.", "by": world.organiser, "now": world.now}
    with suppress(AlreadyOver):
        call_off(event=world.event, **off)
    world.next_edition()


def give_pairs(world: World, dice: Random) -> None:
    """To a speaker, for nothing."""
    _by_hand(made_by_hand.give_pairs, world, dice, why="Spreker.")


def sell_pairs(world: World, dice: Random) -> None:
    """To somebody who paid another way."""
    _by_hand(made_by_hand.sell_pairs, world, dice, how="Overgemaakt.")


BY_HAND = (
    made_by_hand.CalledOff,
    made_by_hand.EventOver,
    made_by_hand.MadeJustNow,
)


def _by_hand(service: Callable, world: World, dice: Random, **why: str) -> None:
    try:
        service(
            ticket=dice.choice(world.tickets),
            pairs=dice.randint(1, 2),
            to=Buyer(*world.somebody()),
            by=world.organiser,
            now=world.now,
            **why,
        )
    except (SoldOut, NothingToPay, *BY_HAND):
        return
