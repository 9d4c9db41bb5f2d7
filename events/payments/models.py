"""Payment attempts, refunds and what Stripe told us."""

import secrets
from decimal import Decimal

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

LIVE = ["new", "open", "processing", "quarantined"]


def new_key() -> str:
    """An idempotency key; unique for ever, not only for Stripe's 24 hours."""
    return secrets.token_hex(16)


class PaymentQuerySet(models.QuerySet):
    """Each method finishes the sentence `the payments …`."""

    def live(self):
        """Stripe may still call them paid."""
        return self.filter(status__in=LIVE)

    def waiting(self):
        """The buyer is done with them; a bank or a person is not."""
        return self.filter(status__in=["processing", "quarantined"])

    def to_ask_about(self, before):
        """Begun before then, and Stripe has not told us the end."""
        return self.filter(
            status__in=["new", "open", "processing"], created_at__lte=before
        )


class Payment(models.Model):
    """One attempt to pay an order, committed before Stripe hears of it."""

    class Status(models.TextChoices):
        NEW = "new", "begonnen"
        OPEN = "open", "bij de bank"
        PROCESSING = "processing", "uitslag volgt"
        QUARANTINED = "quarantined", "klopt niet, wacht op een mens"
        PAID = "paid", "betaald"
        FAILED = "failed", "mislukt"
        EXPIRED = "expired", "verlopen"

    order = models.ForeignKey("events.Order", models.PROTECT, related_name="payments")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    amount = models.DecimalField("bedrag", max_digits=10, decimal_places=2)
    promised = models.DecimalField(
        "daarvan terug",
        max_digits=10,
        decimal_places=2,
        default=0,
        help_text="Wat er aan terugbetalingen bij hoort, ook wat nog onderweg is.",
    )
    status = models.CharField(
        "stand", max_length=12, choices=Status, default=Status.NEW
    )
    is_outside = models.BooleanField("buiten Stripe om", default=False)
    params = models.JSONField("gevraagd aan Stripe", encoder=DjangoJSONEncoder)
    session_id = models.CharField(max_length=100, unique=True, null=True, blank=True)
    intent_id = models.CharField(max_length=100, blank=True)
    url = models.URLField("betaalpagina", max_length=1000, blank=True)
    expires_at = models.DateTimeField("verloopt op")
    created_at = models.DateTimeField("begonnen op")
    settled_at = models.DateTimeField("afgehandeld op", null=True, blank=True)
    tried_at = models.DateTimeField("laatst gevraagd op", null=True, blank=True)
    trouble = models.CharField("wat er niet klopt", max_length=120, blank=True)
    note = models.CharField("besluit", max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="besloten door",
    )

    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = "betaling"
        verbose_name_plural = "betalingen"
        constraints = [
            models.UniqueConstraint(
                name="payment_one_live_per_order",
                fields=["order"],
                condition=Q(status__in=["new", "open", "processing", "quarantined"]),
            ),
            models.CheckConstraint(
                name="payment_final_has_a_moment",
                condition=Q(status__in=LIVE, settled_at=None)
                | Q(status__in=["paid", "failed", "expired"], settled_at__isnull=False),
            ),
            models.CheckConstraint(
                name="payment_outside_stripe_says_how",
                condition=Q(is_outside=False)
                | (~Q(note="") & Q(session_id=None, intent_id="")),
                violation_error_message="Schrijf op hoe er is betaald.",
            ),
            models.CheckConstraint(
                name="payment_is_of_something", condition=Q(amount__gt=0)
            ),
            models.CheckConstraint(
                name="payment_gives_back_at_most_itself",
                condition=Q(promised__gte=0, promised__lte=F("amount")),
            ),
        ]

    def __str__(self):
        return f"{self.order_id} {self.amount}"

    @property
    def is_final(self) -> bool:
        return self.settled_at is not None

    @property
    def left(self) -> Decimal:
        """What can still be promised back."""
        return self.amount - self.promised


class RefundQuerySet(models.QuerySet):
    """Each method finishes the sentence `the refunds …`."""

    def owed(self):
        """Promised and not yet handed to Stripe."""
        owed = self.filter(stripe_id=None, status="owed")
        return owed.exclude(payment__is_outside=True)

    def to_transfer(self):
        """Promised of what never came through Stripe: a person does it."""
        return self.filter(status="owed", payment__is_outside=True)

    def unpaid(self):
        """The buyer is owed them; an excess that failed nobody was."""
        return self.filter(status__in=["owed", "failed"]).exclude(reason="excess")

    def that_count(self):
        """The buyer has them, or will; an excess that came back is over."""
        return self.exclude(reason="excess", status__in=["failed", "recovered"])

    def that_can_go(self):
        """As `owed`, while no bank has the money of that payment (F18)."""
        blocked = Dispute.objects.blocking().values("payment")
        return self.owed().exclude(payment__in=blocked)


