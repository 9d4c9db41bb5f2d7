"""Movement: one line of Stripe's books. Check: one comparison. Seen: who looked."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class MovementQuerySet(models.QuerySet):
    """Each method finishes the sentence `the movements …`."""

    def that_differ(self):
        """No row of ours explains them, or a row with another amount."""
        return self.filter(Q(ours=None) | ~Q(ours=F("amount")))


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
