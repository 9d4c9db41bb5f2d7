"""What somebody shows at the door: QR, PDF and calendar entry of one half."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from pypdf import PdfReader

from events.guests import halves
from events.models import Event
from events.passes import qr
from events.passes.calendar import calendar_file
from events.passes.halves import Half
from events.passes.pdf import ticket_pdf
from home.typesetting import drawable
from tests.factories.events import make_guest, make_paid_order

pytestmark = pytest.mark.django_db
MOMENT = datetime(2027, 3, 10, 8, 30, tzinfo=UTC)


def text_of(pdf: bytes) -> str:
    return " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())


def dark(path: str) -> set[tuple[int, int]]:
    """The modules that a path draws: every run is `M<x> <y>h<width>v1h-<width>z`."""
    found = set()
    for run in path.split("M")[1:]:
        start, width = run.split("h")[0], int(run.split("h")[1].removesuffix("v1"))
        x, y = map(int, start.split())
        found |= {(x + i, y) for i in range(width)}
    return found


def test_a_qr_holds_the_code_and_nothing_else():
    pair = make_paid_order().pairs.get()

    size, path = qr.drawing(halves.of_host(pair).code)

    rows = segno.make(pair.host_code, error="m", micro=False, mask=qr.MASK).matrix
    expected = {(x, y) for y, row in enumerate(rows) for x, v in enumerate(row) if v}
    assert (size, dark(path)) == (len(rows), expected)
    assert len(pair.host_code) * 6 >= 128  # bits of a url-safe random value


def test_each_half_has_a_code_of_its_own():
    guest = make_guest(admitted=True)
    pair = guest.pair

    codes = (halves.of_host(pair).code, halves.of_guest(guest).code)

    assert codes == (pair.host_code, guest.code)


def test_a_qr_on_a_page_has_no_style_and_a_name_that_is_only_text():
    drawing = qr.svg("code", '"><script>')

    assert "style" not in drawing
    assert "<script>" not in drawing
    assert 'role="img"' in drawing


def test_the_pdf_of_a_host_is_one_tagged_dutch_page():
    pair = make_paid_order().pairs.get()

    reader = PdfReader(BytesIO(ticket_pdf(halves.of_host(pair))))

    catalog = reader.trailer["/Root"]
    assert len(reader.pages) == 1
    assert (catalog["/Lang"], catalog["/MarkInfo"]["/Marked"]) == ("nl", True)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalog["/Metadata"].get_data()
    assert (
        reader.metadata.title == "Hackathon Een Nieuw Geluid: kaartje van Iris de Wit"
    )


def test_each_half_has_its_own_facts_and_not_the_other_person(now, time_machine):
    time_machine.move_to(now, tick=False)
    guest = make_guest(admitted=True)
    pair = guest.pair

    of_host = text_of(ticket_pdf(halves.of_host(pair)))
    of_guest = text_of(ticket_pdf(halves.of_guest(guest)))

    for text in (of_host, of_guest):
        assert "woensdag 10 maart 2027, 09.30 uur" in text
        assert "Het Seinhuis" in text
        assert f"{pair.order.reference}-1" in text
    assert "Iris de Wit" in of_host
    assert "Daan Okafor" not in of_host
    assert "Gast, andere sector" in of_guest
    assert "Iris de Wit" not in of_guest


def test_only_a_guest_on_age_is_asked_for_proof():
    guest = make_guest(admitted=True, ground="age")

    assert "legitimatiebewijs" in text_of(ticket_pdf(halves.of_guest(guest)))
    assert "Gast, jonger dan 30" in text_of(ticket_pdf(halves.of_guest(guest)))


def test_who_was_not_admitted_has_no_half():
    with pytest.raises(ValueError, match="not admitted"):
        halves.of_guest(make_guest())


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Łukasz Nguyễn", "Łukasz Nguyễn"),
        ("Zoe\u0308 ’t Hooft", "Zoë ’t Hooft"),
        ("李小龍", "LiXiaoLong"),
        ("Daan 😀", "Daan"),
        ("😀", "–"),
        ("a\x00b\u202ec\ud800", "abc"),
        ("#let x = [*vet*]", "#let x = [*vet*]"),
    ],
)
def test_a_name_is_written_in_letters_the_fonts_have(typed, drawn):
    assert drawable(typed) == drawn


@settings(max_examples=60, deadline=None)
@given(name=st.text(st.characters(), min_size=1, max_size=120))
def test_whatever_somebody_is_called_the_ticket_is_one_page(name):
    half = Half(
        side="guest",
        role="Gast, andere sector",
        name=name,
        event=Event(name=name, starts_at=MOMENT, venue=name, address=name),
        code="c" * 27,
        reference="K7M2Q9XB-1",
        uid="gast-1@testserver",
        since=MOMENT,
    )

    assert len(PdfReader(BytesIO(ticket_pdf(half))).pages) == 1


def entry(**fields):
    """The one entry in the file of the host's calendar."""
    pair = make_paid_order().pairs.get()
    content = calendar_file(halves.of_host(pair), organiser="post@x.example", **fields)
    return pair, content, Calendar.from_ical(content).events[0]


def test_the_calendar_entry_says_when_in_amsterdam(now, time_machine):
    time_machine.move_to(now, tick=False)
    pair, content, found = entry()
    event = pair.order.event

    assert (found.start, found.end) == (event.starts_at, event.ends_at)
    assert b"DTSTART;TZID=Europe/Amsterdam:20270310T093000" in content
    assert b"BEGIN:VTIMEZONE" in content
    assert found["location"] == "Het Seinhuis, Seinpad 5, 3812 AA Amersfoort"
    assert found["organizer"] == "mailto:post@x.example"
    assert found.stamp == pair.order.paid_at


def test_a_calendar_knows_its_entry_again_when_the_event_moved():
    pair, _, first = entry()
    event = pair.order.event
    event.starts_at += timedelta(days=7)
    event.ends_at += timedelta(days=7)
    event.moves.create(
        from_starts_at=MOMENT, to_starts_at=MOMENT, choose_until=MOMENT, at=MOMENT
    )

    moved = calendar_file(halves.of_host(pair), organiser="")
    second = Calendar.from_ical(moved).events[0]

    assert first["uid"] == second["uid"] == f"duo-{pair.pk}-gastheer@testserver"
    assert (first["sequence"], second["sequence"]) == (0, 1)
    assert second.start == event.starts_at
    assert "organizer" not in second


def test_a_shared_calendar_shares_no_way_in():
    guest = make_guest(admitted=True)
    pair = guest.pair

    for half in (halves.of_host(pair), halves.of_guest(guest)):
        content = calendar_file(half, organiser="").decode().replace("\r\n ", "")
        secrets = (pair.host_token, pair.host_code, guest.token, guest.code)
        assert [secret for secret in secrets if secret in content] == []
