"""What happens to the two people of a sold pair, and who stands there instead."""

from datetime import date, timedelta
from random import Random

from events.guests.corrections import change_own
from events.guests.models import FormerBuyer, FormerHost, Guest
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
    hand_over,
    invite,
    name_host,
    note_opened,
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
    """With the one button on the page; who reads it only has said nothing."""
    if guest := _guest(dice):
        before = _row_of(guest)
        world.open("guest", guest.token)
        world.open("guest_decline", guest.token)
        if _row_of(guest) != before:
            world.wrong.append(f"reading about {guest} changed something")
        world.press("guest_decline", guest.token)
        if Guest.objects.current().filter(pk=guest.pk, pair__state="sold").exists():
            world.wrong.append(f"{guest} declined, and is still expected")


def begin_to_answer(world: World, dice: Random) -> None:
    """The first time is noted, of who was asked and has not answered yet."""
    if guest := _guest(dice):
        before = _row_of(guest)
        asked = guest.is_current and guest.admitted_at is None
        first = guest.opened_at or (world.now if asked else None)
        for _ in range(2):
            note_opened(guest=guest, now=world.now)
            world.wait(timedelta(seconds=1))
        if _row_of(guest) != before | {"opened_at": first}:
            world.wrong.append(f"{guest} opened at {first}, and we noted otherwise")


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


def change_own_data(world: World, dice: Random) -> None:
    """The buyer, under another name, and mostly at another address: a new link."""
    if order := world.order(dice, "paid", "cancelled", "held"):
        name, email = world.somebody()
        email = dice.choice([email, email, order.buyer_email])
        hosted = list(order.pairs.filter(host_email__iexact=order.buyer_email))
        if not _try(change_own, order=order, name=name, email=email, now=world.now):
            return
        if email == order.buyer_email:
            return
        if world.open("order", order.reference, order.token) != GONE:
            world.wrong.append(f"the old link of {order} still opens something")
        for pair in hosted:
            if Pair.objects.filter(host_code=pair.host_code).exists():
                world.wrong.append(f"the old code of the host of {pair} still works")


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
    changed = sent.filter(kind="events.buyer_changed").values("about_id")
    moved = FormerBuyer.objects.exclude(token="")
    return [
        *(f"{old} was not told of a change" for old in moved.exclude(pk__in=changed)),
        *(f"{guest} was replaced untold" for guest in invited.exclude(pk__in=told)),
        *(f"{host} handed over untold" for host in former.exclude(pk__in=handed)),
    ]


def _try(service, **arguments) -> bool:
    try:
        service(**arguments)
    except KIND:
        return False
    return True


def _row_of(guest: Guest) -> dict:
    return Guest.objects.filter(pk=guest.pk).values().get()


def _pair(dice: Random) -> Pair | None:
    return dice.choice(list(Pair.objects.order_by("-pk")[:RECENT]) or [None])


def _guest(dice: Random) -> Guest | None:
    return dice.choice(list(Guest.objects.order_by("-pk")[:RECENT]) or [None])
