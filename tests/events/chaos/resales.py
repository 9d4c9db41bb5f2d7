"""Pairs that their buyers put back for sale: sold to somebody else, or taken again."""

from random import Random

from events.models import Pair, Resale
from events.orders.services import NotSold
from events.resales.services import AlreadySold, NotNow, put_back, take_back
from tests.events.chaos.world import RECENT, World


def offer_again(world: World, dice: Random) -> None:
    sold = Pair.objects.filter(state="sold", order__event=world.event)
    pair = dice.choice(list(sold.order_by("-pk")[:RECENT]) or [None])
    if pair is None:
        return
    try:
        put_back(order=pair.order, number=pair.number, now=world.now)
    except (NotSold, NotNow):
        return


def keep_after_all(world: World, dice: Random) -> None:
    standing = Resale.objects.standing().order_by("-pk")
    resale = dice.choice(list(standing[:RECENT]) or [None])
    if resale is None:
        return
    pair = resale.pair
    try:
        take_back(order=pair.order, number=pair.number, now=world.now)
    except AlreadySold:
        return
