"""Order and Pair: who bought how many pairs, and which of them have a place."""

import secrets
from decimal import Decimal

from django.apps import apps
from django.db import models
from django.db.models import Q

from events.orders.same_pool import PlaceInPool
from events.tickets.amounts import FREE_OR_PAYABLE
from events.tickets.parts import ALL_OR_NOTHING, InParts

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that looks like something else


def new_reference() -> str:
    """Short enough to read aloud; it opens nothing."""
    return "".join(secrets.choice(ALPHABET) for _ in range(8))


def new_secret() -> str:
    """256 bits for a link; 43 characters."""
    return secrets.token_urlsafe(32)


def new_code() -> str:
    """What a QR code holds: 160 random bits, and nothing about anybody."""
    return secrets.token_urlsafe(20)


class OrderQuerySet(models.QuerySet):
    """Each method finishes the sentence `the orders …`."""

    def as_shown(self):
        """With what the form and the page of one order show of other rows."""
        return self.select_related("event__home_sector", "voucher")

    def with_pairs(self):
        """As `as_shown`, and their pairs."""
        pairs = models.Prefetch("pairs", Pair.objects.in_order())
        return self.as_shown().prefetch_related(pairs)

    def being_held(self):
        """Held, without a payment that Stripe may still call paid."""
        return self.filter(status=Order.Status.HELD).exclude(
            payments__status__in=["new", "open", "processing", "quarantined"]
        )

    def lapsed_at(self, now):
        """As `being_held`, and past their time."""
        return self.being_held().filter(held_until__lte=now)


