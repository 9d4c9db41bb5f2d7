"""A rate of VAT has days: the desk offers those of the event, and says if it ends."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.urls import reverse

from events.models import DuoTicket
from events.tickets import vat_rates
from events.tickets.rules import rates_not_on
from events.tickets.vat_rates import VatRate, rates_on
from tests.events import test_copy_event, test_moving, test_organiser, test_parts
from tests.factories.events import AMSTERDAM, make_event, make_ticket, with_lunch

pytestmark = pytest.mark.django_db

HIGH, LOW, NONE = Decimal(21), Decimal(9), Decimal(0)
LAST_DAY = date(2027, 6, 30)
SENTENCE = "Een btw-tarief van Lunch geldt niet op {}. Wie al besteld heeft, houdt"


@pytest.fixture
def _nine_percent_ends(monkeypatch):
    """As the law may say one day."""
    since = date(2019, 1, 1)
    rates = (VatRate(HIGH, since), VatRate(LOW, since, LAST_DAY))
    monkeypatch.setattr(vat_rates, "RATES", rates)


@pytest.fixture
def desk(client, time_machine, now):
    time_machine.move_to(now)
    client.force_login(User.objects.create_superuser("roos"))
    return client


def make_event_on(day: date, **fields):
    starts_at = datetime(day.year, day.month, day.day, 9, 30, tzinfo=AMSTERDAM)
    return make_event(starts_at=starts_at, **fields)


def warnings_of(response) -> list[str]:
    return [
        str(message)
        for message in get_messages(response.wsgi_request)
        if "tarief" in str(message)
    ]


@pytest.mark.parametrize(
    ("day", "rates"),
    [
        (date(2012, 9, 30), [NONE]),
        (date(2012, 10, 1), [HIGH, NONE]),
        (date(2018, 12, 31), [HIGH, NONE]),
        (date(2019, 1, 1), [HIGH, LOW, NONE]),
        (date(2027, 3, 10), [HIGH, LOW, NONE]),
    ],
)
def test_the_law_says_which_rates_hold_on_a_day(day, rates):
    assert rates_on(day) == rates


@pytest.mark.usefixtures("_nine_percent_ends")
def test_a_rate_holds_up_to_and_including_its_last_day():
    both = DuoTicket(price=Decimal(149), vat_rate=LOW, **with_lunch())
    exempt = DuoTicket(price=Decimal(149), vat_rate=None)

    assert rates_not_on(LAST_DAY, both) == []
    assert rates_not_on(LAST_DAY + timedelta(days=1), both) == ["vat_rate", "part_rate"]
    assert rates_not_on(LAST_DAY + timedelta(days=1), exempt) == []


@pytest.mark.usefixtures("_nine_percent_ends")
@pytest.mark.parametrize(
    ("rates", "field"),
    [
        ({"vat_rate": "9.00"}, "vat_rate"),
        ({"part_price": "30", "part_rate": "9.00"}, "part_rate"),
    ],
)
def test_the_desk_takes_a_rate_of_the_day_of_the_event(desk, rates, field):
    before = make_ticket(event=make_event_on(LAST_DAY))
    after = make_ticket(event=make_event_on(LAST_DAY + timedelta(days=1)))

    assert test_parts.change(desk, before, **rates) == {}
    assert test_parts.change(desk, after, **rates) == {
        field: [
            "Dit tarief geldt niet op 1 juli 2027, de dag van het evenement. "
            "Kies uit 21%."
        ]
    }


@pytest.mark.usefixtures("_nine_percent_ends")
def test_the_desk_offers_the_rates_of_the_day_and_keeps_what_is_there(desk):
    after = make_event_on(LAST_DAY + timedelta(days=1))
    plain, old = make_ticket(event=after), make_ticket(event=after, **with_lunch())

    def offered(ticket, field: str) -> list[str]:
        page = desk.get(reverse("organiser_tickets:edit", args=[ticket.pk]))
        return [label for _, label in page.context["form"].fields[field].choices]

    assert offered(plain, "vat_rate") == ["21%", "vrijgesteld"]
    assert offered(plain, "part_rate")[1:] == ["21%"]
    assert offered(old, "part_rate")[1:] == ["21%", "9%"]


@pytest.mark.usefixtures("_nine_percent_ends")
def test_who_moves_an_event_past_the_end_of_a_rate_reads_of_which_types(desk):
    event = make_event_on(LAST_DAY, name="Hackathon")
    make_ticket(event=event, name="Kaal")
    lunch = make_ticket(event=event, name="Lunch", **with_lunch())
    day = timedelta(days=1)
    on_time = test_organiser.change(desk, event, venue="De Loods")
    to = {"starts_at": event.starts_at + day, "ends_at": event.ends_at + day}

    by_form = test_organiser.change(
        desk, event, **{name: test_organiser.at(moment) for name, moment in to.items()}
    )
    event.refresh_from_db()
    by_act = test_moving.post(desk, event)
    by_copy = test_copy_event.copy(desk, event, first_day="2027-09-01")

    assert warnings_of(on_time) == []
    assert [len(warnings_of(answer)) for answer in (by_form, by_act)] == [1, 2]
    link = reverse("organiser_tickets:edit", args=[lunch.pk])
    days = ("1 juli 2027", "8 juli 2027", "1 september 2027")
    told = warnings_of(by_copy)  # with those before: no page was read in between
    for on, warning in zip(days, told, strict=True):
        assert SENTENCE.format(on) in warning
    assert link in told[0]
    dashboard = desk.get(reverse("organiser_events:inspect", args=[event.pk])).text
    assert f'<a href="{link}">Lunch</a> geldt niet op 8 juli 2027' in dashboard
