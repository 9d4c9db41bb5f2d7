"""Tier: an early price of a ticket type."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey

from events.tickets.amounts import FREE_OR_PAYABLE, check_price

ONE_OF_TWO = "Vul een moment in of een aantal, niet allebei."


class Tier(models.Model):
    """An early price of a type: until a moment, or for the first so many pairs."""

    ticket = ParentalKey(
        "events.DuoTicket", on_delete=models.CASCADE, related_name="tiers"
    )
    price = models.DecimalField(
        "prijs voor twee, inclusief btw",
        max_digits=8,
        decimal_places=2,
        validators=[check_price],
    )
    until = models.DateTimeField("tot", null=True, blank=True)
    first = models.PositiveSmallIntegerField(
        "voor de eerste zoveel duo’s",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(2000)],
        help_text=ONE_OF_TWO,
    )

    class Meta:
        verbose_name = "vroegboekprijs"
        verbose_name_plural = "vroegboekprijzen"
        constraints = [
            models.CheckConstraint(
                name="tier_is_free_or_can_be_paid",
                condition=FREE_OR_PAYABLE,
                violation_error_message="De prijs is 0 of minstens € 0,50.",
            ),
            models.CheckConstraint(
                name="tier_by_date_or_by_number",
                condition=Q(until=None, first__isnull=False, first__gte=1)
                | Q(until__isnull=False, first=None),
                violation_error_message=ONE_OF_TWO,
            ),
            models.UniqueConstraint(
                name="tier_one_per_moment",
                fields=["ticket", "until"],
                violation_error_message="Voor dat moment is er al een prijs.",
            ),
            models.UniqueConstraint(
                name="tier_one_per_number",
                fields=["ticket", "first"],
                violation_error_message="Voor dat aantal is er al een prijs.",
            ),
        ]

    def __str__(self):
        return f"{self.price}"
