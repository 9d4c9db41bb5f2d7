"""Invoice and CreditNote: what was billed, in the words and amounts of that moment."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Round

# SQLite reckons in binary fractions: 2.35 + 0.20 is not 2.55 there
ADDS_UP = Q(total=Round(F("net") + F("vat"), 2))


class NumberSeries(models.Model):
    """The last number of one kind of paper in one year; its row is the lock (L7b)."""

    class Kind(models.TextChoices):
        INVOICE = "F", "factuur"
        CREDIT_NOTE = "C", "creditnota"

    kind = models.CharField("soort", max_length=1, choices=Kind)
    year = models.PositiveSmallIntegerField("jaar")
    last_number = models.PositiveIntegerField("laatste nummer", default=0)

    class Meta:
        verbose_name = "nummerreeks"
        verbose_name_plural = "nummerreeksen"
        constraints = [
            models.UniqueConstraint(
                name="number_series_one_per_year", fields=["kind", "year"]
            )
        ]

    def __str__(self):
        return f"{self.kind}{self.year}"


class Document(models.Model):
    """What an invoice and a credit note share (art. 35a Wet OB); never changed.

    Names, addresses and lines are copied, so that a later change cannot reach them."""

    year = models.PositiveSmallIntegerField("jaar")
    number = models.PositiveIntegerField("volgnummer")
    issued_on = models.DateField("datum")
    seller = models.JSONField("verkoper", encoder=DjangoJSONEncoder)
    buyer = models.JSONField("koper", encoder=DjangoJSONEncoder)
    lines = models.JSONField("regels", encoder=DjangoJSONEncoder)
    net = models.DecimalField("zonder btw", max_digits=10, decimal_places=2)
    vat = models.DecimalField("btw", max_digits=10, decimal_places=2)
    total = models.DecimalField("totaal", max_digits=10, decimal_places=2)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """As it is cited: F2026-0007."""
        return f"{self.letter}{self.year}-{self.number:04d}"

    letter = ""


class Invoice(Document):
    """Of one payment; made in the transaction that books it."""

    letter = NumberSeries.Kind.INVOICE

    order = models.ForeignKey("events.Order", models.PROTECT, related_name="invoices")
    payment = models.OneToOneField(
        "events.Payment", models.PROTECT, related_name="invoice"
    )

    class Meta:
        verbose_name = "factuur"
        verbose_name_plural = "facturen"
        constraints = [
            models.UniqueConstraint(
                name="invoice_number_once", fields=["year", "number"]
            ),
            models.CheckConstraint(name="invoice_adds_up", condition=ADDS_UP),
            models.CheckConstraint(
                name="invoice_is_of_something", condition=Q(total__gt=0)
            ),
        ]


class CreditNote(Document):
    """Of one refund; refers to its invoice and has an own series (L7c)."""

    letter = NumberSeries.Kind.CREDIT_NOTE

    invoice = models.ForeignKey(Invoice, models.PROTECT, related_name="credit_notes")
    refund = models.OneToOneField(
        "events.Refund", models.PROTECT, related_name="credit_note"
    )

    class Meta:
        verbose_name = "creditnota"
        verbose_name_plural = "creditnota’s"
        constraints = [
            models.UniqueConstraint(
                name="credit_note_number_once", fields=["year", "number"]
            ),
            models.CheckConstraint(name="credit_note_adds_up", condition=ADDS_UP),
            models.CheckConstraint(
                name="credit_note_is_negative", condition=Q(total__lt=0)
            ),
        ]
