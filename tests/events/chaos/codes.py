"""Codes: who orders with one, and what an organiser changes about it."""

from datetime import timedelta
from random import Random

from events.models import Voucher
from events.vouchers.services import NoRoom, UsesTaken, save_voucher
from tests.events.chaos.world import CODES, World


def a_code(dice: Random) -> str:
    """Mostly none, and sometimes one that is no code."""
    return dice.choice([*CODES, "bestaat niet"]) if dice.random() < 0.4 else ""


def change(world: World, dice: Random) -> None:
    """Good for more or fewer pairs, with or without its own places, for how long."""
    voucher = dice.choice(list(Voucher.objects.filter(event=world.event)))
    voucher.most = dice.randint(1, 4)
    voucher.keeps_places = dice.random() < 0.4
    ends = world.now + timedelta(hours=dice.randint(0, 48))
    voucher.valid_until = dice.choice([None, ends])
    try:
        save_voucher(voucher=voucher, now=world.now)
    except (NoRoom, UsesTaken):
        return
