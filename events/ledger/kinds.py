"""The kinds of matters: which rows wait for a person, since when, and what we say."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Now

from events.invoices.models import CreditNote, Invoice, NumberSeries
from events.ledger.models import Check, Movement, Payout
from events.orders.models import Pair
from events.orders.resales import Resale
from events.payments.models import Dispute, Payment, Refund
from home import dutch

SILENT = timedelta(minutes=20)  # five of our hold, and a quarter of an hour
LATE = timedelta(hours=1)  # a refund that nobody took in an hour
SLOW = timedelta(days=7)  # a refund on its way
NOT_THERE = timedelta(hours=26)  # of Stripe's books, a daily check and a bit

ACCEPT, GIVE_BACK = ("accept", "Toch aannemen"), ("give_back", "Geld terug")
AGAIN, OUTSIDE = ("again", "Probeer opnieuw"), ("outside", "Buiten Stripe terugbetaald")
RECOVERED, LOST = ("recovered", "Teruggekregen"), ("lost", "Boek als verlies")
SEEN = ("seen", "Gezien")
BEGUN = F("created_at")


@dataclass(frozen=True)
class Kind:
    """Rows with an `amount`, whose order is at `order`; `say` gives title and text.

    Without `order` it is about the whole account."""

    rows: Callable[[datetime], QuerySet[Any]]
    say: Callable[[Any], tuple[str, str]]
    order: str = "payment__order"
    since: Combinable = BEGUN
    acts: tuple[tuple[str, str], ...] = (SEEN,)


def _quarantined(_now: datetime) -> QuerySet[Payment]:
    """F12."""
    return Payment.objects.filter(status="quarantined")


def _say_quarantined(payment: Payment) -> tuple[str, str]:
    return "Betaling klopt niet", (
        f"Wat Stripe meldt, wijkt af van onze bestelling: {payment.trouble}. De "
        "plaatsen blijven vast tot je kiest."
    )


def _silent(now: datetime) -> QuerySet[Payment]:
    """F20: its time is over, and Stripe has not said how it ended."""
    return Payment.objects.filter(
        status__in=["new", "open"], expires_at__lte=now - SILENT
    )


def _say_silent(_payment: Payment) -> tuple[str, str]:
    return "Stripe zwijgt over een betaling", (
        "De plaatsen blijven vast tot Stripe antwoordt; we vragen het elke minuut. "
        "Duurt het lang, vraag dan de beheerder."
    )


def _failed(_now: datetime) -> QuerySet[Refund]:
    """F15: the buyer is still owed it."""
    return Refund.objects.unpaid().filter(status="failed")


def _say_failed(refund: Refund) -> tuple[str, str]:
    return "Terugbetaling mislukt", (
        f"{refund.get_reason_display().capitalize()}. De koper heeft dit nog te "
        "goed. Lukt het niet opnieuw (iDEAL neemt na 180 dagen niets terug), maak "
        "het dan over en noteer hoe."
    )


def _too_much(_now: datetime) -> QuerySet[Refund]:
    """More went back than came in: only people can get it back."""
    return Refund.objects.filter(reason="excess", status="succeeded")


def _say_too_much(_refund: Refund) -> tuple[str, str]:
    return "Meer teruggegeven dan betaald", (
        "De koper kreeg dit twee keer: bij Stripe, en volgens de boeken ook buiten "
        "Stripe om. Vraag het terug en kies dan ‘Teruggekregen’; lukt dat niet, boek "
        "het dan als verlies. Ging het maar één keer, kies dan ook ‘Teruggekregen’ en "
        "schrijf dat erbij."
    )


def _too_much_failed(_now: datetime) -> QuerySet[Refund]:
    return Refund.objects.filter(reason="excess", status="failed")


def _say_too_much_failed(_refund: Refund) -> tuple[str, str]:
    return "Meer teruggegeven dan betaald, maar niet aangekomen", (
        "Stripe kreeg dit van de bank terug. Controleer of de koper het geld dat "
        "buiten Stripe om ging, echt heeft."
    )


def _to_transfer(_now: datetime) -> QuerySet[Refund]:
    return Refund.objects.to_transfer()


def _say_to_transfer(refund: Refund) -> tuple[str, str]:
    return "Geld over te maken", (
        f"{refund.get_reason_display().capitalize()}. Deze bestelling is buiten Stripe "
        f"om betaald ({refund.payment.note}). Maak het bedrag over en noteer hoe."
    )


def _owed(now: datetime) -> QuerySet[Refund]:
    """F14: Stripe was silent for long."""
    return Refund.objects.that_can_go().filter(created_at__lte=now - LATE)


def _say_owed(_refund: Refund) -> tuple[str, str]:
    return "Terugbetaling wacht", (
        "Stripe heeft hem nog niet aangenomen. We proberen het elke minuut."
    )


def _resold(now: datetime) -> QuerySet[Resale]:
    """Somebody else has the place, and the seller was not promised the money."""
    owed = Resale.objects.sold_and_owed().filter(ended_at__lte=now - LATE)
    return owed.annotate(amount=F("pair__price"))


def _say_resold(_resale: Resale) -> tuple[str, str]:
    return "Doorverkocht, nog niet terugbetaald", (
        "Iemand anders heeft de plaats van dit duo, en de verkoper heeft het geld nog "
        "te goed. We proberen het elke minuut te boeken; vraag de beheerder ernaar."
    )


def _slow(now: datetime) -> QuerySet[Refund]:
    """F16: perhaps the balance is too low."""
    return Refund.objects.filter(status="pending", created_at__lte=now - SLOW)


def _say_slow(_refund: Refund) -> tuple[str, str]:
    return "Terugbetaling lang onderweg", (
        "Staat er genoeg op het tegoed bij Stripe? Vul het daar aan."
    )


def _disputed(_now: datetime) -> QuerySet[Dispute]:
    """F18: answered at Stripe, and the tickets are ours to decide about."""
    return Dispute.objects.filter(status="open")


def _say_disputed(dispute: Dispute) -> tuple[str, str]:
    until = dispute.answer_by
    when = f" Antwoord vóór {dutch.moment(until)}." if until else ""
    return "Betaling betwist", (
        f"Antwoord in het dashboard van Stripe.{when} Tot de bank beslist, betalen "
        "we van deze betaling niets terug."
    )


def _lost(_now: datetime) -> QuerySet[Dispute]:
    return Dispute.objects.filter(_has_valid_pairs(), status="lost")


def _say_lost(_dispute: Dispute) -> tuple[str, str]:
    return "Betwisting verloren", (
        "Het geld is weg en de kaartjes zijn nog geldig. Wie het evenement regelt "
        "annuleert ze bij de bestelling, of laat het zo."
    )


def _in_dashboard(_now: datetime) -> QuerySet[Refund]:
    """F17: tickets untouched until somebody decides."""
    return Refund.objects.filter(_has_valid_pairs(), reason="dashboard")


def _say_in_dashboard(_refund: Refund) -> tuple[str, str]:
    return "Teruggegeven in het dashboard van Stripe", (
        "Geboekt, met een creditnota. De kaartjes zijn nog geldig: wie het evenement "
        "regelt annuleert ze bij de bestelling, of laat het zo."
    )


def _different(_now: datetime) -> QuerySet[Movement]:
    """F13 and whatever else: a line of Stripe's that our rows do not explain."""
    return Movement.objects.that_differ()


