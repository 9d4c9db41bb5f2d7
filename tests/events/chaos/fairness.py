"""What is kept is kept, and nobody is overtaken: codes, the line, moves, the end."""

from collections import Counter

from django.db.models import Count, Exists, F, OuterRef, Q

from events.models import (
    Choice,
    DuoTicket,
    Event,
    Guest,
    Order,
    Pair,
    Place,
    Resale,
    Voucher,
    WaitingEntry,
)
from home.models import OwedMail
from tests.events.chaos.world import World

MOST_REMINDERS = 4
NOTHING: Counter[int] = Counter()


def always(world: World) -> list[str]:
    """A code is used as often as it says, and its places are for nobody else.

    Nor has one buyer more of a type than the type allows, and what was offered can be
    had as long as the offer stands."""
    vouchers = Voucher.objects.annotate(
        rows=Count("uses", distinct=True), taken=Count("uses__pair", distinct=True)
    )
    gone = Resale.objects.standing().exclude(pair__state="sold")
    in_time = Q(order__paid_at__lte=F("order__held_until"))  # else it came back
    bought = Pair.objects.filter(in_time, state="sold", ticket__most_per_buyer__gt=0)
    buyers = bought.values("ticket", "order__buyer_email").annotate(number=Count("pk"))
    strangers = Pair.objects.filter(place__pool__gt=0).exclude(
        voucher_use__voucher=F("place__pool")
    )
    return [
        *(
            f"code {voucher}: {voucher.taken} pairs, {voucher.rows} uses, "
            f"good for {voucher.most}"
            for voucher in vouchers
            if not voucher.taken <= voucher.rows == voucher.most
        ),
        *(f"pair {pair} is in a place that a code keeps" for pair in strangers),
        *(f"{resale} is for sale, and not valid" for resale in gone),
        *(
            f"{buyer} is more than one buyer gets"
            for buyer in buyers.filter(number__gt=F("ticket__most_per_buyer"))
        ),
        *_offers_of_nothing(world),
    ]


def _offers_of_nothing(world: World) -> list[str]:
    """An order that is an offer and lost its place for a moment can have one again.

    Unless it was of a pair that its buyer put back, and keeps after all."""
    event, wrong = world.event, []
    empty = Place.objects.filter(event=event, pool=0, pair=None).count()
    resales = Resale.objects.filter(pair__order__event=event)
    kept_after_all = resales.filter(how__in=["taken_back", "unsold", "came"])
    put_back = Counter(
        resale.pair.ticket_id
        for resale in [*resales.for_sale(world.now), *kept_after_all]
    )
    needed = _kept(world) - put_back
    for ticket in DuoTicket.objects.filter(pk__in=needed).exclude(capacity=None):
        taken = Pair.objects.filter(ticket=ticket, place__isnull=False).count()
        if needed[ticket.pk] > ticket.capacity - taken:
            wrong.append(f"{needed[ticket.pk]} of {ticket} are offered: {taken} taken")
    if needed.total() > empty:
        wrong.append(f"{needed.total()} places are offered, {empty} are empty")
    return wrong


def _kept(world: World) -> Counter[int]:
    """Offers that stand, and that no order holds now, by type."""
    kept = Pair.objects.filter(
        order__event=world.event,
        order__event__called_off_at=None,
        order__status="lapsed",
        order__offer__state="offered",
        order__offer__offer_until__gt=world.now,
    )
    return Counter(kept.values_list("ticket", flat=True))


def overtaken(order: Order, world: World) -> list[str]:
    """Who waits for a place that this order has just got, without being offered it.

    What was put back is only for who wants that type."""
    mine = set(order.pairs.values_list("ticket", flat=True))
    line = order.event.waiting.in_line()
    if order.pairs.filter(place__pool=0).exists():
        behind = line.exclude(ticket__in=_full(order.event, _kept(world)) - mine)
    elif order.pairs.filter(instead_of__isnull=False).exists():
        behind = line.filter(Q(ticket=None) | Q(ticket__in=mine))
    else:
        return []
    return [f"order {order} went before {entry}" for entry in behind]


def _full(event: Event, kept: Counter[int] = NOTHING) -> set[int]:
    """The types of which every pair is taken, whatever the event has left.

    Or kept for who was offered one and has no place at this moment."""
    taken = Count("pairs", filter=Q(pairs__place__isnull=False))
    types = DuoTicket.objects.filter(event=event).exclude(capacity=None)
    left = types.annotate(left=F("capacity") - taken).values_list("pk", "left")
    return {pk for pk, number in left if number <= kept[pk]}


