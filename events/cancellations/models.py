"""Cancellation: a pair that was given back, and what was kept of its price."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Round


class Cancellation(models.Model):
    """Who, when, why and for how much; the refunds that follow point here."""

    class Reason(models.TextChoices):
        BUYER = "buyer", "door de koper"
        WITHDRAWN = "withdrawn", "herroepen binnen de bedenktijd"
        ORGANISER = "organiser", "door de organisatie"
        EVENT = "event", "het evenement gaat niet door"
        MOVED = "moved", "het evenement is verzet"
        RESOLD = "resold", "iemand anders nam de plaats over"

    pair = models.OneToOneField(
        "events.Pair", models.PROTECT, related_name="cancellation"
    )
    reason = models.CharField("reden", max_length=12, choices=Reason)
    note = models.CharField("notitie", max_length=300, blank=True)
    price = models.DecimalField("prijs", max_digits=8, decimal_places=2)
    kept = models.DecimalField("ingehouden", max_digits=8, decimal_places=2)
    refunded = models.DecimalField("terug", max_digits=8, decimal_places=2)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="door",
        help_text="Leeg: de koper zelf, of de site.",
    )
    cancelled_at = models.DateTimeField("geannuleerd op")

    class Meta:
        verbose_name = "annulering"
        verbose_name_plural = "annuleringen"
        constraints = [
            models.CheckConstraint(
                name="cancellation_adds_up",
                condition=Q(price=Round(F("kept") + F("refunded"), 2)),
            ),
            models.CheckConstraint(
                name="cancellation_is_not_negative",
                condition=Q(kept__gte=0, refunded__gte=0),
            ),
        ]

    def __str__(self):
        return f"annulering {self.pk}"

    @property
    def why_kept(self) -> str:
        """A fee; or, where all goes back, what had gone back before."""
        takes_a_fee = self.reason in {self.Reason.BUYER, self.Reason.ORGANISER}
        return "ingehouden" if takes_a_fee else "al eerder terug"