def _say_different(line: Movement) -> tuple[str, str]:
    ours = "wij weten van niets"
    if line.ours is not None:
        ours = f"bij ons {dutch.euro(line.ours)}"
    return f"Verschil met Stripe: {line.get_kind_display()}", (
        f"Bij Stripe {dutch.euro(line.amount)}, {ours}. Zoek {line.source} op in "
        "het dashboard."
    )


def _missing(now: datetime) -> QuerySet[Payment]:
    """We say paid, and Stripe's books have nothing of it."""
    first = Check.objects.filter(finished_at__isnull=False).order_by("pk").first()
    if first is None:
        return Payment.objects.none()
    there = Movement.objects.filter(payment=OuterRef("pk"), kind="charge")
    return Payment.objects.filter(
        ~Exists(there),
        status="paid",
        is_outside=False,
        settled_at__gt=first.since + NOT_THERE,
        settled_at__lte=now - NOT_THERE,
    )


def _say_missing(payment: Payment) -> tuple[str, str]:
    since = payment.settled_at or payment.created_at
    return "Betaling staat niet bij Stripe", (
        f"Bij ons betaald op {dutch.moment(since)}; in de boeken van Stripe niet te "
        f"vinden ({payment.intent_id})."
    )


def _bounced(_now: datetime) -> QuerySet[Payout]:
    """The bank sent it back, and no later one has arrived."""
    later = Payout.objects.filter(status="paid", created_at__gt=OuterRef("created_at"))
    return Payout.objects.filter(~Exists(later), status="failed")


