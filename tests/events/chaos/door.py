"""The door: who comes in with which code, whom it refuses, and what is taken back."""

from contextlib import suppress
from datetime import date
from random import Random

from events.door.services import ProofNeeded, Refused, check_in, undo
from events.guests.models import FormerHost, Guest
from events.guests.services import EventOver, NotCurrent, NotEligible, admit
from events.models import CheckIn, Pair
from tests.events.chaos.world import RECENT, World


def come_in(world: World, dice: Random) -> None:
    """With a code that works, or did once: all who may, and nobody else."""
    bought = Pair.objects.filter(state__in=["sold", "cancelled"]).order_by("-pk")
    pair = dice.choice(list(bought[:RECENT]) or [None])
    if pair is None:
        return
    code = dice.choice(_codes(pair))
    if dice.random() < 0.5 and (guest := _confirms_in_the_queue(world, dice)):
        pair, code = guest.pair, guest.code
    for proof_seen in (False, True):  # the steward forgets to ask, and then asks
        _try_to_come_in(world, pair, code, proof_seen=proof_seen)


def _try_to_come_in(world: World, pair: Pair, code: str, *, proof_seen: bool) -> None:
    may = _may_come_in(pair, code, proof_seen=proof_seen)
    try:
        check_in(
            pair=pair,
            code=code,
            proof_seen=proof_seen,
            by=world.organiser,
            now=world.now,
        )
        is_in = True
    except (Refused, ProofNeeded):
        is_in = False
    if is_in != may:
        world.wrong.append(f"pair {pair}, code {code}: let in {is_in}, may {may}")


def was_a_mistake(world: World, dice: Random) -> None:
    """The wrong button: this person is not in after all."""
    inside = CheckIn.objects.standing().order_by("-pk")[:RECENT]
    if one := dice.choice(list(inside) or [None]):
        undo(pair=one.pair, code=one.code, now=world.now)


def always() -> list[str]:
    """Who is in does not lose the chair to a buyer, and showed what there was to."""
    inside = CheckIn.objects.standing()
    sold = inside.filter(pair__resales__how="sold")
    free = inside.filter(pair__cancellation__reason="buyer")
    unseen = inside.filter(guest__ground="age", proof_seen=False)
    return [
        *(f"{one} is in, and the place was sold on" for one in sold),
        *(f"{one} is in, and the buyer cancelled it" for one in free),
        *(f"{one} is in on age, and nobody saw a proof" for one in unseen),
    ]


def _confirms_in_the_queue(world: World, dice: Random) -> Guest | None:
    """On age, for there a proof is asked; who cannot may try to come in as well."""
    guests = Guest.objects.current().filter(pair__state="sold").order_by("-pk")
    guest = dice.choice(list(guests[:RECENT]) or [None])
    if guest and not guest.is_admitted:
        with suppress(EventOver, NotCurrent, NotEligible):
            admit(
                guest=guest,
                name="Iemand",
                email=guest.email or "iemand@voorbeeld.example",
                born=date(2000, 5, 4),
                sector=None,
                now=world.now,
            )
    return guest


def _codes(pair: Pair) -> list[str]:
    """Of the two of now, and of all who were one of them before."""
    guests = Guest.objects.filter(pair=pair).order_by("pk")
    former = FormerHost.objects.filter(pair=pair).order_by("pk")
    return [
        pair.host_code,
        *guests.values_list("code", flat=True),
        *former.values_list("code", flat=True),
    ]


def _may_come_in(pair: Pair, code: str, *, proof_seen: bool) -> bool:
    """The rules once more in other words: sold, of now, confirmed for the day, once."""
    if pair.state != "sold" or CheckIn.objects.standing().filter(code=code).exists():
        return False
    if code == pair.host_code:
        return True
    day = pair.order.event.first_day
    confirmed = Guest.objects.current().filter(code=code, admitted_at__isnull=False)
    on_age = proof_seen and confirmed.filter(ground="age", judged_for=day).exists()
    return on_age or confirmed.filter(ground="sector").exists()
