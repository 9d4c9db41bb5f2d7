"""Event, its ticket types and its places: what is on and for sale."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class EventQuerySet(models.QuerySet):
    """Each method finishes the sentence `the events …`."""

    def upcoming(self, now):
        """Not over yet, soonest first."""
        return self.filter(ends_at__gt=now).order_by("starts_at", "pk")

    def past(self, now):
        return self.filter(ends_at__lte=now).order_by("-starts_at", "pk")

    def organised_by(self, user):
        """Those of this organiser; the operator has all of them."""
        return self if user.is_superuser else self.filter(organisers=user.pk)


class Event(models.Model):
    """A day with places for pairs. Its row is the lock of its places (rule 7)."""

    class Withdrawal(models.TextChoices):
        EXCLUDED = "excluded", "geen bedenktijd (evenement op een vaste datum)"
        FOURTEEN_DAYS = "14days", "14 dagen bedenktijd"

    name = models.CharField("naam", max_length=120)
    slug = models.SlugField("adres", max_length=60, unique=True)
    starts_at = models.DateTimeField("begint")
    ends_at = models.DateTimeField("eindigt")
    venue = models.CharField("locatie", max_length=120)
    address = models.CharField("adres van de locatie", max_length=200)
    city = models.CharField("plaats", max_length=80)
    capacity = models.PositiveSmallIntegerField(
        "aantal duo’s",
        validators=[MinValueValidator(1), MaxValueValidator(2000)],
        help_text="Zoveel duo’s passen er in de zaal; elk duo is twee mensen.",
    )
    age_limit = models.PositiveSmallIntegerField(
        "leeftijdsgrens",
        default=30,
        help_text="De gast is jonger dan dit, op de eerste dag.",
    )
    home_sector = models.ForeignKey(
        "home.Sector",
        models.PROTECT,
        related_name="events",
        verbose_name="eigen sector",
        help_text="Een gast uit een andere sector mag altijd mee.",
    )
    changes_until = models.DateTimeField(
        "wijzigen kan tot",
        help_text="Tot dit moment kiezen en wisselen kopers en gastheren hun gast.",
    )
    sales_from = models.DateTimeField("verkoop vanaf", null=True, blank=True)
    sales_until = models.DateTimeField("verkoop tot", null=True, blank=True)
    withdrawal = models.CharField(
        "bedenktijd",
        max_length=10,
        choices=Withdrawal,
        default=Withdrawal.EXCLUDED,
    )
    organisers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="organised_events",
        verbose_name="organisatoren",
        help_text="Zij zien en regelen dit evenement; andere organisatoren niet.",
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "evenement"
        verbose_name_plural = "evenementen"
        constraints = [
            models.CheckConstraint(
                name="event_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message="Het evenement eindigt nadat het begint.",
            ),
            models.CheckConstraint(
                name="event_changes_end_before_the_event_does",
                condition=Q(changes_until__lte=F("ends_at")),
                violation_error_message="Wijzigen kan uiterlijk tot het einde.",
            ),
            models.CheckConstraint(
                name="event_has_a_place",
                condition=Q(capacity__gte=1),
                violation_error_message="Er is minstens plaats voor één duo.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def first_day(self) -> date:
        """The day on which the age of a guest counts (rule 2)."""
        return timezone.localdate(self.starts_at)

    def sells_at(self, now) -> bool:
        """Within the sale window; whether there is room is another question."""
        opened = self.sales_from is None or self.sales_from <= now
        closed = self.sales_until is not None and self.sales_until <= now
        return opened and not closed and now < self.ends_at

    def takes_changes_at(self, now) -> bool:
        """Rule 5: one deadline for naming, replacing and handing over."""
        return now < self.changes_until


class Place(models.Model):
    """Room for one pair. Without one a pair is not in: the database cannot oversell."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="places")
    number = models.PositiveSmallIntegerField("nummer")

    class Meta:
        verbose_name = "plaats"
        verbose_name_plural = "plaatsen"
        constraints = [
            models.UniqueConstraint(name="place_once", fields=["event", "number"]),
            models.CheckConstraint(
                name="place_counts_from_one", condition=Q(number__gte=1)
            ),
        ]

    def __str__(self):
        return f"{self.event} {self.number}"


class DuoTicket(models.Model):
    """A type of ticket: one price for two people (rule 1)."""

    class VatRate(models.TextChoices):
        HIGH = "21.00", "21%"
        LOW = "9.00", "9%"
        ZERO = "0.00", "0%"

    event = models.ForeignKey(Event, models.PROTECT, related_name="tickets")
    name = models.CharField("naam", max_length=80, default="Duoticket")
    description = models.CharField(
        "wat erbij hoort",
        max_length=200,
        blank=True,
        help_text="Bijvoorbeeld: lunch en borrel.",
    )
    price = models.DecimalField(
        "prijs voor twee, inclusief btw",
        max_digits=8,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.50"))],  # Stripe's least
    )
    vat_rate = models.DecimalField(
        "btw-tarief",
        max_digits=4,
        decimal_places=2,
        choices=[(Decimal(rate), label) for rate, label in VatRate.choices],
        default=Decimal("21.00"),
    )
    capacity = models.PositiveSmallIntegerField(
        "hoogstens zoveel duo’s",
        null=True,
        blank=True,
        help_text="Leeg: zoveel als het evenement er heeft.",
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "duoticket"
        verbose_name_plural = "duotickets"
        constraints = [
            models.CheckConstraint(
                name="duo_ticket_price_can_be_paid",
                condition=Q(price__gte=Decimal("0.50")),
                violation_error_message="De prijs is minstens € 0,50.",
            ),
            models.CheckConstraint(
                name="duo_ticket_vat_rate_exists",
                condition=Q(vat_rate__in=[Decimal(0), Decimal(9), Decimal(21)]),
                violation_error_message="Kies 21, 9 of 0 procent.",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.event}"

    @property
    def vat(self) -> Decimal:
        """The VAT inside the price."""
        return vat_in(self.price, self.vat_rate)


def vat_in(price: Decimal, rate: Decimal) -> Decimal:
    """The VAT inside a price that includes it, rounded to the cent."""
    net = price / (1 + rate / 100)
    return price - net.quantize(Decimal("0.01"), ROUND_HALF_UP)
