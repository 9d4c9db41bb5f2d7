"""Guest: whom the host brings, and why. FormerHost, FormerBuyer: who it was before."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import TruncDate

from events.orders.models import Pair, new_code, new_secret


class GuestQuerySet(models.QuerySet):
    """Each method finishes the sentence `the guests …`."""

    def current(self):
        """Invited now: not replaced, not declined."""
        return self.filter(replaced_at=None, declined_at=None)

    def of_event(self, event):
        return self.filter(pair__order__event=event)

    def unanswered(self, now):
        """Invited for a pair that was sold, for an event that is not over.

        Also who was admitted on age for another day than it is now (rule 4)."""
        first_day = TruncDate("pair__order__event__starts_at")
        return self.current().filter(
            Q(admitted_at=None) | Q(ground=Guest.Ground.AGE) & ~Q(judged_for=first_day),
            invited_at__isnull=False,
            pair__state=Pair.State.SOLD,
            pair__order__event__ends_at__gt=now,
            pair__order__event__called_off_at=None,
        )

    def to_look_at(self):
        """Another sector, and yet the mail domain of who asked them; nobody looked."""
        return self.current().filter(
            same_domain_at__isnull=False, same_domain_seen_at=None
        )

    def admitted_on_age(self):
        return self.current().filter(ground=Guest.Ground.AGE)


class Guest(models.Model):
    """We keep the verdict, ground and moment, never the date of birth (rule 4)."""

    class Ground(models.TextChoices):
        AGE = "age", "jonger dan de leeftijdsgrens"
        SECTOR = "sector", "uit een andere sector"

    pair = models.ForeignKey("events.Pair", models.CASCADE, related_name="guests")
    name = models.CharField("naam", max_length=120, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    token = models.CharField(max_length=43, unique=True, default=new_secret)
    code = models.CharField(max_length=32, unique=True, default=new_code)
    sector = models.ForeignKey(
        "home.Sector",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="guests",
        verbose_name="sector",
    )
    ground = models.CharField("grond", max_length=10, choices=Ground, blank=True)
    judged_for = models.DateField(
        "beoordeeld voor",
        null=True,
        blank=True,
        help_text="De eerste dag van het evenement waarvoor het oordeel geldt.",
    )
    created_at = models.DateTimeField("genoemd op")
    invited_at = models.DateTimeField("uitgenodigd op", null=True, blank=True)
    opened_at = models.DateTimeField("geopend op", null=True, blank=True)
    sent_again_at = models.DateTimeField("opnieuw gestuurd op", null=True, blank=True)
    reminded_at = models.DateTimeField("herinnerd op", null=True, blank=True)
    silence_told_at = models.DateTimeField("stilte gemeld op", null=True, blank=True)
    same_domain_at = models.DateTimeField(
        "zelfde maildomein op",
        null=True,
        blank=True,
        help_text="Zegt ‘andere sector’, met het maildomein van koper of gastheer.",
    )
    same_domain_seen_at = models.DateTimeField("bekeken op", null=True, blank=True)
    admitted_at = models.DateTimeField("toegelaten op", null=True, blank=True)
    declined_at = models.DateTimeField("afgezegd op", null=True, blank=True)
    replaced_at = models.DateTimeField("vervangen op", null=True, blank=True)

    objects = GuestQuerySet.as_manager()

    class Meta:
        verbose_name = "gast"
        verbose_name_plural = "gasten"
        constraints = [
            models.UniqueConstraint(
                name="guest_one_at_a_time",
                fields=["pair"],
                condition=Q(replaced_at=None, declined_at=None),
            ),
            models.CheckConstraint(
                name="guest_ground_moment_and_day_together",
                condition=Q(ground="", admitted_at=None, judged_for=None)
                | Q(
                    ground__in=["age", "sector"],
                    admitted_at__isnull=False,
                    judged_for__isnull=False,
                ),
                violation_error_message=(
                    "Een toelating heeft een grond, een dag en een moment."
                ),
            ),
            models.CheckConstraint(
                name="guest_with_the_same_domain_came_on_sector",
                condition=Q(same_domain_at=None) | Q(ground="sector"),
            ),
            models.CheckConstraint(
                name="guest_admitted_on_sector_has_one",
                condition=~Q(ground="sector") | Q(sector__isnull=False),
            ),
        ]

    def __str__(self):
        return self.name or f"gast {self.pk}"

    @property
    def is_admitted(self) -> bool:
        return self.admitted_at is not None and self.is_current

    @property
    def is_to_look_at(self) -> bool:
        return (
            self.is_current
            and self.same_domain_at is not None
            and self.same_domain_seen_at is None
        )

    @property
    def is_current(self) -> bool:
        return self.replaced_at is None and self.declined_at is None

    def is_valid_for(self, first_day) -> bool:
        """A verdict on age holds only for the day it was given for (rule 4)."""
        return self.is_admitted and (
            self.ground == self.Ground.SECTOR or self.judged_for == first_day
        )

    def confirms_again_for(self, first_day) -> bool:
        """Admitted on age, for the day that it was before the event moved."""
        return self.is_admitted and not self.is_valid_for(first_day)


class FormerHost(models.Model):
    """Who gave the own place of a pair away, with the link and the code that died."""

    pair = models.ForeignKey("events.Pair", models.CASCADE, related_name="former_hosts")
    name = models.CharField("naam", max_length=120, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    token = models.CharField(max_length=43, unique=True)
    code = models.CharField(max_length=32, unique=True)
    by_host = models.BooleanField("door de gastheer zelf")
    handed_over_at = models.DateTimeField("overgedragen op")

    class Meta:
        verbose_name = "vorige gastheer"
        verbose_name_plural = "vorige gastheren"

    def __str__(self):
        return self.name or f"vorige gastheer {self.pk}"


class FormerBuyer(models.Model):
    """What stood on an order until its buyer put it right, and the link that died."""

    order = models.ForeignKey(
        "events.Order", models.CASCADE, related_name="former_buyers"
    )
    name = models.CharField("naam", max_length=120, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    token = models.CharField(max_length=43, blank=True, db_index=True)  # if it died
    changed_at = models.DateTimeField("gewijzigd op")

    class Meta:
        verbose_name = "eerdere gegevens van een koper"
        verbose_name_plural = "eerdere gegevens van kopers"

    def __str__(self):
        return self.name or f"eerdere koper {self.pk}"
