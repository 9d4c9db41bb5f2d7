"""Event, its ticket types and its places: what is on and for sale."""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from modelcluster.models import ClusterableModel

from events.tickets.amounts import FREE_OR_PAYABLE, check_price
from events.tickets.parts import ALL_OR_NOTHING, InParts
from events.tickets.tiers import Tier
from events.tickets.vat_rates import CHOICES, PERCENTAGES

MOST_PAIRS = 10  # in one order, whatever a type says


class EventQuerySet(models.QuerySet):
    """Each method finishes the sentence `the events …`."""

    def upcoming(self, now):
        """Not over yet, soonest first."""
        return self.filter(ends_at__gt=now).order_by("starts_at", "pk")

    def going_ahead(self):
        """Not called off."""
        return self.filter(called_off_at=None)

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
    cancel_free_until = models.DateTimeField(
        "gratis annuleren tot",
        null=True,
        blank=True,
        help_text="Tot dit moment krijgt wie annuleert alles terug.",
    )
    cancel_until = models.DateTimeField(
        "annuleren tot",
        null=True,
        blank=True,
        help_text="Daarna kan een koper niet meer zelf annuleren.",
    )
    cancel_fee = models.PositiveSmallIntegerField(
        "dan houden we in (%)",
        default=0,
        validators=[MaxValueValidator(100)],
        help_text="Van de prijs van een duo, na het gratis annuleren.",
    )
    offer_hours = models.PositiveSmallIntegerField(
        "aanbod van de wachtlijst geldt (uren)",
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(168)],
        help_text="Zo lang houden we een vrijgekomen plaats vast voor wie aan de beurt "
        "is. Vlak voor de dag zelf wordt dat vanzelf korter.",
    )
    organisers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="organised_events",
        verbose_name="organisatoren",
        help_text="Zij zien en regelen dit evenement; andere organisatoren niet.",
    )
    called_off_at = models.DateTimeField("gaat niet door sinds", null=True, blank=True)
    called_off_why = models.CharField("waarom niet", max_length=300, blank=True)
    called_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="afgezegd door",
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
                name="event_cancelling_ends_before_it_begins",
                condition=(
                    Q(cancel_free_until=None) | Q(cancel_free_until__lte=F("starts_at"))
                )
                & (Q(cancel_until=None) | Q(cancel_until__lte=F("starts_at"))),
                violation_error_message="Annuleren kan uiterlijk tot het begin.",
            ),
            models.CheckConstraint(
                name="event_keeps_at_most_the_price",
                condition=Q(cancel_fee__lte=100),
                violation_error_message="Kies een percentage van 0 tot en met 100.",
            ),
            models.CheckConstraint(
                name="event_offers_stand_an_hour_to_a_week",
                condition=Q(offer_hours__gte=1, offer_hours__lte=168),
                violation_error_message="Kies 1 tot en met 168 uur.",
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
        is_on = self.called_off_at is None and now < self.ends_at
        return opened and not closed and is_on

    def takes_changes_at(self, now) -> bool:
        """Rule 5: one deadline for naming, replacing and handing over."""
        return self.called_off_at is None and now < self.changes_until


class Place(models.Model):
    """Room for one pair. Without one a pair is not in: the database cannot oversell."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="places")
    number = models.PositiveSmallIntegerField("nummer")
    pool = models.PositiveIntegerField(
        "apart gehouden voor",
        default=0,
        help_text="Nummer van de kortingscode; 0 is voor iedereen.",
    )

    class Meta:
        verbose_name = "plaats"
        verbose_name_plural = "plaatsen"
        constraints = [
            models.UniqueConstraint(name="place_once", fields=["event", "number"]),
            models.UniqueConstraint(name="place_in_one_pool", fields=["id", "pool"]),
            models.CheckConstraint(
                name="place_counts_from_one", condition=Q(number__gte=1)
            ),
        ]

    def __str__(self):
        return f"{self.event} {self.number}"


def all_tiers() -> models.Prefetch:
    """The early prices of ticket types, as `all_tiers`."""
    return models.Prefetch("tiers", Tier.objects.all(), to_attr="all_tiers")


class DuoTicketQuerySet(models.QuerySet):
    """Each method finishes the sentence `the ticket types …`."""

    def with_tiers(self):
        """With the early prices."""
        return self.prefetch_related(all_tiers())

    def with_apart(self):
        """With the places of the event that are for who has a code, as `apart`."""
        places = Place.objects.filter(event=models.OuterRef("event"), pool__gt=0)
        apart = places.order_by().values("event").annotate(n=models.Count("pk"))
        return self.annotate(apart=Coalesce(models.Subquery(apart.values("n")), 0))

    def in_order(self):
        return self.order_by("position", "pk")


class DuoTicket(InParts, ClusterableModel):
    """A type of ticket: one price for two people (rule 1)."""

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
        validators=[check_price],
        help_text="0 is gratis: dan melden mensen zich aan zonder te betalen.",
    )
    vat_rate = models.DecimalField(
        "btw-tarief",
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        choices=[*CHOICES, (None, "vrijgesteld")],
        default=Decimal("21.00"),
    )
    vat_text = models.CharField(
        "wettelijke tekst bij de btw",
        max_length=200,
        blank=True,
        help_text="Staat bij de prijs, in de mail en op de factuur. Bijvoorbeeld: "
        "vrijgesteld op grond van artikel 11, lid 1, letter o, Wet OB 1968.",
    )
    sales_from = models.DateTimeField(
        "verkoop vanaf", null=True, blank=True, help_text="Leeg: als het evenement."
    )
    sales_until = models.DateTimeField(
        "verkoop tot", null=True, blank=True, help_text="Leeg: als het evenement."
    )
    capacity = models.PositiveSmallIntegerField(
        "hoogstens zoveel duo’s",
        null=True,
        blank=True,
        validators=[MaxValueValidator(2000)],
        help_text="Leeg: zoveel als het evenement er heeft.",
    )
    least_pairs = models.PositiveSmallIntegerField(
        "minstens zoveel duo’s per bestelling",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_PAIRS)],
    )
    most_pairs = models.PositiveSmallIntegerField(
        "hoogstens zoveel duo’s per bestelling",
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_PAIRS)],
    )
    most_per_buyer = models.PositiveSmallIntegerField(
        "hoogstens zoveel duo’s per koper",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(2000)],
        help_text="Alle bestellingen van één e-mailadres samen. Leeg: geen grens.",
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    only_with_code = models.BooleanField(
        "alleen met een code",
        default=False,
        help_text="Niet op de pagina: een code die voor deze soort geldt opent hem.",
    )

    objects = DuoTicketQuerySet.as_manager()

    class Meta:
        verbose_name = "duoticket"
        verbose_name_plural = "duotickets"
        constraints = [
            models.CheckConstraint(
                name="duo_ticket_is_free_or_can_be_paid",
                condition=FREE_OR_PAYABLE,
                violation_error_message="De prijs is 0 of minstens € 0,50.",
            ),
            models.CheckConstraint(
                name="duo_ticket_vat_rate_exists",
                condition=Q(vat_rate=None) | Q(vat_rate__in=PERCENTAGES),
                violation_error_message="Dit tarief bestaat niet.",
            ),
            models.CheckConstraint(
                name="duo_ticket_part_rate_exists",
                condition=Q(part_rate=None) | Q(part_rate__in=PERCENTAGES),
                violation_error_message="Dit tarief bestaat niet.",
            ),
            models.CheckConstraint(
                name="duo_ticket_part_is_whole_or_not_there",
                condition=ALL_OR_NOTHING,
                violation_error_message="Een deel van de prijs heeft een naam, een "
                "bedrag binnen de prijs en een tarief.",
            ),
            models.CheckConstraint(
                name="duo_ticket_exempt_says_why",
                condition=Q(vat_rate__isnull=False) | ~Q(vat_text=""),
                violation_error_message="Vrijgesteld kan alleen met de tekst erbij.",
            ),
            models.CheckConstraint(
                name="duo_ticket_sale_ends_after_it_begins",
                condition=Q(sales_from=None)
                | Q(sales_until=None)
                | Q(sales_until__gt=F("sales_from")),
                violation_error_message="De verkoop sluit nadat hij begint.",
            ),
            models.CheckConstraint(
                name="duo_ticket_fits_in_an_order",
                condition=Q(
                    least_pairs__gte=1,
                    most_pairs__gte=F("least_pairs"),
                    most_pairs__lte=MOST_PAIRS,
                ),
                violation_error_message="Een bestelling telt 1 tot 10 duo’s.",
            ),
            models.CheckConstraint(
                name="duo_ticket_order_fits_a_buyer",
                condition=Q(most_per_buyer=None)
                | Q(most_per_buyer__gte=F("most_pairs")),
                violation_error_message="Een bestelling past binnen wat een koper mag.",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.event}"

    @property
    def early_prices(self) -> list:
        """Those that may apply; needs `with_tiers()`."""
        return list(getattr(self, "all_tiers", ()))
