"""What happens to the two people of a sold pair."""

from datetime import date
from random import Random

from events.guests.models import Guest
from events.guests.services import (
    AlreadyNamed,
    EventOver,
    NotCurrent,
    NotEligible,
    TooLate,
    admit,
    decline,
    invite,
    name_host,
)
from events.orders.models import Pair
from tests.events.chaos.world import RECENT, World
from tests.factories.home import make_sector

KIND = (AlreadyNamed, EventOver, NotCurrent, NotEligible, TooLate)


def be_invited(world: World, dice: Random) -> None:
    if pair := _pair(dice):
        name, email = world.somebody()
        _try(invite, pair=pair, name=name, email=email, now=world.now)


def be_named_as_host(world: World, dice: Random) -> None:
    if pair := _pair(dice):
        name, email = world.somebody()
        _try(name_host, pair=pair, name=name, email=email, now=world.now)


def confirm(world: World, dice: Random) -> None:
    if guest := _guest(dice):
        _try(
            admit,
            guest=guest,
            name=guest.name or "Iemand",
            email=guest.email or "iemand@voorbeeld.example",
            born=date(dice.choice([1970, 2000]), 5, 4),
            sector=dice.choice([None, make_sector("Zorg")]),
            now=world.now,
        )


def stay_away(world: World, dice: Random) -> None:
    if guest := _guest(dice):
        _try(decline, guest=guest, now=world.now)


def _try(service, **arguments) -> None:
    try:
        service(**arguments)
    except KIND:
        return


def _pair(dice: Random) -> Pair | None:
    return dice.choice(list(Pair.objects.order_by("-pk")[:RECENT]) or [None])


def _guest(dice: Random) -> Guest | None:
    return dice.choice(list(Guest.objects.order_by("-pk")[:RECENT]) or [None])
