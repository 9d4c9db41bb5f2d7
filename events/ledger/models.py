"""Movement: a line of Stripe's books. Payout: lines that went to our bank together.

Check: one comparison. Seen: who looked."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q, Sum, Value
from django.db.models.functions import Coalesce


class MovementQuerySet(models.QuerySet):
    """Each method finishes the sentence `the movements …`."""

    def that_differ(self):
        """No row of ours explains them, or a row with another amount."""
        return self.filter(Q(ours=None) | ~Q(ours=F("amount")))


class PayoutQuerySet(models.QuerySet):
    """Each method finishes the sentence `the payouts …`."""

    def with_sums(self):
        """Each with what came in, went back and was taken, and what differs in it."""
        differs = Q(movements__ours=None) | ~Q(movements__ours=F("movements__amount"))
        return self.annotate(
            paid=_sum("amount", "charge"),
            back=_sum("amount", "refund", "refund_failure"),
            disputed=_sum("amount", "dispute", "dispute_reversal"),
            fees=_sum("fee", *Movement.Kind.values),
            different=Count("movements", filter=differs),
        )


def _sum(of: str, *kinds: str) -> Coalesce:
    some = Sum(f"movements__{of}", filter=Q(movements__kind__in=kinds))
    return Coalesce(some, Value(0), output_field=Payout.amount.field)


class Payout(models.Model):
    """What Stripe sent to our bank in one go."""

    class Status(models.TextChoices):
        PENDING = "pending", "gepland"
        IN_TRANSIT = "in_transit", "onderweg"
        PAID = "paid", "op de bank"
        FAILED = "failed", "mislukt"
        CANCELED = "canceled", "ingetrokken"

    stripe_id = models.CharField(max_length=100, unique=True)
    status = models.CharField("stand", max_length=20, choices=Status)
    amount = models.DecimalField("bedrag", max_digits=10, decimal_places=2)
    is_automatic = models.BooleanField("vanzelf")
    created_at = models.DateTimeField("gemaakt op")
    arrives_on = models.DateField("op de bank op", db_index=True)
    explained = models.DecimalField(  # None until they were read
        "som van de regels", max_digits=10, decimal_places=2, null=True, blank=True
    )

    objects = PayoutQuerySet.as_manager()

    paid: Decimal  # these five only after `with_sums`
    back: Decimal
    disputed: Decimal
    fees: Decimal
    different: int

    class Meta:
        verbose_name = "uitbetaling"
        verbose_name_plural = "uitbetalingen"
        constraints = [
            models.CheckConstraint(
                name="payout_status_is_known",
                condition=Q(
                    status__in=["pending", "in_transit", "paid", "failed", "canceled"]
                ),
            )
        ]

    def __str__(self):
        return self.stripe_id

    @property
    def other(self):
        """Of `with_sums`: what in it is not about our tickets."""
        ours = self.paid + self.back + self.disputed - self.fees
        return None if self.explained is None else self.explained - ours

    @property
    def is_right(self):
        """Of `with_sums`: its lines add up to it, and our rows know each of them."""
        return self.explained == self.amount and not self.different


class Movement(models.Model):
    """Money that came or went at Stripe, and what our own rows say about it."""

    class Kind(models.TextChoices):
        CHARGE = "charge", "betaling"
        REFUND = "refund", "terugbetaling"
        REFUND_FAILURE = "refund_failure", "mislukte terugbetaling"
        DISPUTE = "dispute", "betwisting"
        DISPUTE_REVERSAL = "dispute_reversal", "gewonnen betwisting"

    stripe_id = models.CharField(max_length=100, unique=True)
    kind = models.CharField("soort", max_length=20, choices=Kind)
    at = models.DateTimeField("op")
    day = models.DateField("dag", db_index=True)
    amount = models.DecimalField("bij Stripe", max_digits=10, decimal_places=2)
    fee = models.DecimalField("kosten", max_digits=10, decimal_places=2)
    ours = models.DecimalField(
        "bij ons", max_digits=10, decimal_places=2, null=True, blank=True
    )
    source = models.CharField("bron", max_length=100)
    intent_id = models.CharField("betaling bij Stripe", max_length=100, blank=True)
    payment = models.ForeignKey(
        "events.Payment",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="movements",
        verbose_name="betaling",
    )
    payout = models.ForeignKey(
        Payout,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="movements",
        verbose_name="uitbetaling",
    )

    objects = MovementQuerySet.as_manager()

    class Meta:
        verbose_name = "mutatie bij Stripe"
        verbose_name_plural = "mutaties bij Stripe"
        constraints = [
            models.CheckConstraint(
                name="movement_kind_is_known",
                condition=Q(
                    kind__in=[
                        "charge",
                        "refund",
                        "refund_failure",
                        "dispute",
                        "dispute_reversal",
                    ]
                ),
            )
        ]

    def __str__(self):
        return self.stripe_id


class Check(models.Model):
    """One comparison: how far back it looked, and whether it came to the end."""

    since = models.DateTimeField("vanaf")
    began_at = models.DateTimeField("begonnen op", db_index=True)
    finished_at = models.DateTimeField("klaar op", null=True, blank=True)
    trouble = models.CharField("waarom niet", max_length=120, blank=True)
    told_on = models.DateField("gemeld op", null=True, blank=True)

    class Meta:
        verbose_name = "controle"
        verbose_name_plural = "controles"
        constraints = [
            models.UniqueConstraint(
                name="check_tells_once_a_day",
                fields=["told_on"],
                condition=Q(told_on__isnull=False),
            )
        ]

    def __str__(self):
        return f"controle {self.pk}"


class Seen(models.Model):
    """A person looked at something that is as it is, and wrote down why that is."""

    kind = models.CharField("soort", max_length=20)
    about = models.PositiveBigIntegerField("gaat over")
    note = models.CharField("notitie", max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="door",
    )
    at = models.DateTimeField("op")

    class Meta:
        verbose_name = "bekeken"
        verbose_name_plural = "bekeken"
        constraints = [
            models.UniqueConstraint(name="seen_once", fields=["kind", "about"]),
            models.CheckConstraint(name="seen_says_something", condition=~Q(note="")),
        ]

    def __str__(self):
        return f"{self.kind} {self.about}"
