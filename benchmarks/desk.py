"""The desk with 10,000 orders of one event, on a PostgreSQL that has no statistics yet.

A database that was restored an hour ago knows nothing of its tables: a plan may not
depend on it."""

import time
from datetime import timedelta
from decimal import Decimal
from functools import partial

from benchmarks.figures import begin, end, say
from benchmarks.site import prepared

ORDERS = 10_000
TABLES = ("order", "pair", "guest", "place", "payment", "checkin")


def main() -> None:
    with prepared(demo=False):
        begin()
        measure()
    end()


def measure() -> None:
    """Imports come here, since Django stands only now."""
    from django.contrib.auth.models import User  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    event = filled_event()
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.create_superuser("beheer"))
    desk = partial(reverse, args=[event.pk])
    export = lambda what: reverse(  # noqa: E731
        "organiser_events:export", args=[event.pk, what, "csv"]
    )
    pages = {
        "dashboard": desk("organiser_events:inspect"),
        "orders, first page": reverse("organiser_orders:index"),
        "orders, a search": reverse("organiser_orders:index") + "?q=koper 7001",
        "events": reverse("organiser_events:index"),
        "message": desk("organiser_events:message"),
        "export of orders": export("bestellingen"),
        "export of pairs": export("duos"),
        "export of money": export("geld"),
        "Geld": reverse("organiser_money:index"),
    }
    for known in ("without statistics", "with statistics"):
        if known == "with statistics":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        for name, path in pages.items():
            client.get(path)
            begun = time.perf_counter()
            answer = client.get(path, secure=True)
            size = len(answer.getvalue()) if answer.streaming else len(answer.content)
            took = time.perf_counter() - begun
            assert answer.status_code == 200 and size > 1000, (name, answer)  # noqa: PT018
            say(f"{name}, {known}", took, at_most=20, unit="s")


def filled_event():
    """Paid orders of one pair each, with a confirmed guest who is in."""
    from django.db import connection  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from events.models import (  # noqa: PLC0415
        CheckIn,
        Guest,
        Order,
        Pair,
        Payment,
        Place,
    )
    from tests.factories.events import make_event, make_ticket  # noqa: PLC0415

    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(
                f"ALTER TABLE events_{table} SET (autovacuum_enabled = false)"
            )
    now = timezone.now()
    event = make_event(capacity=ORDERS, starts_at=now + timedelta(days=100))
    ticket = make_ticket(event=event)
    places = Place.objects.filter(event=event).order_by("number")
    orders = Order.objects.bulk_create(
        Order(
            event=event,
            status="paid",
            buyer_name=f"Koper {n}",
            buyer_email=f"koper{n}@voorbeeld.example",
            held_until=now,
            created_at=now - timedelta(minutes=n),
            paid_at=now - timedelta(minutes=n),
        )
        for n in range(ORDERS)
    )
    pairs = Pair.objects.bulk_create(
        Pair(
            order=order,
            number=1,
            ticket=ticket,
            place=place,
            state="sold",
            price=ticket.price,
            vat_rate=ticket.vat_rate,
            host_name=order.buyer_name,
            host_email=order.buyer_email,
        )
        for order, place in zip(orders, places, strict=True)
    )
    guests = Guest.objects.bulk_create(
        Guest(
            pair=pair,
            name=f"Gast {pair.pk}",
            email=f"gast{pair.pk}@voorbeeld.example",
            created_at=now,
            invited_at=now,
            ground="age",
            judged_for=event.first_day,
            admitted_at=now,
        )
        for pair in pairs
    )
    CheckIn.objects.bulk_create(
        CheckIn(pair=guest.pair, guest=guest, is_guest=True, code=guest.code, at=now)
        for guest in guests
    )
    Payment.objects.bulk_create(
        Payment(
            order=order,
            amount=Decimal(149),
            status="paid",
            params={},
            expires_at=now,
            created_at=now,
            settled_at=now,
        )
        for order in orders
    )
    return event


if __name__ == "__main__":
    main()
