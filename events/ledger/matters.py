"""What about the money needs a person; normally nothing. A fixed number of queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import Exists, OuterRef, QuerySet

from events.ledger.models import Check, Movement, Seen
from events.orders.models import Order, Pair
from events.payments.models import Dispute, Payment, Refund
from home import dutch

SILENT = timedelta(minutes=20)  # five of our hold, and a quarter of an hour
LATE = timedelta(hours=1)  # a refund that nobody took in an hour
SLOW = timedelta(days=7)  # a refund on its way
NOT_THERE = timedelta(hours=26)  # of Stripe's books, a daily check and a bit
MOST = 200  # of each kind on one page

ACCEPT, GIVE_BACK = ("accept", "Toch aannemen"), ("give_back", "Geld terug")
AGAIN, OUTSIDE = ("again", "Probeer opnieuw"), ("outside", "Buiten Stripe terugbetaald")
SEEN = ("seen", "Gezien")


@dataclass(frozen=True)
class Matter:
    """One thing to decide about, and what can be done."""

    kind: str
    about: int
    what: str
    why: str
    amount: Decimal
    since: datetime
    order: Order | None
    acts: tuple[tuple[str, str], ...]


def matters(*, now: datetime, orders: QuerySet[Order] | None = None) -> list[Matter]:
    """Oldest first; with `orders` only what is about those, or about none."""
    seen = set(Seen.objects.values_list("kind", "about"))
    found = [
        *_quarantined(),
        *_silent(now),
        *_failed_refunds(),
        *_waiting_refunds(now),
        *_disputes(),
        *_refunds_of_valid_pairs(),
        *_differences(),
        *_not_at_stripe(now),
    ]
    if orders is not None:
        mine = set(orders.values_list("pk", flat=True))
        found = [m for m in found if m.order is None or m.order.pk in mine]
    unseen = [m for m in found if (m.kind, m.about) not in seen or SEEN not in m.acts]
    return sorted(unseen, key=lambda matter: (matter.since, matter.kind, matter.about))


def _quarantined() -> Iterator[Matter]:
    """F12."""
    waiting = Payment.objects.filter(status="quarantined").select_related(
        "order__event"
    )
    for payment in waiting.order_by("pk")[:MOST]:
        yield Matter(
            "quarantine",
            payment.pk,
            "Betaling klopt niet",
            f"Wat Stripe meldt, wijkt af van onze bestelling: {payment.trouble}. De "
            "plaatsen blijven vast tot je kiest.",
            payment.amount,
            payment.created_at,
            payment.order,
            (ACCEPT, GIVE_BACK),
        )


def _silent(now: datetime) -> Iterator[Matter]:
    """F20: its time is over, and Stripe has not said how it ended."""
    waiting = Payment.objects.filter(
        status__in=["new", "open"], expires_at__lte=now - SILENT
    )
    for payment in waiting.select_related("order__event").order_by("pk")[:MOST]:
        yield Matter(
            "silent",
            payment.pk,
            "Stripe zwijgt over een betaling",
            "De plaatsen blijven vast tot Stripe antwoordt; we vragen het elke minuut. "
            "Duurt het lang, vraag dan de beheerder.",
            payment.amount,
            payment.created_at,
            payment.order,
            (SEEN,),
        )


def _failed_refunds() -> Iterator[Matter]:
    """F15: the buyer is still owed it."""
    for refund in _refunds().filter(status="failed")[:MOST]:
        yield Matter(
            "failed",
            refund.pk,
            "Terugbetaling mislukt",
            f"{refund.get_reason_display().capitalize()}. De koper heeft dit nog te "
            "goed. Lukt het niet opnieuw (iDEAL neemt na 180 dagen niets terug), maak "
            "het dan over en noteer hoe.",
            refund.amount,
            refund.created_at,
            refund.payment.order,
            (AGAIN, OUTSIDE),
        )


def _waiting_refunds(now: datetime) -> Iterator[Matter]:
    """Stripe was silent for long, or the balance is too low (F14, F16)."""
    owed = Refund.objects.that_can_go().filter(created_at__lte=now - LATE)
    for refund in owed.select_related("payment__order__event").order_by("pk")[:MOST]:
        yield Matter(
            "owed",
            refund.pk,
            "Terugbetaling wacht",
            "Stripe heeft hem nog niet aangenomen. We proberen het elke minuut.",
            refund.amount,
            refund.created_at,
            refund.payment.order,
            (SEEN,),
        )
    slow = _refunds().filter(status="pending", created_at__lte=now - SLOW)
    for refund in slow[:MOST]:
        yield Matter(
            "slow",
            refund.pk,
            "Terugbetaling lang onderweg",
            "Staat er genoeg op het tegoed bij Stripe? Vul het daar aan.",
            refund.amount,
            refund.created_at,
            refund.payment.order,
            (SEEN,),
        )


def _disputes() -> Iterator[Matter]:
    """F18: answered at Stripe, and the tickets are ours to decide about."""
    found = Dispute.objects.select_related("payment__order__event")
    for dispute in found.filter(status="open").order_by("pk")[:MOST]:
        until = dispute.answer_by
        when = f" Antwoord vóór {dutch.moment(until)}." if until else ""
        yield Matter(
            "dispute",
            dispute.pk,
            "Betaling betwist",
            f"Antwoord in het dashboard van Stripe.{when} Tot de bank beslist, betalen "
            "we van deze betaling niets terug.",
            dispute.amount,
            dispute.opened_at,
            dispute.payment.order,
            (SEEN,),
        )
    lost = found.filter(status="lost").filter(_has_valid_pairs("payment__order"))
    for dispute in lost.order_by("pk")[:MOST]:
        yield Matter(
            "lost",
            dispute.pk,
            "Betwisting verloren",
            "Het geld is weg en de kaartjes zijn nog geldig. Annuleer ze bij de "
            "bestelling, of laat het zo.",
            dispute.amount,
            dispute.closed_at or dispute.opened_at,
            dispute.payment.order,
            (SEEN,),
        )


def _refunds_of_valid_pairs() -> Iterator[Matter]:
    """F17: tickets untouched until somebody decides."""
    elsewhere = _refunds().filter(reason="dashboard")
    for refund in elsewhere.filter(_has_valid_pairs("payment__order"))[:MOST]:
        yield Matter(
            "dashboard",
            refund.pk,
            "Teruggegeven in het dashboard van Stripe",
            "Geboekt, met een creditnota. De kaartjes zijn nog geldig: annuleer ze bij "
            "de bestelling, of laat het zo.",
            refund.amount,
            refund.created_at,
            refund.payment.order,
            (SEEN,),
        )


def _differences() -> Iterator[Matter]:
    """F13 and whatever else: a line of Stripe's that our rows do not explain."""
    lines = Movement.objects.that_differ().select_related("payment__order__event")
    for line in lines.order_by("pk")[:MOST]:
        ours = "wij weten van niets"
        if line.ours is not None:
            ours = f"bij ons {dutch.euro(line.ours)}"
        yield Matter(
            "movement",
            line.pk,
            f"Verschil met Stripe: {line.get_kind_display()}",
            f"Bij Stripe {dutch.euro(line.amount)}, {ours}. Zoek {line.source} op in "
            "het dashboard.",
            line.amount,
            line.at,
            line.payment.order if line.payment else None,
            (SEEN,),
        )


def _not_at_stripe(now: datetime) -> Iterator[Matter]:
    """We say paid, and Stripe's books have nothing of it."""
    first = Check.objects.filter(finished_at__isnull=False).order_by("pk").first()
    if first is None:
        return
    there = Movement.objects.filter(payment=OuterRef("pk"), kind="charge")
    missing = Payment.objects.filter(
        ~Exists(there),
        status="paid",
        settled_at__gt=first.since + NOT_THERE,
        settled_at__lte=now - NOT_THERE,
    )
    for payment in missing.select_related("order__event").order_by("pk")[:MOST]:
        since = payment.settled_at or payment.created_at
        yield Matter(
            "missing",
            payment.pk,
            "Betaling staat niet bij Stripe",
            f"Bij ons betaald op {dutch.moment(since)}; in de boeken van "
            f"Stripe niet te vinden ({payment.intent_id}).",
            payment.amount,
            since,
            payment.order,
            (SEEN,),
        )


def _refunds() -> QuerySet[Refund]:
    return Refund.objects.select_related("payment__order__event").order_by("pk")


def _has_valid_pairs(order: str) -> Exists:
    valid = Pair.objects.filter(order=OuterRef(order), state=Pair.State.SOLD)
    return Exists(valid)
