"""WaitingEntry: one pair that waits, and the place it was offered."""

from django.db import models
from django.db.models import Q

from events.orders.models import Order, new_secret


class WaitingEntryQuerySet(models.QuerySet):
    """Each method finishes the sentence `the entries …`."""

    def in_line(self):
        """Whose turn comes; who paid too late stands first (rule 8)."""
        return self.filter(state=WaitingEntry.State.WAITING).order_by(
            "-is_first", "joined_at", "pk"
        )

    def live(self):
        """In line, or with an offer that stands."""
        return self.filter(state__in=["waiting", "offered"])

    def offered(self):
        return self.filter(state=WaitingEntry.State.OFFERED)

    def claiming(self, now):
        """In line, or with an offer whose order lost its place for a moment.

        Who comes back from Stripe without paying finds the offer as it was."""
        return self.filter(
            Q(state=WaitingEntry.State.WAITING)
            | Q(
                state=WaitingEntry.State.OFFERED,
                offer_until__gt=now,
                order__status=Order.Status.LAPSED,
            )
        )


class WaitingEntry(models.Model):
    """One pair (rule 1). Its page is behind a secret link, and so is the way off."""

    class State(models.TextChoices):
        WAITING = "waiting", "wacht"
        OFFERED = "offered", "plaats aangeboden"
        BOUGHT = "bought", "besteld"
        LAPSED = "lapsed", "aanbod verlopen"
        LEFT = "left", "van de lijst af"
        OFF = "off", "evenement gaat niet door"

    event = models.ForeignKey("events.Event", models.CASCADE, related_name="waiting")
    ticket = models.ForeignKey(
        "events.DuoTicket",
        models.SET_NULL,  # the type is gone, the wish to come is not
        null=True,
        blank=True,
        related_name="waiting",
        verbose_name="duoticket",
        help_text="Leeg: welk ticket er ook vrijkomt.",
    )
    name = models.CharField("naam", max_length=120, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    token = models.CharField(max_length=43, unique=True, default=new_secret)
    state = models.CharField(
        "stand", max_length=10, choices=State, default=State.WAITING
    )
    is_first = models.BooleanField(
        "gaat voor", default=False, help_text="Betaalde te laat en kreeg geld terug."
    )
    joined_at = models.DateTimeField("op de lijst sinds")
    order = models.OneToOneField(
        "events.Order",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="offer",
        verbose_name="bestelling",
    )
    offer_until = models.DateTimeField("aanbod geldt tot", null=True, blank=True)

    objects = WaitingEntryQuerySet.as_manager()

    class Meta:
        verbose_name = "plek op de wachtlijst"
        verbose_name_plural = "wachtlijst"
        constraints = [
            models.UniqueConstraint(
                name="waiting_entry_once_per_address",
                fields=["event", "email"],
                condition=Q(state__in=["waiting", "offered"], is_first=False),
            ),
            models.CheckConstraint(
                name="waiting_entry_has_an_offer_or_none",
                condition=Q(state__in=["waiting", "left", "off"], offer_until=None)
                | Q(
                    state__in=["offered", "bought", "lapsed"],
                    offer_until__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="waiting_entry_live_has_an_address",
                condition=Q(state__in=["bought", "lapsed", "left", "off"])
                | ~Q(email=""),
            ),
        ]
        indexes = [
            models.Index(  # whose turn it is, asked at every hold
                name="waiting_entry_live",
                fields=["event"],
                condition=Q(state__in=["waiting", "offered"]),
            )
        ]

    def __str__(self):
        return f"wachtlijst {self.pk}"
