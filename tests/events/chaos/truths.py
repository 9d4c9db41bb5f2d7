"""What is true after every step, and what is true once the dust has settled."""

from collections import Counter, defaultdict
from decimal import Decimal

from django.db.models import Count, F, Q, Sum

from events.models import (
    CreditNote,
    Event,
    Guest,
    Invoice,
    Order,
    Pair,
    Payment,
    Place,
    Refund,
)
from events.payments.models import LIVE
from home.models import OwedMail
from tests.events.chaos.world import World


def insist(wrong: list[str]) -> None:
    """Say all of it at once."""
    if wrong:
        raise AssertionError("\n".join(wrong))


def always() -> list[str]:
    """Invariants A and C, and rows that agree with each other."""
    return [*_places(), *_pairs(), *_attempts()]


def _places() -> list[str]:
    """A: sold and held together are never more than there are."""
    events = Event.objects.annotate(
        rows=Count("places"), taken=Count("places__pair", distinct=True)
    )
    return [
        f"{event}: {event.taken} pairs, {event.rows} places, room for {event.capacity}"
        for event in events
        if not event.taken <= event.rows == event.capacity
    ]


def _pairs() -> list[str]:
    """Every pair is in the state of its order, in a hall of its own event."""
    crooked = Pair.objects.exclude(
        Q(order__status="held", state="held")
        | Q(order__status="paid", state="sold")
        | Q(order__status__in=["lapsed", "returned"], state="released")
    )
    elsewhere = Place.objects.exclude(pair=None).exclude(pair__order__event=F("event"))
    return [
        *(
            f"pair {p} is {p.state}, its order {p.order.status}"
            for p in crooked.select_related("order")
        ),
        *(f"place {place} is taken from elsewhere" for place in elsewhere),
    ]


def _attempts() -> list[str]:
    """C: at most one attempt per order of which Stripe may still say `paid`."""
    live = Payment.objects.filter(status__in=LIVE).values("order")
    twice = live.annotate(n=Count("pk")).filter(n__gt=1)
    return [f"order {row['order']} has {row['n']} live attempts" for row in twice]


def is_quiet() -> bool:
    """Nothing is due any more."""
    return not (
        Payment.objects.filter(status__in=LIVE).exists()
        or Order.objects.filter(status="held").exists()
        or OwedMail.objects.open().exists()
        or Refund.objects.filter(status__in=["owed", "pending"]).exists()
    )


def at_last(world: World) -> list[str]:
    """After the drain: nothing is due, and the books agree to the cent."""
    return [
        *_unfinished(),
        *_values(),
        *_numbers(Invoice),
        *_numbers(CreditNote),
        *_papers(),
        *_stripes_ledger(world),
        *_mails(world),
    ]


def _unfinished() -> list[str]:
    open_rows = [
        *Payment.objects.filter(status__in=LIVE),
        *Order.objects.filter(status="held"),
        *OwedMail.objects.open(),
        *Refund.objects.filter(status__in=["owed", "pending"]),
    ]
    return [f"never finished: {type(row).__name__} {row}" for row in open_rows]


def _values() -> list[str]:
    """B: what was paid and not given back is what the sold pairs are worth.

    A refund that failed is still owed to the buyer: a person looks at it."""
    wrong = []
    for order in Order.objects.prefetch_related("pairs", "payments__refunds"):
        paid = [p for p in order.payments.all() if p.status == "paid"]
        given = sum(r.amount for p in paid for r in p.refunds.all())
        worth = sum(pair.price for pair in order.pairs.all() if pair.state == "sold")
        if sum(p.amount for p in paid) - given != worth:
            wrong.append(f"order {order} ({order.status}): {paid} - {given} != {worth}")
        if bool(paid) != (order.status in {"paid", "returned"}):
            wrong.append(f"order {order} is {order.status}, paid: {paid}")
    return wrong


def _numbers(model) -> list[str]:
    """L7b: 1 to n in every year."""
    years = defaultdict(list)
    for year, number in model.objects.values_list("year", "number"):
        years[year].append(number)
    return [
        f"{model.__name__} {year}: {sorted(numbers)}"
        for year, numbers in years.items()
        if sorted(numbers) != list(range(1, len(numbers) + 1))
    ]


def _papers() -> list[str]:
    """One invoice per paid payment, one credit note per refund, to the cent."""
    paid = dict(Payment.objects.filter(status="paid").values_list("pk", "amount"))
    billed = dict(Invoice.objects.values_list("payment", "total"))
    owed = dict(Refund.objects.values_list("pk", "amount"))
    notes = {
        pk: -total for pk, total in CreditNote.objects.values_list("refund", "total")
    }
    return [
        *([f"paid {paid} is not billed {billed}"] if paid != billed else []),
        *([f"refunds {owed} are not credited {notes}"] if owed != notes else []),
    ]


def _stripes_ledger(world: World) -> list[str]:
    """Charges less refunds at Stripe are ours, per order."""
    theirs: Counter[str] = Counter()
    names = {}
    for charge in world.stripe.charges:
        names[charge["id"]] = charge["metadata"]["order"]
        if charge["status"] == "succeeded":
            theirs[charge["metadata"]["order"]] += charge["amount"]
    for refund in world.stripe.refunds:
        if refund["status"] not in {"failed", "canceled"}:
            theirs[names[refund["charge"]]] -= refund["amount"]
    ours: Counter[str] = Counter()
    for payment in Payment.objects.filter(status="paid").select_related("order"):
        kept = payment.refunds.exclude(status="failed")
        back = kept.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
        ours[payment.order.reference] += int((payment.amount - back) * 100)
    return [
        f"order {name}: Stripe has {theirs[name]} cents, we {ours[name]}"
        for name in sorted(theirs | ours)
        if theirs[name] != ours[name]
    ]


def _mails(world: World) -> list[str]:
    """One confirmation per paid order, one invitation per guest, none repeated."""
    sent = OwedMail.objects.exclude(sent_at=None)
    once = dict.fromkeys(sent.values_list("message_id", flat=True), 1)
    taken, may_repeat = world.office.taken, world.crashes.repeats
    wrong = [
        f"mail {number} was sent {times} times"
        for number, times in taken.items()
        if times > once.get(number, 0) + may_repeat.get(number, 0)
    ]
    wrong += [
        f"mail {number} is noted, not sent" for number in once if not taken[number]
    ]
    paid = set(Order.objects.filter(status="paid").values_list("pk", flat=True))
    confirmed = sent.filter(kind="events.confirmation")
    told = list(confirmed.values_list("about_id", flat=True))
    if sorted(paid) != sorted(told):
        wrong.append(f"orders {paid} are paid, {told} are confirmed")
    returned = Order.objects.filter(status="returned").values_list("pk", flat=True)
    sorry = sent.filter(kind="events.late_payment").values_list("about_id", flat=True)
    if sorted(returned) != sorted(sorry):
        wrong.append(f"orders {list(returned)} went back, {list(sorry)} were told")
    uninvited = (
        Guest.objects.current()
        .filter(pair__state="sold", invited_at=None)
        .exclude(email="")
    )
    return wrong + [f"guest {guest.pk} waits for an invitation" for guest in uninvited]
