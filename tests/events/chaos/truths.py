"""What is true after every step, and what is true once the dust has settled."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Count, F, Prefetch, Q, Sum

from events.invoices.rules import NOTHING, ByRate, by_rate, written
from events.ledger.matters import matters
from events.models import (
    Cancellation,
    Check,
    CreditNote,
    Dispute,
    Event,
    Guest,
    Invoice,
    Movement,
    Order,
    Pair,
    Payment,
    Payout,
    Place,
    Refund,
    WaitingEntry,
)
from events.payments.models import LIVE
from home.models import OwedMail
from tests.events.chaos.world import World

GIVEN = {"goodwill", "dashboard", "dispute", "excess"}  # what went back for nothing
FOR_A_PERSON = {"failed", "dashboard", "lost", "excess", "excess_failed", "bounced"}


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
        | Q(order__status="paid", state__in=["sold", "cancelled"])
        | Q(order__status="cancelled", state="cancelled")
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
        or Dispute.objects.filter(status="open").exists()
        or WaitingEntry.objects.offered().exists()
        or not _is_checked()
    )


def _is_checked() -> bool:
    """A comparison with Stripe came to its end after the last thing that moved."""
    last = Check.objects.exclude(finished_at=None).order_by("-pk").first()
    moments = [
        *Refund.objects.order_by("-created_at").values_list("created_at")[:1],
        *Payment.objects.exclude(settled_at=None)
        .order_by("-settled_at")
        .values_list("settled_at")[:1],
    ]
    return last is not None and all(moment < last.began_at for (moment,) in moments)


def at_last(world: World) -> list[str]:
    """After the drain: nothing is due, and the books agree to the cent."""
    return [
        *_unfinished(),
        *_values(),
        *_numbers(Invoice),
        *_numbers(CreditNote),
        *_papers(),
        *_rates(),
        *_stripes_ledger(world),
        *_payouts(world),
        *_money_page(world),
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
    """B: what was paid and not given back is worth something, each a row of ours.

    A refund that failed is still owed to the buyer: a person looks at it."""
    wrong = []
    gone = Prefetch("payments__refunds", Refund.objects.that_count())
    orders = Order.objects.prefetch_related("pairs__cancellation", gone)
    for order in orders:
        paid = [p for p in order.payments.all() if p.status == "paid"]
        refunds = [refund for payment in paid for refund in payment.refunds.all()]
        pairs = list(order.pairs.all())
        worth = sum(pair.price for pair in pairs if pair.is_sold)
        worth += sum(pair.cancellation.kept for pair in pairs if pair.is_cancelled)
        worth -= sum(refund.amount for refund in refunds if refund.reason in GIVEN)
        left = sum(p.amount for p in paid) - sum(refund.amount for refund in refunds)
        if left != worth:
            wrong.append(
                f"order {order} ({order.status}): {paid}, {refunds} != {worth}"
            )
        for payment in paid:
            wrong += _promise(payment, payment.refunds.all())
        bought = [payment for payment in paid if not _was_refused(payment)]
        is_free = order.status in {"paid", "cancelled"} and not order.total
        if bool(bought) != order.has_been_paid and not is_free:
            wrong.append(f"order {order} is {order.status}, paid: {bought}")
    return wrong


def _promise(payment: Payment, refunds: Iterable[Refund]) -> list[str]:
    """Its refunds are what it promised; only by hand can more have gone."""
    mine = sum(refund.amount for refund in refunds if refund.reason != "excess")
    excess = sum(refund.amount for refund in refunds if refund.reason == "excess")
    by_hand = sum(refund.amount for refund in refunds if refund.status == "outside")
    if mine == payment.promised and excess <= by_hand:
        return []
    return [f"payment {payment} promised {payment.promised} != {mine}, {excess} more"]


def _was_refused(payment: Payment) -> bool:
    """It did not match, and went back without ever having been a sale."""
    return any(refund.reason == "refused" for refund in payment.refunds.all())


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
    """One invoice per sale, one credit note per refund of one, to the cent."""
    refused = Refund.objects.filter(reason="refused").values("payment")
    sales = Payment.objects.filter(status="paid").exclude(pk__in=refused)
    paid = dict(sales.values_list("pk", "amount"))
    billed = dict(Invoice.objects.values_list("payment", "total"))
    owed: Counter[int] = Counter()
    for refund in Refund.objects.exclude(reason__in=["refused", "excess"]):
        owed[refund.part_of_id or refund.pk] += refund.amount
    notes = {
        pk: -total for pk, total in CreditNote.objects.values_list("refund", "total")
    }
    return [
        *([f"paid {paid} is not billed {billed}"] if paid != billed else []),
        *([f"refunds {owed} are not credited {notes}"] if owed != notes else []),
    ]


def _rates() -> list[str]:
    """An invoice is its pairs, per rate; a note of a whole pair took exactly that one
    off, and no rate has more off it than was on it."""
    wrong = []
    refunds = Prefetch(
        "credit_notes",
        CreditNote.objects.select_related("refund__cancellation"),
    )
    for invoice in Invoice.objects.prefetch_related(refunds, "order__pairs"):
        notes = list(invoice.credit_notes.all())
        billed, pairs = written(invoice.lines), list(invoice.order.pairs.all())
        left = written(line for paper in (invoice, *notes) for line in paper.lines)
        whole = {
            note.refund.cancellation.pair_id
            for note in notes
            if note.refund.cancellation
            and note.refund.cancellation.price == -note.total
        }
        rest = _of([pair for pair in pairs if pair.pk not in whole])
        if billed != _of(pairs) or any(min(amounts) < 0 for amounts in left.values()):
            wrong.append(f"{invoice}: {billed} is billed, {left} is left")
        if len(whole) == len(notes) and any(
            left[rate] != rest.get(rate, NOTHING) for rate in left
        ):
            wrong.append(f"{invoice}: {left} is left of {rest}")
    return wrong


def _of(pairs: list[Pair]) -> ByRate:
    return by_rate(
        (share.rate, share.net, share.vat) for pair in pairs for share in pair.shares
    )


def _stripes_ledger(world: World) -> list[str]:
    """Charges less refunds and lost disputes at Stripe are ours, per order."""
    theirs: Counter[str] = Counter()
    names = {}
    for charge in world.stripe.charges:
        names[charge["id"]] = charge["metadata"]["order"]
        if charge["status"] == "succeeded":
            theirs[charge["metadata"]["order"]] += charge["amount"]
    for refund in world.stripe.refunds:
        if refund["status"] not in {"failed", "canceled"}:
            theirs[names[refund["charge"]]] -= refund["amount"]
    for dispute in world.stripe.disputes:
        if dispute["status"] != "won":
            theirs[names[dispute["charge"]]] -= dispute["amount"]
    ours: Counter[str] = Counter()
    through = Payment.objects.filter(status="paid", is_outside=False)
    for payment in through.select_related("order"):
        kept = payment.refunds.exclude(status__in=["failed", "outside"])
        back = kept.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
        ours[payment.order.reference] += int((payment.amount - back) * 100)
    return [
        f"order {name}: Stripe has {theirs[name]} cents, we {ours[name]}"
        for name in sorted(theirs | ours)
        if theirs[name] != ours[name]
    ]


def _payouts(world: World) -> list[str]:
    """Each is known, and every line of it that went to the bank is in it."""
    theirs = Counter(payout["amount"] for payout in world.stripe.payouts)
    ours = Counter(int(payout.explained * 100) for payout in Payout.objects.all())
    lines = Movement.objects.exclude(payout=None).count()
    banked = {
        line["id"]
        for line in world.stripe.movements
        if line["id"] in world.stripe.account.paid_out
        and line["reporting_category"] in Movement.Kind.values
    }
    wrong = [] if theirs == ours else [f"payouts {theirs} at Stripe, {ours} here"]
    return wrong + [f"{len(banked)} lines were paid out, {lines} here"] * (
        lines != len(banked)
    )


def _money_page(world: World) -> list[str]:
    """Line by line the books are Stripe's; what waits is for a person to decide."""
    return [
        f"{matter.kind} {matter.about}: {matter.why}"
        for matter in matters(now=world.now)
        if matter.kind not in FOR_A_PERSON
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
    gone = Order.objects.filter(status="cancelled").values_list("pk", flat=True)
    if not paid <= set(told) <= paid | set(gone):
        wrong.append(f"orders {paid} are paid, {told} are confirmed")
    acts = Cancellation.objects.values_list("pair__order", "cancelled_at")
    heard = sent.filter(kind="events.cancelled").values("about_id")
    if untold := set(acts) - set(acts.filter(pk__in=heard)):
        wrong.append(f"cancelled, and the buyer was not told: {untold}")
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
