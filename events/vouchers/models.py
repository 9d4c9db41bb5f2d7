"""Voucher: a code with its discount, and a row for every pair it is good for."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q


class Voucher(models.Model):
    """Good for so many pairs of one event; a pair is never split (rule 1)."""

    class Kind(models.TextChoices):
        PERCENT = "percent", "procent van de prijs"
        AMOUNT = "amount", "euro van de prijs per duo"

    event = models.ForeignKey("events.Event", models.PROTECT, related_name="vouchers")
    code = models.CharField(
        "code",
        max_length=40,
        help_text="Letters en cijfers. Hoofdletters, spaties en streepjes tellen niet.",
    )
    note = models.CharField(
        "voor wie",
        max_length=120,
        blank=True,
        help_text="Alleen voor jullie zelf. Bijvoorbeeld: sprekers.",
    )
    kind = models.CharField(
        "soort korting", max_length=10, choices=Kind, default=Kind.PERCENT
    )
    value = models.DecimalField(
        "korting",
        max_digits=8,
        decimal_places=2,
        default=Decimal(0),
        validators=[MinValueValidator(0)],
        help_text="100 procent is gratis. 0 kan ook: dan houdt de code alleen plaatsen "
        "apart.",
    )
    most = models.PositiveSmallIntegerField(
        "voor hoeveel duo’s",
        validators=[MinValueValidator(1), MaxValueValidator(2000)],
    )
    keeps_places = models.BooleanField(
        "houd er plaatsen voor apart",
        default=False,
        help_text="Zoveel plaatsen zijn dan alleen met deze code te bestellen.",
    )
    valid_from = models.DateTimeField("geldig vanaf", null=True, blank=True)
    valid_until = models.DateTimeField("geldig tot", null=True, blank=True)
    tickets = models.ManyToManyField(
        "events.DuoTicket",
        blank=True,
        related_name="vouchers",
        verbose_name="alleen voor",
        help_text="Niets gekozen: voor alle soorten van het evenement.",
    )

    class Meta:
        verbose_name = "kortingscode"
        verbose_name_plural = "kortingscodes"
        constraints = [
            models.UniqueConstraint(
                name="voucher_code_once",
                fields=["event", "code"],
                violation_error_message="Deze code bestaat al bij dit evenement.",
            ),
            models.CheckConstraint(
                name="voucher_has_a_code",
                condition=~Q(code=""),
                violation_error_message="Vul een code in.",
            ),
            models.CheckConstraint(
                name="voucher_takes_off_no_more_than_all",
                condition=Q(value__gte=0)
                & (~Q(kind="percent") | Q(value__lte=Decimal(100))),
                violation_error_message="Kies 0 tot en met 100 procent.",
            ),
            models.CheckConstraint(
                name="voucher_is_for_a_pair",
                condition=Q(most__gte=1),
                violation_error_message="Een code geldt voor minstens 1 duo.",
            ),
            models.CheckConstraint(
                name="voucher_ends_after_it_begins",
                condition=Q(valid_from=None)
                | Q(valid_until=None)
                | Q(valid_until__gt=F("valid_from")),
                violation_error_message="De code stopt nadat hij begint.",
            ),
        ]

    def __str__(self):
        return self.code


class VoucherUse(models.Model):
    """Good for one pair. Without a free one there is no discount, whoever asks."""

    voucher = models.ForeignKey(Voucher, models.CASCADE, related_name="uses")
    number = models.PositiveSmallIntegerField("nummer")

    class Meta:
        verbose_name = "gebruik van een code"
        verbose_name_plural = "gebruik van codes"
        constraints = [
            models.UniqueConstraint(
                name="voucher_use_once", fields=["voucher", "number"]
            ),
            models.CheckConstraint(
                name="voucher_use_counts_from_one", condition=Q(number__gte=1)
            ),
        ]

    def __str__(self):
        return f"{self.voucher_id}-{self.number}"