def at_last(world: World) -> list[str]:
    """Nobody waits beside a free place, and each joining brought one offer at most."""
    return [
        *_idle_places(world),
        *_offers(world),
        *_kept_for_nobody(world),
        *_resales(),
        *_choices(),
        *_called_off(),
        *_reminders(),
    ]


def _idle_places(world: World) -> list[str]:
    event = Event.objects.get(pk=world.event.pk)
    if world.now >= event.starts_at:
        return []
    line, idle = event.waiting.in_line(), WaitingEntry.objects.none()
    if Place.objects.filter(event=event, pool=0, pair=None).exists():
        idle = line.exclude(ticket__in=_full(event))
    put_back = Resale.objects.standing().filter(claim=None, pair__order__event=event)
    if put_back.exists():
        types = put_back.values("pair__ticket")
        idle |= line.filter(Q(ticket=None) | Q(ticket__in=types))
    return [f"{entry} waits beside a free place" for entry in idle]


def _offers(world: World) -> list[str]:
    """One for each time that somebody joined; accepted or over, never both."""
    offers = OwedMail.objects.filter(kind="events.offer")
    times = Counter(offers.values_list("about_id", flat=True))
    open_ones = WaitingEntry.objects.offered()
    unpaid = WaitingEntry.objects.filter(state="bought", order__paid_at=None)
    return [
        *(
            f"entry {pk} had {number} offers"
            for pk, number in times.items()
            if number > 1 + world.joined[pk]
        ),
        *(f"offer of {entry} never ended" for entry in open_ones),
        *(f"{entry} is bought, and not paid" for entry in unpaid),
    ]


def _kept_for_nobody(world: World) -> list[str]:
    """An empty place is kept only as long as somebody may still use the code."""
    empty = Place.objects.filter(pool__gt=0, pair=None)
    kept = Counter(empty.values_list("pool", flat=True))
    for voucher in Voucher.objects.filter(keeps_places=True):
        if voucher.valid_until is None or voucher.valid_until > world.now:
            kept[voucher.pk] -= voucher.uses.filter(pair=None).count()
    return [
        f"{number} places more are kept for code {pk} than it has uses"
        for pk, number in kept.items()
        if number > 0
    ]


def _resales() -> list[str]:
    """Who was sold has no place and the money; nobody is still buying."""
    unpaid = Resale.objects.sold_and_owed()
    buying = Pair.objects.filter(state="held", instead_of__isnull=False)
    kept = Resale.objects.filter(how="sold").exclude(pair__state="cancelled")
    return [
        *(f"{resale} is sold, and the money is not on its way" for resale in unpaid),
        *(f"{resale} is sold, and still valid" for resale in kept),
        *(f"pair {pair} is being bought for ever" for pair in buying),
    ]


def _choices() -> list[str]:
    """Who chose the money has no place left."""
    sold = Pair.objects.filter(order=OuterRef("order"), state="sold")
    refused = Choice.objects.filter(Exists(sold), answer="refund")
    return [f"order {choice.order} chose the money and is sold" for choice in refused]


def _called_off() -> list[str]:
    """Nothing of it is sold, and nobody waits for it."""
    off = {"event__called_off_at__isnull": False}
    sold = Order.objects.filter(pairs__state="sold", **off).distinct()
    waiting = WaitingEntry.objects.live().filter(**off)
    return [
        *(f"order {order} is sold and does not happen" for order in sold),
        *(f"{entry} waits for what does not happen" for entry in waiting),
    ]


def _reminders() -> list[str]:
    """At most four for each time that a guest was asked, and none after a no."""
    reminders = OwedMail.objects.filter(kind="events.reminder")
    times = Counter(reminders.values_list("about_id", flat=True))
    guests = Guest.objects.filter(pk__in=times).annotate(
        moves=Count("pair__order__event__moves", distinct=True)
    )
    too_many = [
        f"guest {guest.pk} was reminded {times[guest.pk]} times"
        for guest in guests
        if times[guest.pk] > MOST_REMINDERS * (1 + guest.moves)
    ]
    sent = dict(reminders.exclude(sent_at=None).values_list("about_id", "sent_at"))
    gone = guests.filter(Q(declined_at__isnull=False) | Q(replaced_at__isnull=False))
    return too_many + [
        f"guest {guest.pk} is gone and was reminded"
        for guest in gone.filter(pk__in=sent)
        if sent[guest.pk] > min(filter(None, [guest.declined_at, guest.replaced_at]))
    ]
