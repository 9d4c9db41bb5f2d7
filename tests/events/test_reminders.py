"""Reminders: who did not answer is asked again, four times at most."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from events.guests import mail
from events.guests.reminders import remind, tell_of_silence
from events.guests.rules import is_silence_told, reminder_due
from events.guests.services import By, admit, correct_address, decline, invite_again
from events.models import Event, Guest
from home.mail.models import OwedMail
from tests.factories.events import (
    make_event,
    make_guest,
    make_paid_order,
    make_ticket,
)
from tests.factories.home import make_sector, make_site

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
INVITED = datetime(2026, 11, 22, 14, 11, tzinfo=AMSTERDAM)
DEADLINE = datetime(2027, 3, 5, 9, 30, tzinfo=AMSTERDAM)
DAY = timedelta(days=1)


def due(now, *, invited_at=INVITED, mailed_at=(), changes_until=DEADLINE) -> str:
    return reminder_due(
        invited_at=invited_at,
        mailed_at=mailed_at,
        changes_until=changes_until,
        now=now,
    )


def reminders() -> list[tuple[int, str]]:
    owed = OwedMail.objects.filter(kind="events.reminder").order_by("pk")
    return list(owed.values_list("about_id", "occasion"))


def daily(first, last):
    """Tick in the middle of each day."""
    moment = first
    while moment <= last:
        remind(now=moment)
        moment += DAY


@pytest.mark.parametrize(
    ("now", "name"),
    [
        (INVITED + 3 * DAY - timedelta(seconds=1), ""),
        (INVITED + 3 * DAY, "3 dagen"),
        (INVITED + 7 * DAY, "7 dagen"),
        (DEADLINE - 7 * DAY, "7 dagen ervoor"),
        (DEADLINE - 2 * DAY, "2 dagen ervoor"),
        (DEADLINE + DAY, "2 dagen ervoor"),
    ],
)
def test_the_latest_moment_that_has_come_counts(now, name):
    assert due(now) == name


def test_a_reminder_is_not_repeated_and_not_caught_up_on():
    reminded = INVITED + 30 * DAY  # late, after a long silence of ours

    assert due(reminded + DAY, mailed_at=[reminded]) == ""


def test_nobody_is_reminded_on_the_day_of_another_mail():
    deadline = INVITED + 10 * DAY + timedelta(hours=2)  # 3 days after is 7 before
    third_day = INVITED + 3 * DAY

    assert due(third_day, changes_until=deadline) == "3 dagen"
    later = third_day + timedelta(hours=3)
    assert due(later, mailed_at=[third_day], changes_until=deadline) == ""


def test_who_is_invited_late_is_not_reminded_at_once():
    """Then the moments before the deadline came before the invitation."""
    assert due(DEADLINE - DAY, invited_at=DEADLINE - DAY) == ""


def test_a_reminder_by_hand_counts():
    by_hand = INVITED + 4 * DAY

    assert due(by_hand, mailed_at=[by_hand, None]) == ""
    assert due(INVITED + 7 * DAY, mailed_at=[by_hand, None]) == "7 dagen"


@pytest.mark.parametrize(
    ("invited_at", "now", "is_told"),
    [
        (INVITED, DEADLINE - 2 * DAY - timedelta(seconds=1), False),
        (INVITED, DEADLINE - 2 * DAY, True),
        (INVITED, DEADLINE, False),
        (DEADLINE - DAY, DEADLINE - timedelta(hours=1), False),
        (DEADLINE - 2 * DAY, DEADLINE - DAY, True),
    ],
)
def test_silence_is_told_while_something_can_be_done(invited_at, now, is_told):
    assert is_told == is_silence_told(
        invited_at=invited_at, changes_until=DEADLINE, now=now
    )


@pytest.mark.django_db
def test_a_guest_who_never_answers_is_reminded_four_times():
    guest = make_guest()

    daily(INVITED, guest.pair.order.event.ends_at + 20 * DAY)

    assert reminders() == [
        (guest.pk, "3 dagen"),
        (guest.pk, "7 dagen"),
        (guest.pk, "7 dagen ervoor"),
        (guest.pk, "2 dagen ervoor"),
    ]


@pytest.mark.django_db
def test_nobody_is_woken(now):
    make_guest()

    remind(now=datetime(2026, 12, 1, 8, 59, tzinfo=AMSTERDAM))
    remind(now=datetime(2026, 12, 1, 20, 0, tzinfo=AMSTERDAM))

    assert reminders() == []


def confirm(guest, now):
    answers = {"name": "Daan", "email": "d@x.example", "born": None}
    admit(guest=guest, sector=make_sector("Zorg"), now=now, **answers)


def say_no(guest, now):
    decline(guest=guest, now=now)


def be_replaced(guest, now):
    pair = guest.pair
    correct_address(pair=pair, email="ander@x.example", by=By.BUYER, now=now)


def lose_the_place(guest, now):
    type(guest.pair).objects.update(state="cancelled", place=None)


def be_called_off(guest, now):
    Event.objects.update(called_off_at=now, called_off_why="Brand.")


def be_over(guest, now):
    Event.objects.update(starts_at=now - DAY, ends_at=now, changes_until=now - 2 * DAY)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "happens", [confirm, say_no, be_replaced, lose_the_place, be_called_off, be_over]
)
def test_reminders_stop_by_themselves(happens):
    guest = make_guest()
    noon = INVITED + 3 * DAY - timedelta(hours=1)
    happens(guest, noon)

    remind(now=noon + timedelta(hours=2))

    assert guest.pk not in [pk for pk, _ in reminders()]


@pytest.mark.django_db
def test_a_reminder_that_was_owed_is_dropped_when_the_guest_confirms():
    make_site()
    guest = make_guest()
    remind(now=INVITED + 3 * DAY)
    written = mail.reminder(Guest.objects.get())

    confirm(guest, INVITED + 3 * DAY)

    assert written.to == ["daan@voorbeeld.example"]
    for promise in (guest.token, "22 november 2026", "Iris de Wit gaf ons je naam"):
        assert promise in written.body
        assert promise in written.alternatives[0].content
    assert mail.reminder(Guest.objects.get()) is None


@pytest.mark.django_db
def test_a_reminder_by_hand_takes_the_place_of_the_next():
    guest = make_guest()
    third_day = INVITED + 3 * DAY
    invite_again(pair=guest.pair, now=third_day - timedelta(hours=2))

    remind(now=third_day)
    remind(now=third_day + DAY)

    assert reminders() == []


@pytest.mark.django_db
def test_the_buyer_who_hosts_hears_of_silence_once():
    make_site()
    guest = make_guest()
    deadline = guest.pair.order.event.changes_until

    for hours in (47, 24, 23):
        tell_of_silence(now=deadline - timedelta(hours=hours))

    owed = OwedMail.objects.values_list("kind", "about_id")
    assert list(owed) == [("events.guest_silent", guest.pk)]
    written = mail.guest_silent(Guest.objects.get())
    assert written.to == ["iris@voorbeeld.example"]
    assert written.subject.startswith("Daan Okafor heeft nog niet geantwoord")
    assert guest.token not in written.body


@pytest.mark.django_db
def test_host_and_buyer_both_hear_of_silence_with_a_link_of_their_own():
    make_site()
    guest = make_guest()
    pair = guest.pair
    pair.host_name, pair.host_email = "Noor Sahin", "noor@voorbeeld.example"
    pair.save()

    tell_of_silence(now=pair.order.event.changes_until - timedelta(hours=23))

    kinds = OwedMail.objects.order_by("kind").values_list("kind", flat=True)
    assert list(kinds) == ["events.guest_silent", "events.guest_silent_to_buyer"]
    guest = Guest.objects.get()
    assert pair.host_token in mail.guest_silent(guest).body
    assert pair.order.token not in mail.guest_silent(guest).body
    assert pair.order.token in mail.guest_silent_to_buyer(guest).body


@pytest.mark.django_db
def test_many_guests_take_as_many_statements_as_one(django_assert_max_num_queries):
    ticket = make_ticket(event=make_event(capacity=40))
    for pair in make_paid_order(ticket=ticket, pairs=40).pairs.all():
        make_guest(pair=pair)
    deadline = ticket.event.changes_until

    with django_assert_max_num_queries(5):  # two of them begin and end a transaction
        remind(now=INVITED + 3 * DAY)
    with django_assert_max_num_queries(8):
        tell_of_silence(now=deadline - timedelta(hours=23))

    assert len(reminders()) == 40
    assert OwedMail.objects.count() == 40 + 40