class Order(models.Model):
    """One purchase of one or more pairs for one event."""

    class Status(models.TextChoices):
        HELD = "held", "wordt ingevuld"
        PAID = "paid", "betaald"
        LAPSED = "lapsed", "vervallen"
        RETURNED = "returned", "geld terug"
        CANCELLED = "cancelled", "geannuleerd"

    event = models.ForeignKey("events.Event", models.PROTECT, related_name="orders")
    reference = models.CharField(
        "bestelnummer", max_length=12, unique=True, default=new_reference
    )
    token = models.CharField(max_length=43, unique=True, default=new_secret)
    status = models.CharField(
        "stand", max_length=10, choices=Status, default=Status.HELD
    )
    held_until = models.DateTimeField("vastgehouden tot")
    held_by = models.CharField(
        "vastgehouden door",
        max_length=32,
        blank=True,
        help_text="Een afgeleide van het internetadres, zolang er wordt vastgehouden.",
    )
    extensions = models.PositiveSmallIntegerField("keer verlengd", default=0)
    buyer_name = models.CharField("naam van de koper", max_length=120, blank=True)
    buyer_email = models.EmailField("e-mailadres van de koper", blank=True)
    organisation = models.CharField("organisatie", max_length=120, blank=True)
    street = models.CharField("straat en huisnummer", max_length=120, blank=True)
    postal_code = models.CharField("postcode", max_length=12, blank=True)
    city = models.CharField("plaats", max_length=80, blank=True)
    vat_id = models.CharField("btw-id", max_length=20, blank=True)
    purchase_order = models.CharField("inkoopnummer", max_length=60, blank=True)
    voucher = models.ForeignKey(
        "events.Voucher",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="orders",
        verbose_name="kortingscode",
    )
    agreed_at = models.DateTimeField("akkoord met voorwaarden", null=True, blank=True)
    terms = models.ForeignKey(
        "events.Terms",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="orders",
        verbose_name="voorwaarden van dat moment",
    )
    # the rules of the event as they were agreed; see events/terms
    withdrawal = models.CharField("bedenktijd", max_length=10, blank=True)
    cancel_free_until = models.DateTimeField("gratis tot", null=True, blank=True)
    cancel_until = models.DateTimeField("annuleren tot", null=True, blank=True)
    cancel_fee = models.PositiveSmallIntegerField("houden we in (%)", default=0)
    created_at = models.DateTimeField("begonnen op")
    paid_at = models.DateTimeField("betaald op", null=True, blank=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = "bestelling"
        verbose_name_plural = "bestellingen"
        constraints = [
            models.CheckConstraint(
                name="order_paid_has_a_moment_and_a_buyer",
                condition=Q(status__in=["held", "lapsed"], paid_at=None)
                | (
                    Q(
                        status__in=["paid", "returned", "cancelled"],
                        paid_at__isnull=False,
                    )
                    & ~Q(buyer_email="")
                ),
            ),
            models.CheckConstraint(
                name="order_forgets_who_held_it",
                condition=Q(status="held") | Q(held_by=""),
            ),
            models.CheckConstraint(
                name="order_extended_at_most_ten_times",
                condition=Q(extensions__lte=10),
            ),
        ]
        indexes = [
            models.Index(  # lapsed holds, for `tick` and for every new hold
                name="order_held", fields=["held_until"], condition=Q(status="held")
            )
        ]

    def __str__(self):
        return self.reference

    @property
    def is_paid(self) -> bool:
        return self.status == self.Status.PAID

    @property
    def has_been_paid(self) -> bool:
        """Whatever became of it since: a next payment buys nothing."""
        return self.status in {
            self.Status.PAID,
            self.Status.RETURNED,
            self.Status.CANCELLED,
        }

    @property
    def is_being_filled_in(self) -> bool:
        """Held or lapsed, and not paid: the form may be shown."""
        return self.status in {self.Status.HELD, self.Status.LAPSED}

    @property
    def total(self) -> Decimal:
        """Of all its pairs, VAT included; uses prefetched pairs where there are."""
        return sum((pair.price for pair in self.pairs.all()), Decimal(0))

    @property
    def discount(self) -> Decimal:
        """What its code takes off."""
        return sum((pair.discount for pair in self.pairs.all()), Decimal(0))

    @property
    def vat(self) -> Decimal:
        return sum((pair.vat for pair in self.pairs.all()), Decimal(0))

    @property
    def net(self) -> Decimal:
        return self.total - self.vat


GIVEN_BACK = {"place": None, "pool": 0, "voucher_use": None}  # of a pair that is out
LET_GO = GIVEN_BACK | {"instead_of": None}  # of a hold that came to nothing


class PairQuerySet(models.QuerySet):
    """Each method finishes the sentence `the pairs …`."""

    def of_event(self, event):
        return self.filter(order__event=event)

    def in_order(self):
        """As the buyer sees them, each with its ticket and its guests."""
        guests = models.Prefetch(
            "guests",
            apps.get_model("events.Guest").objects.order_by("created_at", "pk"),
            to_attr="all_guests",
        )
        resales = apps.get_model("events.Resale").objects.filter(how="sold")
        came = apps.get_model("events.CheckIn").objects.standing()
        mine = models.OuterRef("pk")
        pairs = self.select_related("ticket", "cancellation").annotate(
            is_resold=models.Exists(resales.filter(pair=mine)),
            is_inside=models.Exists(came.filter(pair=mine)),
        )
        return pairs.prefetch_related(guests).order_by("number")

    def being_inside(self):
        """Of which somebody came through the door; each once."""
        inside = Q(check_ins__isnull=False, check_ins__undone_at=None)
        return self.filter(inside).distinct()

    def taking_a_place(self, now):
        """Sold, or held until later than now, or while Stripe may still say `paid`."""
        lapsed = Order.objects.lapsed_at(now).values("pk")
        return self.filter(place__isnull=False).exclude(
            state=Pair.State.HELD, order__in=lapsed
        )


class Pair(InParts):
    """One host and one guest, never split (rule 1). The host stands on this row."""

    class State(models.TextChoices):
        HELD = "held", "vastgehouden"
        SOLD = "sold", "verkocht"
        RELEASED = "released", "vrijgegeven"
        CANCELLED = "cancelled", "geannuleerd"

    order = models.ForeignKey(Order, models.CASCADE, related_name="pairs")
    number = models.PositiveSmallIntegerField("nummer in de bestelling")
    ticket = models.ForeignKey("events.DuoTicket", models.PROTECT, related_name="pairs")
    place = models.OneToOneField(
        "events.Place", models.PROTECT, null=True, blank=True, related_name="pair"
    )
    instead_of = models.OneToOneField(
        "events.Resale",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claim",
        verbose_name="in plaats van",
        help_text="Van een teruggezet duo, tot dit is betaald.",
    )
    state = models.CharField("stand", max_length=10, choices=State, default=State.HELD)
    price = models.DecimalField("prijs", max_digits=8, decimal_places=2)
    discount = models.DecimalField(
        "korting", max_digits=8, decimal_places=2, default=Decimal(0)
    )
    voucher_use = models.OneToOneField(
        "events.VoucherUse",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pair",
        verbose_name="met een code",
    )
    pool = models.PositiveIntegerField("uit de plaatsen van code", default=0)
    vat_rate = models.DecimalField(
        "btw-tarief",
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Leeg: vrijgesteld.",
    )
    host_name = models.CharField("naam van de gastheer", max_length=120, blank=True)
    host_email = models.EmailField("e-mailadres van de gastheer", blank=True)
    host_token = models.CharField(max_length=43, unique=True, default=new_secret)
    host_code = models.CharField(max_length=32, unique=True, default=new_code)

    nudged_at = models.DateTimeField("om een gast gevraagd op", null=True, blank=True)

    is_resold: bool  # put back, and somebody else has its place; needs `in_order()`
    is_inside: bool  # somebody of it came through the door; needs `in_order()`

    objects = PairQuerySet.as_manager()

    class Meta:
        verbose_name = "duo"
        verbose_name_plural = "duo’s"
        constraints = [
            models.UniqueConstraint(
                name="pair_numbered_in_its_order", fields=["order", "number"]
            ),
            models.CheckConstraint(
                name="pair_in_has_a_place_and_pair_out_has_none",
                condition=Q(state="sold", place__isnull=False)
                | Q(state="held", place__isnull=False, instead_of=None)
                | Q(state="held", place=None, instead_of__isnull=False)
                | Q(state="released", place=None, instead_of=None)
                | Q(state="cancelled", place=None),
            ),
            models.CheckConstraint(
                name="pair_is_free_or_can_be_paid", condition=FREE_OR_PAYABLE
            ),
            models.CheckConstraint(
                name="pair_discount_is_not_negative", condition=Q(discount__gte=0)
            ),
            models.CheckConstraint(
                name="pair_part_is_whole_or_not_there", condition=ALL_OR_NOTHING
            ),
            models.CheckConstraint(
                name="pair_out_uses_no_voucher",
                condition=Q(state__in=["held", "sold"]) | Q(voucher_use=None, pool=0),
            ),
            models.CheckConstraint(
                name="pair_in_a_kept_place_has_a_voucher",
                condition=Q(pool=0) | Q(voucher_use__isnull=False),
            ),
            PlaceInPool(name="pair_place_is_of_its_pool"),
        ]

    def __str__(self):
        return f"{self.order_id}-{self.number}"

    @property
    def is_sold(self) -> bool:
        return self.state == self.State.SOLD

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED

    @property
    def has_been_resold(self) -> bool:
        """As `is_resold`, for one pair; the cancellation follows a minute later."""
        return self.resales.filter(how="sold").exists()

    @property
    def has_a_host(self) -> bool:
        return bool(self.host_email)

    @property
    def guest(self):
        """The guest of this moment; needs `in_order()`."""
        guests = getattr(self, "all_guests", ())
        return next((guest for guest in guests if guest.is_current), None)

    @property
    def former_guests(self) -> list:
        """Who declined or was replaced, in order; needs `in_order()`."""
        guests = getattr(self, "all_guests", ())
        return [guest for guest in guests if not guest.is_current]

    @property
    def is_hosted_by_the_buyer(self) -> bool:
        """Then one mail and one page serve both; uses the order."""
        return self.host_email == self.order.buyer_email
