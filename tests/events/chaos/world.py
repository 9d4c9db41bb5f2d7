"""The world of one walk: an event, a fake Stripe, a mail server and a clock."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from events.models import DuoTicket, Event, Order
from home.models import OwedMail
from tests.events.chaos.crashes import Crashes
from tests.events.chaos.line import Line
from tests.events.chaos.post import Office, Post
from tests.factories.events import (
    make_event,
    make_ticket,
    make_tier,
    make_voucher,
    with_lunch,
)
from tests.stripe_fixture import StripeInTests

CODES = {
    "TIENDE": {"value": Decimal(10), "most": 3},
    "VIJFTIG": {"kind": "amount", "value": Decimal(50), "most": 2},
    "PARTNER": {"value": Decimal(25), "most": 2, "keeps_places": True},
    "SPREKER": {"value": Decimal(100), "most": 1, "keeps_places": True},
}
RECENT = 15  # people act on what happened lately


class World:
    """What the rules act upon and the truths look at."""

    def __init__(self, clock, start: datetime, *, capacity: int = 7) -> None:
        forget_everything()
        clock.move_to(start)
        self.clock = clock
        self.crashes = Crashes()
        self.office = Post.office = Office(self.crashes)
        secret = settings.STRIPE_WEBHOOK_SECRETS[0]
        self.stripe = StripeInTests(clock=clock, secret=secret)
        settings.STRIPE_HTTP_CLIENT = Line(self.stripe, self.crashes)
        self.client = Client()
        self.organiser, _ = User.objects.get_or_create(username="organisator")
        self.seen: list[str] = []  # the sessions whose page a buyer was sent to
        self.wrong: list[str] = []  # what a rule saw with its own eyes
        self.joined: Counter[int] = Counter()  # who came back to the waiting list
        self.people = 0
        self.capacity = capacity
        self.next_edition()

    def next_edition(self) -> None:
        """The event of this moment; who dies while making it has made none."""
        self.event, self.tickets = self._an_edition()

    @transaction.atomic
    def _an_edition(self) -> tuple[Event, list[DuoTicket]]:
        """An event on sale; its deadlines come while the walk lasts."""
        now, capacity = self.now, self.capacity
        event = make_event(
            capacity=capacity,
            starts_at=now + timedelta(days=30),
            cancel_free_until=now + timedelta(days=8),
            cancel_until=now + timedelta(days=24),
            cancel_fee=33,
            withdrawal="14days",
        )
        early = {"price": Decimal("99.95"), "vat_rate": Decimal(9)}
        tickets = [
            make_ticket(event=event, most_pairs=3, most_per_buyer=3, **with_lunch()),
            make_ticket(
                event=event,
                name="Vroege vogel",
                capacity=max(2, capacity // 2),
                **early,
            ),
            make_ticket(event=event, name="Vrij", price=Decimal(0), capacity=2),
        ]
        make_tier(tickets[0], "90", first=2)
        for code, fields in CODES.items():
            make_voucher(event, now, code=code, **fields)
        return event, tickets

    @property
    def now(self) -> datetime:
        return timezone.now()

    def wait(self, time: timedelta) -> None:
        self.clock.shift(time)

    def order(self, dice: Random, *statuses: str) -> Order | None:
        """One of the latest orders in one of these states, if there is one."""
        orders = Order.objects.filter(status__in=statuses).order_by("-pk")[:RECENT]
        return dice.choice(list(orders) or [None])

    def open_session(self, dice: Random) -> str | None:
        """A page of Stripe's on which a buyer can pay at this moment."""
        found = {session["id"]: session for session in self.stripe.sessions}
        seen = [number for number in self.seen if found[number]["status"] == "open"]
        return dice.choice(seen or [None])

    def same_again(self) -> tuple[str, str]:
        """Who came last comes once more."""
        return f"Mens {self.people}", f"mens-{self.people}@voorbeeld.example"

    def a_buyer(self, dice: Random) -> tuple[str, str]:
        """Mostly somebody new; else somebody who has a pair, and wants more."""
        known = self.order(dice, "paid")
        if known is None or not known.buyer_email or dice.random() < 0.6:
            return self.somebody()
        return known.buyer_name, known.buyer_email

    def somebody(self) -> tuple[str, str]:
        self.people += 1
        return self.same_again()

    def visit(self, view: str, order: Order, *more: str) -> None:
        """A page of one order; whatever it says, it says it kindly."""
        self.open(view, order.reference, order.token, *more)

    def open(self, view: str, *arguments: str) -> int:
        """The status of a page."""
        return self._ask(self.client.get, view, *arguments)

    def press(self, view: str, *arguments: str) -> int:
        """The status of what a button of a page answers."""
        return self._ask(self.client.post, view, *arguments)

    def _ask(self, how: Callable, view: str, *arguments: str) -> int:
        status = how(reverse(view, args=arguments)).status_code
        if status >= 500:
            self.wrong.append(f"{view} answered {status}")
        return status


def forget_everything() -> None:
    """All rows of the walk before; in one transaction the order does not matter."""
    models = [OwedMail, *apps.get_app_config("events").get_models()]
    with transaction.atomic():
        for model in models:
            if not issubclass(model, Page):
                model._default_manager.all()._raw_delete(connection.alias)
    if Event.objects.exists():
        raise AssertionError("the world before is still there")
