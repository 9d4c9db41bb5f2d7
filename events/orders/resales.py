"""Resale: a pair that its buyer put back, and that stays theirs until it is sold."""

from collections import Counter
from datetime import datetime

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from events.orders.models import Order, Pair
from home.statements import Blank


class ResaleQuerySet(models.QuerySet):
    """Each method finishes the sentence `the resales …`."""

    def standing(self):
        """Put back, and neither sold nor taken back."""
        return self.filter(ended_at=None)

    def in_progress(self):
        """As `standing`, or taken back while somebody was buying it already."""
        return self.filter(Q(ended_at=None) | Q(claim__state=Pair.State.HELD))

    def in_time(self, now):
        """As `standing`, before it begins; who put back first goes first."""
        standing = self.standing().filter(pair__order__event__starts_at__gt=now)
        return standing.order_by("put_back_at", "pk")

    def for_sale(self, now):
        """That nobody is buying at this moment."""
        lapsed = Order.objects.lapsed_at(now).values("pk")
        return self.in_time(now).filter(Q(claim=None) | Q(claim__order__in=lapsed))

    def sold_and_owed(self):
        """Somebody has the place; the money has not been promised back yet."""
        return self.filter(how=Resale.How.SOLD, pair__cancellation=None)


class Resale(models.Model):
    """The pair keeps its place, its links and its codes until another one is paid.

    Who is buying it is a pair without a place, that points here (`Pair.instead_of`)."""

    class How(models.TextChoices):
        SOLD = "sold", "verkocht"
        TAKEN_BACK = "taken_back", "teruggenomen"
        UNSOLD = "unsold", "niet verkocht"
        CAME = "came", "kwam zelf"
        CANCELLED = "cancelled", "geannuleerd"

    pair = models.ForeignKey("events.Pair", models.PROTECT, related_name="resales")
    put_back_at = models.DateTimeField("teruggezet op")
    ended_at = models.DateTimeField("afgelopen op", null=True, blank=True)
    how = models.CharField("afloop", max_length=10, choices=How, blank=True)

    objects = ResaleQuerySet.as_manager()

    class Meta:
        verbose_name = "teruggezet duo"
        verbose_name_plural = "teruggezette duo’s"
        constraints = [
            models.UniqueConstraint(
                name="resale_one_at_a_time", fields=["pair"], condition=Q(ended_at=None)
            ),
            models.UniqueConstraint(
                name="resale_sells_a_pair_once",
                fields=["pair"],
                condition=Q(how="sold"),
            ),
            models.CheckConstraint(
                name="resale_ends_in_one_way",
                condition=Q(ended_at=None, how="")
                | (Q(ended_at__isnull=False) & ~Q(how="")),
            ),
        ]
        indexes = [
            models.Index(  # asked when no place is free
                name="resale_standing",
                fields=["put_back_at"],
                condition=Q(ended_at=None),
            )
        ]

    def __str__(self):
        return f"teruggezet {self.pair_id}"

    def end(self, how: str, now: datetime) -> None:
        self.ended_at, self.how = now, how
        self.save(update_fields=["ended_at", "how"])


def put_back_of(event, now: datetime) -> Counter[int]:
    """How many pairs that were put back can be had, by type."""
    resales = Resale.objects.for_sale(now).filter(pair__order__event=event)
    return Counter(resales.values_list("pair__ticket", flat=True))


def number_put_back(now: datetime | Blank, **of: OuterRef) -> Coalesce:
    """How many can be had, for a list: `number_put_back(now, pair__ticket=…)`."""
    resales = Resale.objects.for_sale(now).filter(**of).order_by()
    counted = resales.values(*of).annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n")), 0)