class Refund(models.Model):
    """Money that goes back; the row stands before Stripe is asked.

    An excess is what went beyond the payment: promised to nobody, and on no paper."""

    class Reason(models.TextChoices):
        LATE = "late", "te laat betaald"
        DUPLICATE = "duplicate", "twee keer betaald"
        CANCELLED = "cancelled", "geannuleerd"
        GOODWILL = "goodwill", "uit coulance"
        REFUSED = "refused", "betaling klopte niet"
        DASHBOARD = "dashboard", "teruggegeven bij Stripe"
        DISPUTE = "dispute", "betwisting verloren"
        EXCESS = "excess", "meer dan er betaald was"

    class Status(models.TextChoices):
        OWED = "owed", "nog te doen"
        PENDING = "pending", "onderweg"
        SUCCEEDED = "succeeded", "terugbetaald"
        FAILED = "failed", "mislukt"
        OUTSIDE = "outside", "buiten Stripe terugbetaald"
        RECOVERED = "recovered", "weer teruggekregen"
        LOST = "lost", "als verlies geboekt"

    payment = models.ForeignKey(Payment, models.PROTECT, related_name="refunds")
    amount = models.DecimalField("bedrag", max_digits=10, decimal_places=2)
    reason = models.CharField("reden", max_length=12, choices=Reason)
    cancellation = models.ForeignKey(
        "events.Cancellation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="refunds",
        verbose_name="annulering",
    )
    note = models.CharField("notitie", max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="door",
    )
    status = models.CharField(
        "stand", max_length=10, choices=Status, default=Status.OWED
    )
    stripe_id = models.CharField(max_length=100, unique=True, null=True, blank=True)
    attempt = models.PositiveSmallIntegerField("poging", default=1)
    earlier = models.CharField(
        "eerdere nummers",
        max_length=1000,
        blank=True,
        help_text="Van pogingen die mislukten, bij Stripe.",
    )
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="Hiervan afgesplitst; de creditnota is van dat geheel.",
    )
    paid_with = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pays",
        help_text="Meegekomen met deze terugbetaling, die iemand anders deed.",
    )
    trouble = models.CharField("wat er misging", max_length=120, blank=True)
    created_at = models.DateTimeField("ontstaan op")
    tried_at = models.DateTimeField("laatst geprobeerd op", null=True, blank=True)
    decided_at = models.DateTimeField(
        "geregeld op",
        null=True,
        blank=True,
        help_text="Door een mens: buiten Stripe terugbetaald, teruggekregen, verlies.",
    )

    objects = RefundQuerySet.as_manager()

    class Meta:
        verbose_name = "terugbetaling"
        verbose_name_plural = "terugbetalingen"
        constraints = [
            models.UniqueConstraint(
                name="refund_once_per_payment_and_reason",
                fields=["payment", "reason"],
                condition=Q(reason__in=["late", "duplicate"], part_of=None),
            ),
            models.CheckConstraint(
                name="refund_of_a_cancellation_names_it",
                condition=Q(reason="cancelled", cancellation__isnull=False)
                | (~Q(reason="cancelled") & Q(cancellation=None)),
            ),
            models.CheckConstraint(
                name="refund_is_of_something", condition=Q(amount__gt=0)
            ),
            models.CheckConstraint(
                name="refund_outside_stripe_says_how",
                condition=~Q(status="outside") | ~Q(note=""),
                violation_error_message="Schrijf op hoe het is terugbetaald.",
            ),
            models.CheckConstraint(
                name="refund_excess_was_never_owed",
                condition=~Q(reason="excess") | ~Q(status__in=["owed", "outside"]),
            ),
            models.CheckConstraint(
                name="refund_only_excess_is_decided_and_says_why",
                condition=~Q(status__in=["recovered", "lost"])
                | (Q(reason="excess") & ~Q(note="")),
            ),
        ]

    def __str__(self):
        return f"{self.payment_id} {self.amount}"

    @property
    def is_excess(self) -> bool:
        return self.reason == self.Reason.EXCESS

    def decide(self, status: str, *, note: str, by, now) -> None:
        """What a person did about it, outside Stripe."""
        self.status, self.note, self.by = status, note.strip(), by
        self.decided_at = now
        self.save(update_fields=["status", "note", "by", "decided_at"])

    @property
    def why(self) -> str:
        """As it stands on the credit note."""
        if self.cancellation is not None:
            return f"Duo {self.cancellation.pair.number} geannuleerd"
        return self.get_reason_display().capitalize()


class DisputeQuerySet(models.QuerySet):
    """Each method finishes the sentence `the disputes …`."""

    def blocking(self):
        """A bank decides, and until then Stripe refunds nothing of that payment."""
        return self.filter(status="open", is_refundable=False)


class Dispute(models.Model):
    """A card holder wants the money back, and a bank decides (F18)."""

    class Status(models.TextChoices):
        OPEN = "open", "loopt"
        WON = "won", "gewonnen"
        LOST = "lost", "verloren"

    payment = models.ForeignKey(Payment, models.PROTECT, related_name="disputes")
    stripe_id = models.CharField(max_length=100, unique=True)
    amount = models.DecimalField("bedrag", max_digits=10, decimal_places=2)
    reason = models.CharField("reden", max_length=60, blank=True)
    status = models.CharField(
        "stand", max_length=10, choices=Status, default=Status.OPEN
    )
    is_refundable = models.BooleanField("nog terug te betalen", default=False)
    answer_by = models.DateTimeField("antwoord vóór", null=True, blank=True)
    opened_at = models.DateTimeField("geopend op")
    closed_at = models.DateTimeField("beslist op", null=True, blank=True)
    refund = models.OneToOneField(
        Refund,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="dispute",
        help_text="Wat er bij verlies van onze boeken af ging.",
    )

    objects = DisputeQuerySet.as_manager()

    class Meta:
        verbose_name = "betwisting"
        verbose_name_plural = "betwistingen"
        constraints = [
            models.CheckConstraint(
                name="dispute_over_has_a_moment",
                condition=Q(status="open", closed_at=None)
                | (~Q(status="open") & Q(closed_at__isnull=False)),
            )
        ]

    def __str__(self):
        return self.stripe_id


class StripeEvent(models.Model):
    """Which of Stripe's messages we have seen; they come twice and out of order."""

    event_id = models.CharField(max_length=100, unique=True)
    type = models.CharField(max_length=80)
    object_id = models.CharField(max_length=100, blank=True)
    received_at = models.DateTimeField("ontvangen op")

    class Meta:
        verbose_name = "bericht van Stripe"
        verbose_name_plural = "berichten van Stripe"

    def __str__(self):
        return self.event_id
