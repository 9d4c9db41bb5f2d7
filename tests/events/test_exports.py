"""Orders, pairs and money as CSV and XLSX: whole, safe and in few queries."""

import csv
import io
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from events.door.models import CheckIn
from events.models import Order, Payment
from events.orders.services import hold_places
from events.organiser.exports.rows import HEADINGS, ROWS
from tests.events.test_invoices import make_payment
from tests.events.test_own_events import make_organiser
from tests.factories.events import make_event, make_guest, make_paid_order, make_ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return make_event(slug="hackathon")


@pytest.fixture
def desk(client, event):
    """The organiser of the event, Roos."""
    client.force_login(make_organiser("roos", event))
    return client


def address(event, what: str, file_format: str) -> str:
    return reverse("organiser_events:export", args=[event.pk, what, file_format])


def rows_in_csv(response) -> list[dict]:
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def rows_in_xlsx(response) -> list[tuple]:
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    return list(sheet.iter_rows(values_only=True))


def test_a_pair_tells_who_comes_on_which_ground_and_who_is_in(desk, event, now):
    order = make_paid_order(ticket=make_ticket(event=event), pairs=2)
    first = order.pairs.get(number=1)
    make_guest(pair=first, name="Weg", replaced_at=now)
    guest = make_guest(pair=first, admitted=True)
    CheckIn.objects.create(
        pair=first, guest=guest, is_guest=True, code=guest.code, at=now
    )

    rows = rows_in_csv(desk.get(address(event, "duos", "csv")))

    assert list(rows[0]) == HEADINGS["duos"]
    assert rows[0] == {
        "Duo": f"{order.reference}-1",
        "Stand": "verkocht",
        "Soort": "Duoticket",
        "Prijs": "149.00",
        "Gastheer": "Iris de Wit",
        "E-mailadres gastheer": "iris@voorbeeld.example",
        "Gastheer binnen": "",
        "Gast": "Daan Okafor",
        "E-mailadres gast": "daan@voorbeeld.example",
        "Gast is": "bevestigd",
        "Grond": "uit een andere sector",
        "Sector": "Zorg",
        "Bevestigd op": "2026-11-22 14:11:00",
        "Gast binnen": "2026-11-25 14:05:00",
        "Koper": "Iris de Wit",
        "Organisatie": "",
    }
    assert (rows[1]["Gast is"], rows[1]["Gastheer"]) == ("nog niet genoemd", "")


def test_an_order_tells_what_it_is_worth_now(desk, event):
    order = make_paid_order(ticket=make_ticket(event=event), pairs=3, city="Amersfoort")
    make_guest(pair=order.pairs.get(number=2), admitted=True)
    order.pairs.filter(number=3).update(state="cancelled", place=None)

    [row] = rows_in_csv(desk.get(address(event, "bestellingen", "csv")))

    assert (row["Duo’s"], row["Gasten bevestigd"], row["Bedrag"]) == (
        "2",
        "1",
        "298.00",
    )
    assert (row["Betaald op"], row["Plaats"]) == ("2026-11-20 10:00:00", "Amersfoort")


def test_an_xlsx_has_numbers_and_moments_not_texts(desk, event):
    make_paid_order(ticket=make_ticket(event=event))

    heading, row = rows_in_xlsx(desk.get(address(event, "bestellingen", "xlsx")))

    cells = dict(zip(heading, row, strict=True))
    assert list(heading) == HEADINGS["bestellingen"]
    assert (cells["Bedrag"], cells["Betaald op"].isoformat()) == (
        149,
        "2026-11-20T10:00:00",
    )


def test_a_sheet_has_a_dutch_name(desk, event):
    files = [desk.get(address(event, what, "xlsx")) for what in ROWS]

    books = [load_workbook(io.BytesIO(b"".join(f.streaming_content))) for f in files]
    assert [book.sheetnames for book in books] == [
        ["Bestellingen"],
        ["Duo’s"],
        ["Geld"],
    ]


