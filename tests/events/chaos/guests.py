"""What happens to the two people of a sold pair, and who stands there instead."""

from datetime import date
from random import Random

from events.guests.models import FormerHost, Guest
from events.guests.services import (
    AlreadyConfirmed,
    AlreadyNamed,
    By,
    EventOver,
    NotCurrent,
    NotEligible,
    TooLate,
    admit,
    correct_address,
    decline,
    hand_over,
    invite,
    name_host,
    replace_guest,
)
from events.orders.models import Pair
from home.models import OwedMail
from tests.events.chaos.world import RECENT, World
from tests.factories.home import make_sector

KIND = (
    AlreadyConfirmed,
    AlreadyNamed,
    EventOver,
    NotCurrent,
    NotEligible,
    TooLate,
)
GONE = 410


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


def be_replaced(world: World, dice: Random) -> None:
    """Also after a confirmation, and also on a day without a free place."""
    if guest := _guest(dice):
        name, email = world.somebody()
        who = {"name": name, "email": email, "by": dice.choice(list(By))}
        if _try(replace_guest, pair=guest.pair, **who, now=world.now):
            _insist_on_death(world)


def be_reached_elsewhere(world: World, dice: Random) -> None:
    """The same guest, whose link went astray."""
    if guest := _guest(dice):
        _, email = world.somebody()
        who = {"email": email, "by": dice.choice(list(By))}
        if _try(correct_address, pair=guest.pair, **who, now=world.now):
            _insist_on_death(world)


def hand_over_the_place(world: World, dice: Random) -> None:
    if pair := _pair(dice):
        name, email = world.somebody()
        who = {"name": name, "email": email, "by": dice.choice(list(By))}
        if _try(hand_over, pair=pair, **who, now=world.now):
            former = FormerHost.objects.latest("pk")
            if world.open("host", former.token) != GONE:
                world.wrong.append(f"the link of {former} still opens something")


def _insist_on_death(world: World) -> None:
    """Of the link of who was replaced last (rule 5)."""
    old = Guest.objects.filter(replaced_at=world.now).latest("pk")
    if world.open("guest", old.token) != GONE:
        world.wrong.append(f"the link of {old} still opens something")


def at_last() -> list[str]:
    """Who stood there before has heard of it."""
    sent = OwedMail.objects.exclude(sent_at=None)
    told = sent.filter(kind="events.guest_replaced").values("about_id")
    replaced = Guest.objects.filter(replaced_at__isnull=False)
    invited = replaced.exclude(name="").exclude(invited_at=None)
    handed = sent.filter(kind="events.handed_over").values("about_id")
    former = FormerHost.objects.all()
    return [
        *(f"{guest} was replaced untold" for guest in invited.exclude(pk__in=told)),
        *(f"{host} handed over untold" for host in former.exclude(pk__in=handed)),
    ]


def _try(service, **arguments) -> bool:
    try:
        service(**arguments)
    except KIND:
        return False
    return True


def _pair(dice: Random) -> Pair | None:
    return dice.choice(list(Pair.objects.order_by("-pk")[:RECENT]) or [None])


def _guest(dice: Random) -> Guest | None:
    return dice.choice(list(Guest.objects.order_by("-pk")[:RECENT]) or [None])
