"""An event moved: who was admitted on age is asked again, and seen to wait."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from events.guests import mail
from events.guests.reminders import remind, tell_of_silence
from events.guests.services import By, admit, correct_address, invite_again
from events.models import Guest
from events.organiser.moving.services import When, move_event
from home.mail.models import OwedMail
from tests.factories.events import make_guest
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAY = timedelta(days=1)
MOVED = datetime(2026, 12, 10, 14, 0, tzinfo=AMSTERDAM)
DEADLINE = datetime(2027, 3, 12, 9, 30, tzinfo=AMSTERDAM)  # of make_event, a week later


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


def move(event, *, at=MOVED, gap=7 * DAY):
    by = User.objects.get_or_create(username="roos")[0]
    to = When(event.starts_at + gap, event.ends_at + gap, event.changes_until + gap)
    move_event(event=event, to=to, choose_until=at + DAY, why="Brand.", by=by, now=at)


def asked_again(**fields) -> Guest:
    """Daan was admitted on age, for a day that it no longer is."""
    guest = make_guest(admitted=True, ground="age", sector=None, **fields)
    move(guest.pair.order.event)
    return Guest.objects.select_related("pair__order__event").get(pk=guest.pk)


def daily(first=MOVED, last=DEADLINE + DAY):
    """Tick in the middle of each day; which reminders were owed, and on which days."""
    owed, moment = [], first
    while moment <= last:
        before = set(OwedMail.objects.values_list("pk", flat=True))
        remind(now=moment)
        fresh = OwedMail.objects.filter(kind="events.reminder").exclude(pk__in=before)
        owed += [(moment - MOVED).days for _ in fresh]
        moment += DAY
    return owed


def test_they_are_reminded_four_times_counted_from_the_move():
    asked_again(reminded_at=MOVED - 5 * DAY)

    days = daily()

    before = [(DEADLINE - MOVED).days - 7 + 1, (DEADLINE - MOVED).days - 2 + 1]
    assert days == [3, 7, *before]


def test_who_confirms_for_a_day_that_came_back_gets_the_ticket_again():
    pk = make_guest().pk
    who = {"name": "Daan", "email": "d@x.example", "born": date(2000, 1, 1)}

    for days, gap in ((0, 7), (1, -7), (2, 7)):
        guest = Guest.objects.select_related("pair__order__event").get(pk=pk)
        admit(guest=guest, sector=None, now=MOVED + days * DAY, **who)
        move(guest.pair.order.event, at=MOVED + days * DAY, gap=gap * DAY)

    for kind in ("guest_ticket", "guest_confirmed"):
        assert OwedMail.objects.filter(kind=f"events.{kind}").count() == 3


def test_who_confirms_for_the_new_day_is_left_alone_and_the_host_hears_of_it():
    guest = asked_again()
    who = {"name": "Daan", "email": "d@x.example", "born": date(2000, 1, 1)}

    admit(guest=guest, sector=None, now=MOVED + DAY, **who)

    assert daily(first=MOVED + 2 * DAY) == []
    assert OwedMail.objects.filter(kind="events.guest_confirmed").count() == 1


def test_a_reminder_says_why_it_asks_once_more():
    guest = asked_again()

    written = mail.reminder(guest)

    assert "Je mocht mee op leeftijd, en dat gold voor de oude dag." in written.body
    assert "woensdag 17 maart 2027" in written.body
    assert mail.guest_ticket(guest) is None


def test_nobody_is_reminded_on_the_day_of_the_mail_about_the_move():
    guest = make_guest(invited_at=MOVED - 3 * DAY)
    move(guest.pair.order.event)

    remind(now=MOVED + timedelta(hours=1))

    assert not OwedMail.objects.filter(kind="events.reminder").exists()


def test_silence_about_the_new_day_is_told_also_after_that_about_the_old_one():
    guest = asked_again(silence_told_at=MOVED - DAY)

    for hours in (47, 24):
        tell_of_silence(now=DEADLINE - timedelta(hours=hours))

    assert OwedMail.objects.filter(kind="events.guest_silent").count() == 1
    assert "mocht mee op leeftijd" in mail.guest_silent(guest).body


@pytest.mark.parametrize("who", ["order", "host"])
def test_buyer_and_host_see_it_and_can_remind(client, time_machine, who):
    time_machine.move_to(MOVED + DAY, tick=False)
    pair = asked_again().pair
    order = [pair.order.reference, pair.order.token]
    url = reverse(who, args=order if who == "order" else [pair.host_token])

    page = client.get(url).text
    invite_again(pair=pair, now=MOVED + DAY)

    assert "bevestigt opnieuw" in page
    assert "2 van 2 bevestigd" not in page
    assert "Herinner Daan Okafor" in page
    again = OwedMail.objects.get(kind="events.invitation")
    assert "nog steeds mee" in mail.invitation(Guest.objects.get()).subject
    assert again.occasion.startswith("opnieuw")


def test_a_wrong_address_can_still_be_put_right():
    guest = asked_again()

    new = correct_address(
        pair=guest.pair, email="goed@x.example", by=By.BUYER, now=MOVED + DAY
    )

    assert (new.email, new.is_admitted) == ("goed@x.example", False)


def test_the_page_of_the_guest_says_why_it_asks_once_more(client, time_machine):
    time_machine.move_to(MOVED + DAY, tick=False)
    guest = asked_again()

    page = client.get(reverse("guest", args=[guest.token])).text

    assert "Daan Okafor, ga je nog steeds mee?" in page
    assert "dat gold voor de oude dag" in page