def _say_bounced(payout: Payout) -> tuple[str, str]:
    return "Uitbetaling mislukt", (
        f"De bank nam {payout.stripe_id} niet aan. Het geld staat weer bij Stripe. "
        "Kijk daar het rekeningnummer na, dan gaat het met de volgende uitbetaling mee."
    )


def _unlike(_now: datetime) -> QuerySet[Payout]:
    return Payout.objects.exclude(explained=None).exclude(explained=F("amount"))


def _say_unlike(payout: Payout) -> tuple[str, str]:
    together = dutch.euro(payout.explained or 0)
    return "Uitbetaling klopt niet", (
        f"De regels van {payout.stripe_id} zijn samen {together}. "
        "Zoek die op in het dashboard van Stripe."
    )


def _unread(now: datetime) -> QuerySet[Payout]:
    return Payout.objects.filter(
        explained=None, is_automatic=True, created_at__lte=now - SLOW
    )


def _say_unread(payout: Payout) -> tuple[str, str]:
    return "Uitbetaling niet na te gaan", (
        f"Stripe zegt nog niet waaruit {payout.stripe_id} bestaat. Zoek die op in het "
        "dashboard."
    )


def _gaps(_now: datetime) -> QuerySet[NumberSeries]:
    """L7b: a series in which the last number is not how many there are."""
    there = [
        Subquery(
            papers.objects.filter(year=OuterRef("year"))
            .order_by()
            .values("year")
            .annotate(n=Count("pk"))
            .values("n")
        )
        for papers in (Invoice, CreditNote)
    ]
    invoices = When(kind=NumberSeries.Kind.INVOICE, then=there[0])
    counted = Coalesce(Case(invoices, default=there[1]), 0)
    series = NumberSeries.objects.annotate(there=counted, amount=Value(Decimal(0)))
    return series.exclude(last_number=F("there"))


def _say_gaps(series: Any) -> tuple[str, str]:
    return f"Nummers van {series.year} lopen niet door: {series.get_kind_display()}", (
        f"Het laatste nummer is {series.last_number}, en er zijn er {series.there}. "
        "De wet vraagt nummers zonder gaten: vraag de beheerder ernaar."
    )


def _has_valid_pairs() -> Exists:
    order = OuterRef("payment__order")
    return Exists(Pair.objects.filter(order=order, state=Pair.State.SOLD))


KINDS = {
    "quarantine": Kind(
        _quarantined, _say_quarantined, order="order", acts=(ACCEPT, GIVE_BACK)
    ),
    "silent": Kind(_silent, _say_silent, order="order"),
    "failed": Kind(_failed, _say_failed, acts=(AGAIN, OUTSIDE)),
    "excess": Kind(_too_much, _say_too_much, acts=(RECOVERED, LOST)),
    "excess_failed": Kind(_too_much_failed, _say_too_much_failed),
    "transfer": Kind(_to_transfer, _say_to_transfer, acts=(OUTSIDE,)),
    "resold": Kind(_resold, _say_resold, order="pair__order", since=F("ended_at")),
    "owed": Kind(_owed, _say_owed),
    "slow": Kind(_slow, _say_slow),
    "dispute": Kind(_disputed, _say_disputed, since=F("opened_at")),
    "lost": Kind(_lost, _say_lost, since=Coalesce("closed_at", "opened_at")),
    "dashboard": Kind(_in_dashboard, _say_in_dashboard),
    "movement": Kind(_different, _say_different, since=F("at")),
    "bounced": Kind(_bounced, _say_bounced, order=""),
    "payout": Kind(_unlike, _say_unlike, order=""),
    "unread": Kind(_unread, _say_unread, order=""),
    "gaps": Kind(_gaps, _say_gaps, order="", since=Now()),
    "missing": Kind(_missing, _say_missing, order="order", since=F("settled_at")),
}
