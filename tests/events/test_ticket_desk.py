"""An organiser sets up a ticket type: early prices, window, limits, VAT."""

from datetime import datetime
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from events.models import DuoTicket, Tier
from tests.factories.events import AMSTERDAM, make_ticket, make_tier

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    """The back office, with the operator behind it."""
    client.force_login(User.objects.create_superuser("beheer"))
    return client


def change(desk, ticket: DuoTicket, *tiers: dict, **changes):
    """Send the form of this type, with these early prices."""
    kept = sum("id" in tier for tier in tiers)
    values = {
        "event": ticket.event_id,
        "name": ticket.name,
        "description": "",
        "price": ticket.price,
        "vat_rate": "21.00",
        "vat_text": "",
        "sales_from": "",
        "sales_until": "",
        "capacity": "",
        "least_pairs": "1",
        "most_pairs": "5",
        "position": "0",
        "tiers-TOTAL_FORMS": len(tiers),
        "tiers-INITIAL_FORMS": kept,
    }
    for number, tier in enumerate(tiers):
        fields = {"id": "", "price": "", "until": "", "first": ""} | tier
        values |= {f"tiers-{number}-{name}": value for name, value in fields.items()}
    address = reverse("organiser_tickets:edit", args=[ticket.pk])
    return desk.post(address, values | changes)


def errors_of(response) -> dict[str, list[str]]:
    """What the form that came back says, per field; nothing when it was saved."""
    return {} if response.status_code == 302 else response.context["form"].errors


def test_early_prices_are_added_changed_and_removed_with_their_type(desk):
    ticket = make_ticket()
    old, older = make_tier(ticket, "99", first=5), make_tier(ticket, "89", first=2)

    response = change(
        desk,
        ticket,
        {"id": old.pk, "price": "109.00", "first": "6"},
        {"id": older.pk, "price": "89.00", "first": "2", "DELETE": "on"},
        {"price": "119.50", "until": "2027-01-01 00:00"},
    )

    assert errors_of(response) == {}
    new_year = datetime(2027, 1, 1, tzinfo=AMSTERDAM)
    assert list(
        Tier.objects.order_by("price").values_list("price", "first", "until")
    ) == [
        (Decimal("109.00"), 6, None),
        (Decimal("119.50"), None, new_year),
    ]


@pytest.mark.parametrize(
    ("tier", "sentence"),
    [
        ({"price": "99"}, "Vul een moment in of een aantal, niet allebei."),
        (
            {"price": "99", "first": "3", "until": "2027-01-01 00:00"},
            "Vul een moment in of een aantal, niet allebei.",
        ),
        ({"price": "-1", "first": "3"}, "Een prijs is niet negatief."),
        ({"price": "0.20", "first": "3"}, "De prijs is 0 (gratis) of minstens € 0,50."),
    ],
)
def test_an_early_price_that_makes_no_sense_is_refused(desk, tier, sentence):
    ticket = make_ticket()

    response = change(desk, ticket, tier)

    assert response.status_code == 200
    assert sentence in response.text
    assert Tier.objects.count() == 0


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"price": "-5"}, "price", "Een prijs is niet negatief."),
        ({"price": "0.49"}, "price", "De prijs is 0 (gratis) of minstens € 0,50."),
        (
            {"vat_rate": ""},
            "vat_text",
            "Zeg op grond waarvan het duoticket is vrijgesteld van btw.",
        ),
        (
            {"least_pairs": "4", "most_pairs": "3"},
            "most_pairs",
            "Dit is minder dan het kleinste aantal.",
        ),
        (
            {"sales_from": "2027-01-02 00:00", "sales_until": "2027-01-01 00:00"},
            "sales_until",
            "De verkoop sluit nadat hij begint.",
        ),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field(desk, wrong, field, sentence):
    response = change(desk, make_ticket(), **wrong)

    assert sentence in errors_of(response)[field]


@pytest.mark.parametrize("field", ["capacity", "least_pairs", "most_pairs"])
@pytest.mark.parametrize("number", ["10000", "-1", "99999999999999999999", "veel"])
def test_a_strange_number_of_pairs_is_refused_at_its_field(desk, field, number):
    response = change(desk, make_ticket(), **{field: number})

    assert list(errors_of(response)) == [field]


def test_a_type_is_exempt_from_vat_with_the_words_of_the_law(desk):
    ticket = make_ticket()

    change(desk, ticket, vat_rate="", vat_text="vrijgesteld, artikel 11 Wet OB")

    ticket.refresh_from_db()
    assert (ticket.vat_rate, ticket.vat) == (None, 0)


def test_a_type_may_be_free(desk):
    ticket = make_ticket()

    response = change(desk, ticket, price="0")

    assert errors_of(response) == {}
    assert DuoTicket.objects.get(pk=ticket.pk).price == 0
