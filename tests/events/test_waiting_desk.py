"""The organiser sees who waits, in the order of the line, of the own events only."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.waiting_list.services import offer_places
from tests.events.test_own_events import make_organiser
from tests.factories.waiting import free_a_place, make_sold_out, make_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(now, time_machine):
    time_machine.move_to(now)
    return make_sold_out().event


@pytest.fixture
def desk(client, event):
    client.force_login(make_organiser("milan", event))
    return client


def address(event) -> str:
    return reverse("organiser_events:waiting", args=[event.pk])


def rows(page) -> list[list[str]]:
    """What a reader sees in each row."""
    found = re.findall(r"<tr>\s*(<td>.*?)</tr>", page.text, re.DOTALL)
    cells = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in found]
    return [[re.sub(r"<[^>]+>", "", cell).strip() for cell in row] for row in cells]


def test_the_line_is_in_order_with_places_and_offers(desk, event, now):
    for name in ("Noor", "Bram", "Lot", "Sem"):
        make_waiting(event, name)
    late = make_waiting(event, "Laat", is_first=True)
    make_waiting(event, "Oud", state="lapsed", offer_until=now - timedelta(days=1))
    make_waiting(event, "Weg", state="left")
    free_a_place(event)
    offer_places(now=now)  # to who goes first

    page = desk.get(address(event))

    late.refresh_from_db()
    told = [(place, name) for place, name, *_ in rows(page)]
    assert told == [
        ("", "Laat"),
        ("1", "Noor"),
        ("2", "Bram"),
        ("3", "Lot"),
        ("4", "Sem"),
        ("", "Oud"),
    ]
    states = [row[-1] for row in rows(page)]
    assert states[0].startswith("plaats aangeboden, tot ")
    assert f"bestelling {late.order.reference}" in states[0]
    assert states[-1].startswith("aanbod verlopen op ")
    assert rows(page)[1][2:5] == [
        "noor@wacht.example",
        "welk duoticket er ook vrijkomt",
        "23 november 2026, 09.00 uur",
    ]


def test_a_long_list_is_paged_and_counts_on(desk, event):
    for number in range(52):
        make_waiting(event, f"Wie{number}")

    first, second = desk.get(address(event)), desk.get(address(event) + "?page=2")

    assert len(rows(first)) == 50
    assert [row[0] for row in rows(second)] == ["51", "52"]
    assert "Pagina 2 van 2" in second.text


def test_many_take_as_many_questions_as_one(desk, event):
    counted = []
    for names in (["Noor"], [f"Wie{number}" for number in range(20)]):
        for name in names:
            make_waiting(event, name)
        desk.get(address(event))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            desk.get(address(event))
        counted.append(len(asked))

    assert counted[0] == counted[1]


def test_anothers_list_is_not_found_and_an_empty_one_says_so(desk, event):
    other = make_sold_out().event

    assert desk.get(address(other)).status_code == 404
    assert "Er staat niemand op de wachtlijst." in desk.get(address(event)).text


def test_who_is_no_organiser_sees_nobody(client, event):
    client.force_login(User.objects.create_user("lezer"))

    assert client.get(address(event)).status_code in {302, 403}
