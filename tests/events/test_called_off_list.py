"""Who waits for an event that is called off hears it once, and the list ends."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from events.models import Event, Order, Payment, WaitingEntry
from events.organiser.calling_off.services import call_off
from events.waiting_list import mail
from events.waiting_list.calling_off import end_lists
from events.waiting_list.services import offer_places
from home.mail.models import OwedMail
from tests.factories.waiting import free_a_place, make_sold_out, make_waiting

pytestmark = pytest.mark.django_db
WHY = "De zaal is afgebrand."


@pytest.fixture
def event(now):
    return make_sold_out().event


def off(event: Event, now) -> None:
    call_off(event=event, why=WHY, by=User.objects.create_user("roos"), now=now)


def make_offered(event: Event, now) -> WaitingEntry:
    """Noor has an order that holds a place for her."""
    entry = make_waiting(event)
    free_a_place(event)
    offer_places(now=now)
    entry.refresh_from_db()
    assert entry.state == "offered"
    return entry


def told() -> list[int]:
    owed = OwedMail.objects.filter(kind="events.waiting_off").order_by("about_id")
    return list(owed.values_list("about_id", flat=True))


def test_everybody_in_line_hears_it_once(event, now):
    first, second = make_waiting(event, "Noor"), make_waiting(event, "Bram")
    make_waiting(event, "Lot", state="left")
    off(event, now)

    for _ in range(2):
        end_lists(now=now)

    states = WaitingEntry.objects.order_by("pk").values_list("state", flat=True)
    assert (list(states), told()) == (["off", "off", "left"], [first.pk, second.pk])
    assert offer_places(now=now) == 0


def test_one_mail_for_who_has_a_place_for_each_pair(event, now):
    first = make_waiting(event, is_first=True)
    make_waiting(event, is_first=True)
    off(event, now)

    end_lists(now=now)

    assert told() == [first.pk]
    assert not WaitingEntry.objects.live().exists()


def test_an_offer_ends_with_it_and_its_place_is_free(event, now):
    entry = make_offered(event, now)
    off(event, now)

    end_lists(now=now)
    offer_places(now=now)

    entry.refresh_from_db()
    assert (entry.state, entry.offer_until) == ("off", None)
    assert entry.order.status == Order.Status.LAPSED
    assert told() == [entry.pk]
    assert not OwedMail.objects.filter(kind="events.offer_lapsed").exists()


def test_who_is_paying_stays_until_the_bank_has_answered(event, now):
    entry = make_offered(event, now)
    payment = Payment.objects.create(
        order=entry.order, amount=149, params={}, expires_at=now, created_at=now
    )
    off(event, now)

    before = end_lists(now=now)
    Payment.objects.filter(pk=payment.pk).update(status="failed", settled_at=now)
    after = end_lists(now=now)

    assert (before, after, told()) == (0, 1, [entry.pk])


def test_who_paid_hears_of_the_order_and_not_of_the_list(event, now):
    entry = make_offered(event, now)
    Order.objects.filter(pk=entry.order_id).update(status="paid", paid_at=now)
    off(event, now)

    end_lists(now=now)

    entry.refresh_from_db()
    assert (entry.state, told()) == ("bought", [])


def test_the_list_of_another_event_goes_on(event, now):
    other = make_waiting(make_sold_out().event)
    off(event, now)

    end_lists(now=now)

    other.refresh_from_db()
    assert other.state == "waiting"


def test_the_mail_says_why_and_the_page_lets_go_at_once(client, event, now):
    entry = make_waiting(event)
    off(event, now)
    end_lists(now=now)
    entry.refresh_from_db()

    written = mail.waiting_off(entry)
    page = client.get(reverse("waiting_place", args=[entry.token]))
    gone = client.post(reverse("waiting_leave", args=[entry.token]), follow=True)

    assert written.to == ["noor@wacht.example"]
    for text in (written.body, written.alternatives[0].content, page.text):
        assert WHY in text
        assert "niets afgeschreven" in text
    entry.refresh_from_db()
    assert (entry.state, entry.name, entry.email) == ("left", "", "")
    assert mail.waiting_off(entry) is None
    assert "Je bent van de lijst af" in gone.text
    assert "opnieuw op de lijst" not in gone.text


def test_a_list_that_is_long_is_ended_in_parts(event, now, monkeypatch):
    monkeypatch.setattr("events.waiting_list.calling_off.BATCH", 2)
    for name in ("Noor", "Bram", "Lot"):
        make_waiting(event, name)
    off(event, now)

    assert [end_lists(now=now) for _ in range(3)] == [2, 1, 0]


def test_nothing_to_end_is_one_question(event, now, django_assert_num_queries):
    make_waiting(event)

    with django_assert_num_queries(1):
        end_lists(now=now)
