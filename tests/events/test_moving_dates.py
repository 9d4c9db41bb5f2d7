"""Which dates go along when an event moves, and which are named on the page."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.models import DuoTicket, Tier
from tests.events.test_moving import move
from tests.events.test_own_events import make_organiser
from tests.factories.events import AMSTERDAM, make_event, make_ticket, make_tier

pytestmark = pytest.mark.django_db


def on(month: int, day: int, year: int = 2027) -> datetime:
    return datetime(year, month, day, 9, 0, tzinfo=AMSTERDAM)


@pytest.fixture(autouse=True)
def _in_november(time_machine, now):
    time_machine.move_to(now)


def test_the_closing_date_of_a_type_goes_along_and_what_was_announced_stays(now):
    event = make_event(sales_from=on(1, 4))
    ticket = make_ticket(event=event, sales_from=on(1, 5), sales_until=on(3, 1))
    make_tier(ticket, "99", until=on(2, 1))

    move(event, now)

    event.refresh_from_db()
    ticket.refresh_from_db()
    assert ticket.sales_until == on(3, 8)
    stays = (event.sales_from, ticket.sales_from, Tier.objects.get().until)
    assert stays == (on(1, 4), on(1, 5), on(2, 1))


def test_a_type_that_would_close_before_it_opens_keeps_its_dates(now):
    event = make_event(starts_at=on(2, 10), ends_at=on(2, 11), changes_until=on(2, 5))
    ticket = make_ticket(event=event, sales_from=on(2, 1), sales_until=on(2, 8))
    earlier = make_event(starts_at=on(1, 10), ends_at=on(1, 11), changes_until=on(1, 5))

    move(event, now, to=earlier)

    kept = DuoTicket.objects.get(pk=ticket.pk)
    assert (kept.sales_from, kept.sales_until) == (on(2, 1), on(2, 8))


def test_the_page_names_what_stays_with_a_link_and_says_what_is_too_late(client, now):
    event = make_event(sales_from=on(12, 1, year=2026))
    gone = make_ticket(event=event, name="Nu", sales_from=on(1, 1, year=2026))
    late = make_ticket(event=event, name="Laat", sales_from=on(4, 1))
    make_tier(late, "99", until=on(2, 1))
    client.force_login(make_organiser("milan", event))

    page = client.get(reverse("organiser_events:move", args=[event.pk]))

    stays = [(one.what, one.at, one.is_too_late) for one in page.context["stays"]]
    assert stays == [
        ("De verkoop begint", on(12, 1, year=2026), False),
        ("De verkoop van Laat begint", on(4, 1), True),
        ("Laat kost €\xa099,00 tot", on(2, 1), False),
    ]
    link = reverse("organiser_tickets:edit", args=[late.pk])
    assert f'<a href="{link}">De verkoop van Laat begint' in page.text
    assert reverse("organiser_tickets:edit", args=[gone.pk]) not in page.text


def test_what_stays_costs_no_more_questions_for_more_types(client, now):
    event = make_event()
    client.force_login(make_organiser("milan", event))
    address = reverse("organiser_events:move", args=[event.pk])
    make_tier(make_ticket(event=event), "99", until=on(2, 1))
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for _ in range(3):
        make_tier(make_ticket(event=event), "99", until=on(2, 1))

    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(many) == len(few)
