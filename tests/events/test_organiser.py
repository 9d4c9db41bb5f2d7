"""The organiser's desk: set up an event and its tickets."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from events.models import DuoTicket, Event, Order, Place
from tests.factories.events import (
    AMSTERDAM,
    make_event,
    make_event_page,
    make_paid_order,
    make_ticket,
)
from tests.factories.home import make_sector

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_november(time_machine, now):
    time_machine.move_to(now)


@pytest.fixture
def desk(client):
    """The back office, with the operator behind it."""
    client.force_login(User.objects.create_superuser("beheer"))
    return client


def at(moment: datetime | None) -> str:
    """As the form writes a moment."""
    return moment.astimezone(AMSTERDAM).strftime("%Y-%m-%d %H:%M") if moment else ""


def filled_in(event: Event, **changes) -> dict:
    """What the form of this event sends."""
    values = {
        "name": event.name,
        "slug": event.slug,
        "starts_at": at(event.starts_at),
        "ends_at": at(event.ends_at),
        "changes_until": at(event.changes_until),
        "sales_from": at(event.sales_from),
        "sales_until": at(event.sales_until),
        "venue": event.venue,
        "address": event.address,
        "city": event.city,
        "capacity": event.capacity,
        "age_limit": event.age_limit,
        "home_sector": event.home_sector_id,
        "withdrawal": event.withdrawal,
        "cancel_fee": event.cancel_fee,
        "offer_hours": event.offer_hours,
    }
    return values | changes


def change(desk, event: Event, **changes):
    """Send the form of this event."""
    address = reverse("organiser_events:edit", args=[event.pk])
    return desk.post(address, filled_in(event, **changes))


def errors_of(response) -> dict[str, list[str]]:
    """What the form that came back says, per field; nothing when it was saved."""
    return {} if response.status_code == 302 else response.context["form"].errors


def told_by(response) -> list[str]:
    """The messages above the page where the organiser ends."""
    return [str(message).strip() for message in response.context["messages"]]


# Events


def test_a_new_event_has_a_place_for_every_pair(desk):
    event = Event(
        name="Hackathon",
        slug="hackathon",
        starts_at=datetime(2027, 3, 10, 9, 30, tzinfo=AMSTERDAM),
        ends_at=datetime(2027, 3, 10, 17, 15, tzinfo=AMSTERDAM),
        changes_until=datetime(2027, 3, 5, 23, 59, tzinfo=AMSTERDAM),
        venue="Het Seinhuis",
        address="Seinpad 5",
        city="Amersfoort",
        capacity=40,
        home_sector=make_sector(),
    )

    response = desk.post(reverse("organiser_events:add"), filled_in(event))

    assert errors_of(response) == {}
    made = Event.objects.get(slug="hackathon")
    assert made.first_day.isoformat() == "2027-03-10"
    assert Place.objects.filter(event=made).count() == 40


def test_a_choice_that_no_chooser_sends_is_refused_at_its_field(desk):
    event = make_event()

    answer = change(desk, event, home_sector="geen nummer")

    assert answer.status_code == 200
    assert list(errors_of(answer)) == ["home_sector"]


def test_an_event_grows_and_shrinks_as_long_as_everybody_keeps_a_place(desk):
    event = make_event(capacity=10)
    make_paid_order(ticket=make_ticket(event=event), pairs=3)

    change(desk, event, capacity=12)
    more = Place.objects.filter(event=event).count()
    change(desk, event, capacity=3)

    assert (more, Place.objects.filter(event=event).count()) == (12, 3)
    assert Event.objects.get(pk=event.pk).capacity == 3


def test_a_capacity_below_what_is_taken_is_refused_at_its_field(desk):
    event = make_event(capacity=10)
    make_paid_order(ticket=make_ticket(event=event), pairs=3)

    response = change(desk, event, capacity=2, venue="De Loods")

    assert errors_of(response) == {"capacity": ["Minder dan 3 kan niet: 3 verkocht."]}
    assert response.context["form"]["venue"].value() == "De Loods"  # typed, not lost
    kept = Event.objects.get(pk=event.pk)
    assert (kept.capacity, kept.venue) == (10, "Het Seinhuis")


def test_the_first_day_stands_once_a_pair_is_sold_and_the_hour_may_change(desk):
    event = make_event()
    make_paid_order(ticket=make_ticket(event=event))

    later = event.starts_at + timedelta(days=1)
    refused = change(
        desk, event, starts_at=at(later), ends_at=at(later + timedelta(hours=8))
    )
    earlier_that_day = event.starts_at - timedelta(hours=1)
    allowed = change(desk, event, starts_at=at(earlier_that_day))

    assert errors_of(refused) == {
        "starts_at": [
            "Er is al 1 duo verkocht voor de dag die er nu staat. Kies op de pagina "
            "‘Hoe het staat’ voor Verzetten; de tijd kan hier wel veranderen."
        ]
    }
    assert errors_of(allowed) == {}
    assert Event.objects.get(pk=event.pk).starts_at == earlier_that_day


def test_the_first_day_may_change_while_nothing_is_sold(desk):
    event = make_event()

    later = event.starts_at + timedelta(days=1)
    response = change(
        desk, event, starts_at=at(later), ends_at=at(later + timedelta(hours=8))
    )

    assert errors_of(response) == {}
    assert Event.objects.get(pk=event.pk).starts_at == later


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("ends_at", "2027-03-10 09:30", "Het evenement eindigt nadat het begint."),
        (
            "changes_until",
            "2027-03-11 09:30",
            "Wijzigen stopt uiterlijk als het evenement eindigt.",
        ),
        ("sales_until", "2026-01-01 00:00", "De verkoop sluit nadat hij begint."),
        ("ends_at", "9999-12-31 23:59", "Kies een dag in de komende tien jaar."),
    ],
)
def test_moments_in_the_wrong_order_are_refused_at_their_field(
    desk, field, value, sentence
):
    event = make_event(sales_from=datetime(2026, 11, 1, tzinfo=AMSTERDAM))

    response = change(desk, event, **{field: value})

    assert errors_of(response) == {field: [sentence]}


def test_an_event_is_not_moved_into_the_past_and_one_that_was_can_be_corrected(desk):
    ahead = make_event()
    over = make_event(starts_at=datetime(2026, 3, 10, 9, 30, tzinfo=AMSTERDAM))

    moved = change(desk, ahead, starts_at="2026-11-24 09:30")
    corrected = change(desk, over, venue="De Loods")

    assert errors_of(moved) == {"starts_at": ["Dit moment is al geweest."]}
    assert errors_of(corrected) == {}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 10_000),
        ("name", "nul\x00teken"),
        ("slug", "geen adres"),
        ("starts_at", "31 februari"),
        ("starts_at", "2027-02-31 09:30"),
        ("capacity", "-1"),
        ("capacity", "99999999999999999999"),
        ("capacity", "veel"),
        ("home_sector", "999999"),
        ("withdrawal", "nooit"),
    ],
)
def test_what_makes_no_sense_comes_back_with_an_error_at_its_field(desk, field, value):
    event = make_event()

    response = change(desk, event, **{field: value})

    assert response.status_code == 200
    assert list(errors_of(response)) == [field]


def test_an_event_with_an_emoji_and_a_quote_in_its_name_is_fine(desk):
    event = make_event()

    change(desk, event, name='Dag "twee" 🎈')

    assert Event.objects.get(pk=event.pk).name == 'Dag "twee" 🎈'
    assert desk.get(reverse("organiser_events:index")).status_code == 200


@pytest.mark.parametrize("page", ["index", "edit"])
def test_the_way_to_the_figures_is_called_what_they_are(desk, page):
    event = make_event()
    of = [] if page == "index" else [event.pk]

    html = desk.get(reverse(f"organiser_events:{page}", args=of)).text

    assert reverse("organiser_events:inspect", args=[event.pk]) in html
    assert "Hoe het staat" in html
    assert "Inspecteer" not in html


def test_who_follows_a_dead_link_in_the_back_office_reads_dutch(desk):
    page = desk.get("/cms/evenementen/999/bestaat-niet/")

    assert page.status_code == 404
    assert "Deze pagina is er niet" in page.text
    assert "Error 404" not in page.text


def test_an_event_that_was_ordered_stays_and_the_organiser_reads_why(desk):
    event = make_event()
    make_paid_order(ticket=make_ticket(event=event))

    address = reverse("organiser_events:delete", args=[event.pk])
    response = desk.post(address, follow=True)

    assert told_by(response) == ["Dit kan niet weg: er hoort al 1 bestelling bij."]
    assert Event.objects.filter(pk=event.pk).exists()


def test_an_event_with_a_page_stays_and_the_organiser_reads_why(desk):
    page = make_event_page()

    address = reverse("organiser_events:delete", args=[page.event.pk])
    response = desk.post(address, follow=True)

    assert told_by(response) == [
        "Dit kan niet weg: er is een pagina die erover vertelt. "
        "Verwijder eerst die pagina."
    ]


def test_an_event_that_nobody_ordered_goes_with_its_tickets_and_places(desk):
    ticket = make_ticket()

    desk.post(reverse("organiser_events:delete", args=[ticket.event.pk]))

    left = [model.objects.count() for model in (Event, DuoTicket, Place)]
    assert left == [0, 0, 0]


# Ticket types


def ticket_form(ticket: DuoTicket, **changes) -> dict:
    """What the form of this ticket type sends."""
    values = {
        "event": ticket.event_id,
        "name": ticket.name,
        "description": ticket.description,
        "price": ticket.price,
        "vat_rate": "21.00",
        "vat_text": ticket.vat_text,
        "capacity": "",
        "least_pairs": ticket.least_pairs,
        "most_pairs": ticket.most_pairs,
        "position": ticket.position,
        "tiers-TOTAL_FORMS": "0",
        "tiers-INITIAL_FORMS": "0",
    }
    return values | changes


def test_a_new_ticket_type_is_for_sale_with_its_price_for_two(desk):
    ticket = DuoTicket(event=make_event(), name="Duoticket", price=Decimal("149.00"))

    response = desk.post(reverse("organiser_tickets:add"), ticket_form(ticket))

    assert errors_of(response) == {}
    made = DuoTicket.objects.get()
    assert (made.event, made.price, made.vat) == (
        ticket.event,
        Decimal("149.00"),
        Decimal("25.86"),
    )


def test_a_cap_below_what_is_taken_is_refused_and_a_type_keeps_its_event(desk):
    ticket = make_ticket()
    make_paid_order(ticket=ticket, pairs=2)
    address = reverse("organiser_tickets:edit", args=[ticket.pk])

    less = desk.post(address, ticket_form(ticket, capacity=1))
    desk.post(address, ticket_form(ticket, event=make_event().pk))

    assert errors_of(less) == {
        "capacity": ["Minder dan 2 van deze soort kan niet: 2 verkocht."]
    }
    assert DuoTicket.objects.get(pk=ticket.pk).event == ticket.event


def test_what_was_sold_keeps_its_price_when_the_type_gets_another(desk):
    ticket = make_ticket()
    order = make_paid_order(ticket=ticket)

    address = reverse("organiser_tickets:edit", args=[ticket.pk])
    desk.post(address, ticket_form(ticket, price="199.00"))

    assert DuoTicket.objects.get(pk=ticket.pk).price == Decimal("199.00")
    assert Order.objects.get(pk=order.pk).total == Decimal("149.00")


@pytest.mark.parametrize("price", ["-5", "0,10", "gratis", "1e9", "99999999999"])
def test_a_price_that_cannot_be_paid_is_refused_at_its_field(desk, price):
    ticket = make_ticket()

    address = reverse("organiser_tickets:edit", args=[ticket.pk])
    response = desk.post(address, ticket_form(ticket, price=price))

    assert list(errors_of(response)) == ["price"]


def test_a_ticket_type_that_was_ordered_stays_and_another_goes(desk):
    ordered = make_ticket()
    for _ in range(2):
        make_paid_order(ticket=ordered)
    spare = make_ticket(event=ordered.event)

    responses = [
        desk.post(reverse("organiser_tickets:delete", args=[each.pk]), follow=True)
        for each in (ordered, spare)
    ]

    assert told_by(responses[0]) == [
        "Dit kan niet weg: er horen al 2 bestellingen bij."
    ]
    assert list(DuoTicket.objects.all()) == [ordered]


@pytest.mark.parametrize("age_limit", ["0", "121", "3000"])
def test_an_age_that_nobody_has_is_no_limit(desk, age_limit):
    """With 3000 the page of the event would look for a day before the year 1."""
    event = make_event()

    answer = change(desk, event, age_limit=age_limit)

    event.refresh_from_db()
    assert "Kies een leeftijd van 1 tot en met 120." in answer.text
    assert event.age_limit == 30
