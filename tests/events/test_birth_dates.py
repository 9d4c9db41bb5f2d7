"""Rule 4: a date of birth decides once and is found nowhere afterwards."""

import logging
import os
import sys
from io import BytesIO

import pytest
from django.contrib.sessions.models import Session
from django.db import connection, reset_queries
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.views.debug import ExceptionReporter
from pypdf import PdfReader

from events.guests.views import guest as guest_page
from events.models import Guest
from home.mail.registry import _kinds
from home.mail.services import pay_owed_mail
from tests.factories.events import make_event, make_guest, make_paid_order, make_ticket
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db
ADMITTED, REFUSED, WRONG = "17-08-1999", "23-05-1971", "31-02-1993"
GUESTS = int(os.environ.get("GUESTS", "12"))  # a thousand in `make bench`


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


def traces(text: str) -> list[str]:
    """Every way in which one of the three dates may have been written down."""
    found = []
    for born in (ADMITTED, REFUSED, WRONG):
        day, month, year = born.split("-")
        months = {"08": "augustus", "05": "mei", "02": "februari"}
        ways = [
            *(f"{sign}".join((day, month, year)) for sign in "-/. "),
            *(f"{sign}".join((year, month, day)) for sign in "-/. "),
            *(day + month + year, year + month + day),
            f"{int(day)} {months[month]} {year}",
            f"date({year}, {int(month)}, {int(day)})",
        ]
        found += [way for way in ways if way in text]
    return found


def whole_database() -> str:
    """All tables as text, sessions and what is owed included."""
    dump = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            dump += [f"{table}: {row!r}" for row in cursor.fetchall()]
    return "\n".join(dump)


def whole_mail(message) -> str:
    """Headers, both texts, and what the attached files say."""
    texts = [str(message.message()), message.body, message.alternatives[0].content]
    for file in message.attachments:
        if file.mimetype == "application/pdf":
            reader = PdfReader(BytesIO(file.content))
            texts += [page.extract_text() for page in reader.pages]
            texts.append(repr(reader.metadata))
        else:
            texts.append(file.content)
    return "\n".join(texts)


def answers(born: str, number: int = 1) -> dict:
    return {
        "name": f"Gast {number}",
        "email": f"gast{number}@voorbeeld.example",
        "ground": "age",
        "born": born,
    }


def test_the_search_finds_a_date_where_there_is_one():
    """So that the tests below can fail."""
    make_event(name="Feest op 17 augustus 1999", slug="feest-1999-08-17")

    assert traces(whole_database()) == ["1999-08-17", "17 augustus 1999"]


def test_after_many_guests_no_date_of_birth_is_anywhere(
    client, now, mailoutbox, caplog
):
    caplog.set_level(logging.DEBUG)
    ticket = make_ticket(event=make_event(capacity=GUESTS))
    order = make_paid_order(ticket=ticket, pairs=GUESTS)
    seen, asked = [], []

    for number, pair in enumerate(order.pairs.order_by("number"), start=1):
        address = reverse("guest", args=[make_guest(pair=pair).token])
        reset_queries()  # the connection keeps 9,000 of them
        with CaptureQueriesContext(connection) as queries:
            for born in (WRONG, REFUSED, ADMITTED):
                response = client.post(address, answers(born, number))
                seen += [response.content.decode(), repr(response.headers)]
            seen.append(client.get(address).content.decode())
            seen.append(client.get(f"{address}agenda.ics").content.decode())
        asked += [query["sql"] for query in queries]
    for _round in range(1 + 2 * GUESTS // 500):
        reset_queries()
        with CaptureQueriesContext(connection) as queries:
            pay_owed_mail(now=now)
        asked += [query["sql"] for query in queries]

    assert Guest.objects.filter(ground="age").count() == GUESTS
    assert len(mailoutbox) == 2 * GUESTS
    assert traces(whole_database()) == []
    assert traces("\n".join(asked)) == []
    assert traces("\n".join(whole_mail(message) for message in mailoutbox)) == []
    assert traces("\n".join(seen)) == []
    assert traces(caplog.text) == []
    assert (dict(client.cookies), Session.objects.count()) == ({}, 0)


def test_an_error_report_does_not_tell_it_either(monkeypatch):
    """Django's report has the form and the variables of every function in it."""
    guest = make_guest()
    monkeypatch.delitem(_kinds, "events.guest_ticket")  # breaks at the very end
    request = RequestFactory().post("/tickets/gast/x/", answers(ADMITTED))

    try:
        guest_page(request, guest.token)
    except KeyError:
        reporter = ExceptionReporter(request, *sys.exc_info(), is_email=True)
        report = reporter.get_traceback_html() + reporter.get_traceback_text()

    assert "owe_mail" in report
    assert traces(report) == []
