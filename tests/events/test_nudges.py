"""A pair without a guest: who chooses is asked twice before the deadline, no more."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from events.guests import mail
from events.guests.nudges import nudge
from events.guests.reminders import tell_of_silence
from events.guests.rules import nudge_due
from events.guests.services import decline, invite
from events.models import Event, Move, Pair
from home.mail.models import OwedMail
from tests.factories.events import make_event, make_guest, make_paid_order, make_ticket
from tests.factories.home import make_site

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DEADLINE = datetime(2027, 3, 5, 9, 30, tzinfo=AMSTERDAM)  # of make_event
DAY = timedelta(days=1)
BOUGHT = datetime(2026, 11, 20, 10, 0, tzinfo=AMSTERDAM)


@pytest.fixture(autouse=True)
def _then(time_machine):
    time_machine.move_to(BOUGHT, tick=False)


def daily(first=DEADLINE - 20 * DAY, last=DEADLINE + 3 * DAY) -> None:
    """Tick each day at the hour of the deadline, and once more an hour later."""
    moment = first
    while moment <= last:
        for hours in (0, 1):
            now = moment + timedelta(hours=hours)
            tell_of_silence(now=now)
            nudge(now=now)
        moment += DAY


def asked() -> list[tuple[int, str]]:
    """About which number of pair, and when."""
    owed = OwedMail.objects.filter(kind="events.no_guest").order_by("pk")
    numbers = dict(Pair.objects.values_list("pk", "number"))
    return [(numbers[mail.about_id], mail.occasion) for mail in owed]


@pytest.mark.parametrize(
    ("now", "known_at", "name"),
    [
        (DEADLINE - 7 * DAY - timedelta(seconds=1), BOUGHT, ""),
        (DEADLINE - 7 * DAY, BOUGHT, "7 dagen ervoor"),
        (DEADLINE - 2 * DAY, BOUGHT, "2 dagen ervoor"),
        (DEADLINE, BOUGHT, ""),
        (DEADLINE - 6 * DAY, DEADLINE - 7 * DAY, ""),
        (DEADLINE - 2 * DAY, DEADLINE - 6 * DAY, "2 dagen ervoor"),
        (DEADLINE - DAY, DEADLINE - DAY, ""),
    ],
)
def test_the_latest_moment_counts_and_nothing_is_caught_up_on(now, known_at, name):
    due = nudge_due(known_at=[known_at, None], changes_until=DEADLINE, now=now)

    assert due == name


@pytest.mark.django_db
def test_a_buyer_is_asked_twice_about_all_pairs_in_one_mail():
    make_paid_order(pairs=3)

    daily()

    assert asked() == [(1, "7 dagen ervoor"), (1, "2 dagen ervoor")]


@pytest.mark.django_db
def test_a_host_who_did_not_buy_is_asked_with_a_link_of_their_own():
    make_site()
    order = make_paid_order(pairs=2)
    order.pairs.filter(number=2).update(host_name="Noor", host_email="noor@x.example")

    nudge(now=DEADLINE - 7 * DAY)

    mine, theirs = (mail.no_guest(pair) for pair in Pair.objects.order_by("number"))
    assert [number for number, _ in asked()] == [1, 2]
    assert (mine.to, theirs.to) == (["iris@voorbeeld.example"], ["noor@x.example"])
    token = order.pairs.get(number=2).host_token
    for text in (theirs.body, theirs.alternatives[0].content):
        assert token in text
        assert order.token not in text
        assert "duo 2" in text
        assert "duo 1" not in text
    assert order.token in mine.body
    assert "zonder gastheer" not in mine.body


@pytest.mark.django_db
def test_a_pair_that_nobody_hosts_is_named_to_the_buyer():
    make_site()
    order = make_paid_order(pairs=2)
    make_guest(pair=order.pairs.get(number=1))

    written = mail.no_guest(order.pairs.get(number=2))

    assert written.subject == "Wie neem je mee naar Hackathon Een Nieuw Geluid?"
    assert "- duo 2, ook nog zonder gastheer" in written.body
    assert "5 maart 2027, 09.30 uur" in written.body


def name_a_guest(order):
    invite(pair=order.pairs.get(), name="D", email="d@x.example", now=BOUGHT + DAY)


def cancel_it(order):
    order.pairs.update(state="cancelled", place=None)


def call_it_off(order):
    Event.objects.update(called_off_at=BOUGHT + DAY)


@pytest.mark.django_db
@pytest.mark.parametrize("happens", [name_a_guest, cancel_it, call_it_off])
def test_it_stops_by_itself(happens):
    make_site()
    order = make_paid_order()
    happens(order)

    daily()

    assert asked() == []
    assert mail.no_guest(Pair.objects.select_related("order__event").get()) is None


@pytest.mark.django_db
def test_never_on_the_day_of_news_about_another_guest():
    """Then it comes a day later, and still before the deadline."""
    order = make_paid_order(pairs=2)
    make_guest(pair=order.pairs.get(number=1))
    day = DEADLINE - 2 * DAY

    tell_of_silence(now=day)
    nudge(now=day)
    same_day = asked()
    nudge(now=day + DAY)

    assert (same_day, asked()) == ([], [(2, "2 dagen ervoor")])


@pytest.mark.django_db
def test_two_orders_of_one_buyer_are_asked_on_two_days():
    ticket = make_ticket()
    for _ in range(2):
        make_paid_order(ticket=ticket)

    days = []
    for days_before in (7, 6, 5):
        for hours in (0, 1):
            nudge(now=DEADLINE - days_before * DAY + timedelta(hours=hours))
        days.append(len(asked()))

    assert days == [1, 2, 2]


@pytest.mark.django_db
def test_who_heard_that_the_guest_declined_is_not_asked_at_once():
    guest = make_guest()
    decline(guest=guest, now=DEADLINE - 6 * DAY)

    daily(first=DEADLINE - 6 * DAY)

    assert asked() == [(1, "2 dagen ervoor")]


@pytest.mark.django_db
def test_before_the_deadline_of_another_day_it_is_asked_anew():
    order = make_paid_order()
    nudge(now=DEADLINE - 7 * DAY)
    moved_at, later = DEADLINE - 5 * DAY, DEADLINE + 20 * DAY
    Event.objects.update(
        starts_at=later, changes_until=later, ends_at=later + timedelta(hours=8)
    )
    Move.objects.create(
        event=order.event,
        from_starts_at=DEADLINE,
        to_starts_at=later,
        choose_until=later,
        at=moved_at,
    )

    for _ in range(2):
        nudge(now=later - 7 * DAY)

    assert asked() == [
        (1, "7 dagen ervoor"),
        (1, f"7 dagen ervoor na {moved_at.astimezone(UTC):%Y%m%d%H%M}"),
    ]


@pytest.mark.django_db
def test_nobody_is_woken():
    make_paid_order()

    nudge(now=(DEADLINE - 6 * DAY).replace(hour=8, minute=59))
    nudge(now=(DEADLINE - 6 * DAY).replace(hour=20))

    assert asked() == []


@pytest.mark.django_db
def test_many_pairs_take_as_many_statements_as_one(django_assert_max_num_queries):
    ticket = make_ticket(event=make_event(capacity=40))
    for number in range(40):
        email = f"iris{number}@voorbeeld.example"
        order = make_paid_order(ticket=ticket, buyer_email=email)
        order.pairs.update(host_email=email)

    with django_assert_max_num_queries(6):  # two of them begin and end a transaction
        nudge(now=DEADLINE - 7 * DAY)

    assert len(asked()) == 40
