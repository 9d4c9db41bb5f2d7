"""The waiting list from outside: its form, the personal page, and the mails."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail as outbox
from django.urls import reverse

from events.models import Event, EventPage, Order, WaitingEntry
from events.my_links import mail as my_links
from events.my_links.models import LinkRequest
from events.payments.services import abandon
from events.waiting_list import mail
from events.waiting_list.services import offer_places
from home.mail.models import OwedMail
from home.mail.services import pay_owed_mail
from tests.factories.events import (
    make_event,
    make_event_page,
    make_paid_order,
    make_ticket,
)
from tests.factories.waiting import free_a_place, make_sold_out, make_waiting

pytestmark = pytest.mark.django_db
NOOR = {"name": "Noor Bakker", "email": "noor@wacht.example"}


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)


@pytest.fixture
def event():
    event = make_sold_out().event
    make_event_page(event=event)
    return event


def join(client, event, **typed):
    return client.post(reverse("waiting_list", args=[event.slug]), NOOR | typed)


def at(name, entry):
    return reverse(f"waiting_{name}", args=[entry.token])


def offered(event, now) -> WaitingEntry:
    """Noor, who has an offer, with Bram behind her."""
    entry = make_waiting(event)
    make_waiting(event, "Bram")
    free_a_place(event)
    offer_places(now=now)
    entry.refresh_from_db()
    return entry


def test_the_page_of_an_event_that_is_sold_out_has_the_form(client, event):
    page = client.get(event.page.url)

    assert "Uitverkocht" in page.text
    assert f'action="/tickets/{event.slug}/wachtlijst/"' in page.text
    assert page.cookies == {}


def test_a_freed_place_is_sold_out_as_long_as_somebody_is_in_line(client, event, now):
    make_waiting(event)
    free_a_place(event)
    waiting = client.get(event.page.url).text
    offer_places(now=now)
    WaitingEntry.objects.all().delete()
    Order.objects.filter(status="held").update(held_until=now)

    assert "Uitverkocht" in waiting
    assert "Nog 1 duo, het enige" in client.get(event.page.url).text


def test_joining_is_answered_the_same_for_who_is_there_already(client, event):
    answers = [join(client, event) for _ in range(2)]

    assert {(answer.status_code, answer.url) for answer in answers} == {
        (302, f"/tickets/{event.slug}/wachtlijst/?verstuurd=1")
    }
    page = client.get(answers[0].url)
    assert "Kijk in je mail" in page.text
    assert WaitingEntry.objects.get().token not in page.text


def test_a_double_click_is_one_entry_and_one_mail(client, event, now, time_machine):
    for _ in range(2):
        join(client, event)
    pay_owed_mail(now=now)
    time_machine.move_to(now + timedelta(minutes=10), tick=False)
    join(client, event)

    assert WaitingEntry.objects.count() == 1
    assert len(outbox.outbox) == 1
    assert OwedMail.objects.filter(kind="events.waiting").count() == 2


def test_the_mail_has_the_place_and_the_way_off(client, event, now):
    make_waiting(event, "Bram")
    join(client, event)
    pay_owed_mail(now=now)

    message = outbox.outbox[0]

    entry = WaitingEntry.objects.get(email=NOOR["email"])
    assert message.to == [NOOR["email"]]
    assert "op plek 2" in message.body
    assert at("place", entry) in message.body
    assert at("place", entry) in message.alternatives[0].content


def test_what_is_typed_wrong_is_said_at_the_field_and_kept(client, event):
    answer = join(client, event, email="noor@", name="Noor Bakker")

    assert answer.status_code == 422
    assert "Dit is geen e-mailadres" in answer.text
    assert 'value="Noor Bakker"' in answer.text
    assert WaitingEntry.objects.count() == 0


@pytest.mark.parametrize(
    "typed", [{"name": "\x00"}, {"name": "x" * 9999}, {"name": ""}]
)
def test_odd_names_are_refused_in_dutch(client, event, typed):
    assert join(client, event, **typed).status_code == 422
    assert WaitingEntry.objects.count() == 0


@pytest.mark.parametrize("ticket", ["0", "x", "9999999999999999999999"])
def test_a_ticket_of_nobody_is_refused(client, event, ticket):
    make_ticket(event=event, name="Vroeg")

    assert join(client, event, ticket=ticket).status_code == 422


def test_who_can_order_is_sent_to_the_page_of_the_event(client):
    event = make_event(capacity=1)
    make_ticket(event=event)
    page = make_event_page(event=event)

    assert join(client, event).url == page.url
    assert WaitingEntry.objects.count() == 0


def test_a_visitor_may_try_five_times_an_hour(client, event):
    for number in range(5):
        join(client, event, email=f"n{number}@wacht.example")

    assert join(client, event).status_code == 422
    assert WaitingEntry.objects.count() == 5


def test_an_event_without_a_page_has_no_list(client, event):
    """Nor one that is written and not shown yet."""
    EventPage.objects.update(live=False)
    unseen = join(client, event).status_code
    EventPage.objects.all().delete()

    assert (unseen, join(client, event).status_code) == (404, 404)


def test_the_place_in_line_is_on_the_personal_page(client, event):
    make_waiting(event, "Bram")
    entry = make_waiting(event)

    page = client.get(at("place", entry))

    assert "Je bent nummer 2 van 2" in page.text
    assert "Eén duo staat nog vóór je." in page.text
    assert page["Cache-Control"] == "private, no-store"


def test_one_click_and_nothing_more_leaves_the_list(client, event):
    entry = make_waiting(event)
    client.get(at("leave", entry))
    looked = WaitingEntry.objects.get().state

    answer = client.post(at("leave", entry), follow=True)

    assert (looked, WaitingEntry.objects.get().state) == ("waiting", "left")
    assert "Je bent van de lijst af" in answer.text


def test_an_offer_leads_to_the_ordinary_form_with_the_name_in_it(client, event, now):
    entry = offered(event, now)

    page = client.get(at("place", entry))
    form = client.get(
        reverse("order_form", args=[entry.order.reference, entry.order.token])
    )

    assert "tot <b>26 november 2026, 14.05 uur</b>" in page.text
    assert f"/tickets/bestelling/{entry.order.reference}/" in page.text
    assert 'value="noor@wacht.example"' in form.text
    assert "26 november 2026, 14.05 uur</time>" in form.text


def test_back_from_the_bank_the_offer_is_still_there(client, event, now):
    entry = offered(event, now)
    Order.objects.filter(pk=entry.order_id).update(status="lapsed")
    entry.order.pairs.update(state="released", place=None)

    page = client.get(at("place", entry))
    again = client.post(
        reverse("order_again", args=[entry.order.reference, entry.order.token])
    )

    assert "Bestel je duo" in page.text
    assert again.url.endswith("/gegevens/")


def test_never_mind_on_the_form_passes_the_place_on(event, now):
    entry = offered(event, now)

    abandon(order=entry.order, now=now)
    offer_places(now=now)

    states = WaitingEntry.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["left", "offered"]


def test_an_offer_that_lapsed_says_so_and_takes_you_back(client, event, now):
    entry = offered(event, now)
    offer_places(now=now + timedelta(hours=24))

    page = client.get(at("place", entry))
    client.post(at("again", entry))

    assert "Je tijd was om" in page.text
    assert "Jij bent de eerste" in client.get(at("place", entry)).text


def test_who_joined_anew_after_an_offer_reads_so(client, event, now):
    entry = offered(event, now)
    offer_places(now=now + timedelta(hours=24))
    join(client, event)

    page = client.get(at("place", entry)).text

    assert "Je staat al weer op de lijst" in page
    assert "Zet me weer op de lijst" not in page


def test_an_offer_that_lapsed_with_the_sale_leads_to_no_list(client, event, now):
    entry = offered(event, now)
    closes = now + timedelta(hours=1)
    Event.objects.update(sales_until=closes)
    WaitingEntry.objects.filter(pk=entry.pk).update(offer_until=closes)
    Order.objects.filter(pk=entry.order_id).update(held_until=closes)
    offer_places(now=closes)
    Event.objects.update(sales_until=now)  # the page asks the clock

    page = client.get(at("place", entry)).text

    assert "Je tijd was om" in page
    assert "er wordt nu niets meer aangeboden" in page
    assert "Zet me weer op de lijst" not in page


def test_who_bought_is_shown_the_way_to_the_order(client, event, now):
    entry = offered(event, now)
    Order.objects.filter(pk=entry.order_id).update(status="paid", paid_at=now)

    page = client.get(at("place", entry))

    assert "Je hebt besteld" in page.text
    assert reverse("order", args=[entry.order.reference, entry.order.token]) in (
        page.text
    )


def test_the_mail_of_an_offer_has_price_deadline_and_link(event, now):
    entry = offered(event, now)

    message = mail.offer(entry)
    entry.state = "left"

    for told in ("26 november 2026, 14.05 uur", "149,00", at("place", entry)):
        assert told in message.body
        assert told in message.alternatives[0].content
    assert mail.offer(entry) is None


def test_the_mail_of_an_offer_that_lapsed_goes_out_once(event, now):
    offered(event, now)
    later = now + timedelta(hours=24)

    offer_places(now=later)
    offer_places(now=later)
    pay_owed_mail(now=later)

    to_noor = [one for one in outbox.outbox if one.to == ["noor@wacht.example"]]
    # that of the offer was not sent yet, and has lost its sense
    assert [one.subject for one in to_noor] == [
        "De plaats voor Hackathon Een Nieuw Geluid houden we niet langer voor je vast"
    ]


def test_after_the_event_the_page_says_it_is_over(client, event, time_machine):
    entry = make_waiting(event)
    time_machine.move_to(event.ends_at, tick=False)

    assert "Het evenement is geweest" in client.get(at("place", entry)).text


def test_who_asks_for_links_gets_the_place_in_line_too(event, now):
    entry = make_waiting(event)
    asked = LinkRequest.objects.create(email=entry.email, asked_at=now)

    assert at("place", entry) in my_links.links(asked).body


def test_who_paid_too_late_reads_on_the_order_that_they_go_first(client, event, now):
    late = make_paid_order(
        ticket=event.tickets.get(), status="returned", buyer_email="kees@laat.example"
    )
    order_page = reverse("order", args=[late.reference, late.token])
    before = client.get(order_page).text
    make_waiting(event, "Kees", email="kees@laat.example", is_first=True)

    assert "vooraan op de wachtlijst" not in before
    assert "vooraan op de wachtlijst" in client.get(order_page).text


def test_the_organiser_sees_how_many_wait(client, event):
    for name in ("Noor", "Bram", "Lot"):
        make_waiting(event, name)
    WaitingEntry.objects.filter(name="Lot").update(state="left")
    client.force_login(User.objects.create_superuser("beheer"))

    page = client.get(reverse("organiser_events:index"))

    assert [one.waiting_number for one in page.context["object_list"]] == [2]
    assert "Op de wachtlijst" in page.text


def test_the_page_says_that_nothing_will_be_offered_any_more(client, event, now):
    entry = make_waiting(event)
    Event.objects.update(sales_until=now)
    closed = client.get(at("place", entry)).text
    Event.objects.update(called_off_at=now)

    assert "Er wordt nu niets meer aangeboden." in closed
    assert "Het evenement gaat niet door" in client.get(at("place", entry)).text
    assert (
        "Je bent van de lijst af" in client.post(at("leave", entry), follow=True).text
    )