def test_money_comes_in_and_goes_back(desk, event, now):
    order = make_paid_order(ticket=make_ticket(event=event))
    payment = Payment.objects.create(
        order=order,
        amount=order.total,
        status="paid",
        params={},
        intent_id="pi_1",
        expires_at=now,
        created_at=now,
        settled_at=now,
    )
    payment.refunds.create(amount=Decimal("49.00"), reason="goodwill", created_at=now)

    rows = rows_in_csv(desk.get(address(event, "geld", "csv")))

    assert [(row["Wat"], row["Bedrag"], row["Stand"]) for row in rows] == [
        ("betaling", "149.00", "betaald"),
        ("terugbetaling", "-49.00", "nog te doen"),
    ]


@pytest.mark.parametrize(
    "name", ["=1+1", "+31612345678", "-2", "@SUM(A1)", "\t=1", "\r=1"]
)
def test_what_was_typed_is_never_a_formula(desk, event, name):
    make_paid_order(ticket=make_ticket(event=event), buyer_name=name)

    [row] = rows_in_csv(desk.get(address(event, "bestellingen", "csv")))
    sheet = load_workbook(
        io.BytesIO(
            b"".join(desk.get(address(event, "bestellingen", "xlsx")).streaming_content)
        )
    ).active

    types = {cell.data_type for line in sheet.iter_rows() for cell in line}
    assert row["Koper"][0] == "'"
    assert "f" not in types


def test_a_character_that_no_sheet_can_hold_does_no_harm(desk, event):
    make_paid_order(ticket=make_ticket(event=event), buyer_name="Iris \x0b\x1b 🎈")

    for file_format in ("csv", "xlsx"):
        answer = desk.get(address(event, "bestellingen", file_format))

        assert answer.status_code == 200
        assert b"".join(answer.streaming_content)


@pytest.mark.parametrize("what", ROWS)
def test_many_rows_ask_as_little_as_one(event, what):
    ticket = make_ticket(event=event)

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            rows = list(ROWS[what](event))
        assert len(rows) == Order.objects.count() or what == "geld"
        return len(captured)

    make_guest(pair=make_paid_order(ticket=ticket).pairs.get())
    few = asked()
    for _ in range(8):
        make_guest(pair=make_paid_order(ticket=ticket).pairs.get(), admitted=True)

    assert asked() == few
    assert few <= 4


def test_a_file_tells_of_this_event_and_of_what_was_bought(event, now):
    """Not of what is held or was tried, or of elsewhere; who went out is not in."""
    ticket = make_ticket(event=event)
    mine, theirs = make_paid_order(ticket=ticket), make_paid_order()
    hold_places(ticket=ticket, pairs=1, now=now)
    make_payment(mine, now, status="failed")
    paid_there = make_payment(theirs, now)
    paid_there.refunds.create(amount=1, reason="goodwill", created_at=now)
    host = mine.pairs.get()
    CheckIn.objects.create(
        pair=host, is_guest=False, code=host.host_code, at=now, undone_at=now
    )

    orders, pairs, money = ([*ROWS[what](event)] for what in HEADINGS if what in ROWS)

    assert [row["Bestelnummer"] for row in orders] == [mine.reference]
    assert [(row["Duo"], row["Gastheer binnen"]) for row in pairs] == [
        (f"{mine.reference}-1", None)
    ]
    assert money == []


def test_no_other_event_and_no_other_kind(desk, event):
    make_paid_order(ticket=make_ticket())
    theirs = make_event()

    assert rows_in_csv(desk.get(address(event, "duos", "csv"))) == []
    assert [
        desk.get(path).status_code
        for path in (
            address(theirs, "duos", "csv"),
            address(event, "wachtwoorden", "csv"),
            address(event, "duos", "pdf"),
        )
    ] == [404, 404, 404]
