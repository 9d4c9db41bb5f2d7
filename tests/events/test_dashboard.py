"""How an event stands, on one page in a fixed number of queries."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.models import Pair, Payment
from events.organiser.dashboard.chart import sales_chart
from events.organiser.dashboard.figures import Money, Week, figures_of
from home.charts import Share, shares
from tests.events.test_own_events import make_organiser
from tests.factories.events import (
    AMSTERDAM,
    make_event,
    make_guest,
    make_paid_order,
    make_ticket,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return make_event(capacity=12)


@pytest.fixture
def desk(client, event):
    """The organiser of the event, Roos."""
    client.force_login(make_organiser("roos", event))
    return client


def page_of(event) -> str:
    return reverse("organiser_events:inspect", args=[event.pk])


def make_busy(event) -> None:
    """Five pairs: one by age, one by sector, one unanswered, two without a guest."""
    ticket = make_ticket(event=event)
    by_age, by_sector, silent = (make_paid_order(ticket=ticket) for _ in range(3))
    make_paid_order(ticket=ticket, pairs=2)
    make_guest(pair=by_age.pairs.get(), admitted=True, ground="age", sector=None)
    make_guest(pair=by_sector.pairs.get(), admitted=True)
    make_guest(pair=silent.pairs.get())


def test_the_figures_count_pairs_and_people(event, now):
    make_busy(event)

    figures = figures_of(event, now=now)

    assert (figures.sold, figures.free, figures.complete) == (5, 7, 2)
    assert (figures.no_guest, figures.no_answer, figures.unconfirmed) == (2, 1, 3)
    assert figures.grounds == [("jonger dan 30", 1), ("andere sector", 1)]
    assert figures.sectors == [("Zorg", 1), ("niet gevraagd", 1)]
    assert figures.kinds == [("Duoticket", 5)]


def test_a_pair_stays_complete_when_its_host_is_forgotten(event):
    make_busy(event)
    Pair.objects.update(host_name="", host_email="")
    then = event.ends_at + timedelta(days=30)

    figures = [figures_of(event, now=at) for at in (event.ends_at, then)]

    assert [each.complete for each in figures] == [0, 2]


def test_a_verdict_for_another_day_is_asked_again(event, now):
    make_busy(event)
    event.starts_at += timedelta(days=1)

    figures = figures_of(event, now=now)

    assert (figures.complete, figures.ask_again, figures.unconfirmed) == (1, 1, 4)


def test_sales_add_up_per_week_and_a_week_without_sales_stays(event, now):
    ticket = make_ticket(event=event)
    for day in (1, 2, 16):  # Sunday, Monday, and Monday two weeks later
        moment = datetime(2026, 11, day, 12, 0, tzinfo=AMSTERDAM)
        make_paid_order(ticket=ticket, paid_at=moment)

    assert figures_of(event, now=now).weeks == [
        Week(date(2026, 10, 26), 1),
        Week(date(2026, 11, 2), 2),
        Week(date(2026, 11, 9), 2),
        Week(date(2026, 11, 16), 3),
    ]


def test_money_is_what_came_in_less_what_goes_back(event, now):
    order = make_paid_order(ticket=make_ticket(event=event), pairs=2)
    payment = Payment.objects.create(
        order=order,
        amount=order.total,
        status="paid",
        params={},
        expires_at=now,
        created_at=now,
        settled_at=now,
    )
    payment.refunds.create(amount=Decimal("149.00"), reason="goodwill", created_at=now)
    make_paid_order()  # of another event

    money = figures_of(event, now=now).money

    assert money == Money(Decimal("298.00"), Decimal("149.00"))
    assert money.left == Decimal("149.00")


def test_the_chart_has_a_bar_per_week_below_the_line_of_the_places():
    weeks = [Week(date(2026, 11, 2), 5), Week(date(2026, 11, 9), 10)]

    chart = sales_chart(weeks, capacity=10)

    assert [(bar.height, bar.value, bar.name) for bar in chart.bars] == [
        (88.0, 5, "wk 45"),
        (176.0, 10, "wk 46"),
    ]
    assert chart.lines == [(24, 10), (112.0, 5)]
    assert chart.bars[-1].middle < 200  # of 690: a phone shows the first ones


def test_a_chart_of_nothing_and_shares_of_nothing_divide_by_nothing():
    assert sales_chart([], capacity=0).bars == []
    assert shares([("a", 0)]) == [Share("a", 0, 0)]


def test_the_page_tells_it_with_a_table_beside_the_chart(desk, event):
    make_busy(event)

    text = desk.get(page_of(event)).content.decode()

    for told in [
        "5 van 12; 0 vastgehouden, 7 vrij",
        "3: 2 nog niet genoemd, 1 zonder antwoord",
        "Als tabel",
        "16 november 2026",
        "Zorg",
    ]:
        assert told in text


def test_an_event_without_sales_says_so(desk, event):
    assert "Er is nog niets verkocht." in desk.get(page_of(event)).content.decode()


def test_the_page_asks_as_little_for_many_as_for_few(desk, event):
    def asked() -> int:
        desk.get(page_of(event))
        with CaptureQueriesContext(connection) as captured:
            desk.get(page_of(event))
        return len(captured)

    make_busy(event)
    few = asked()
    make_busy(event)

    assert asked() == few


def test_anothers_event_is_not_found(desk):
    assert desk.get(page_of(make_event())).status_code == 404
