"""What the buyer, the sale, the two of the pair and the desk see of a resale."""

import pytest
from django.core import mail
from django.urls import reverse

from events.cancellations.services import refund_resold
from events.door.services import check_in
from events.models import Act, Event, Resale
from events.orders.services import hold_places
from events.payments.refunds import pay_owed_refunds
from events.resales.services import end_unsold, put_back
from home.mail.services import pay_owed_mail
from tests.asked import statements
from tests.events.test_own_events import make_organiser
from tests.factories.checkout import address, hold
from tests.factories.events import make_event, make_event_page, make_guest, make_ticket
from tests.factories.money import MONTH, assert_books_agree, make_bought_order
from tests.factories.payments import place, settle_last
from tests.factories.resales import buy_one, make_put_back
from tests.factories.waiting import make_waiting

pytestmark = pytest.mark.django_db
TITLE = "Geld terug als iemand jullie plaats neemt."


@pytest.fixture(autouse=True)
def _clock(time_machine, now):
    time_machine.move_to(now)


@pytest.fixture
def order(ticket):
    return ticket.event.orders.order_by("pk").first()


def page(client, order) -> str:
    return client.get(address(order)).text


def post(client, order, what, number=1) -> str:
    """What the order page says after the button."""
    answer = client.post(address(order, f"duo/{number}/{what}/"))
    assert answer.status_code == 302
    return client.get(answer.headers["Location"]).text


# the buyer


def test_the_order_page_offers_it_when_cancelling_is_over(client, ticket, order, now):
    assert TITLE in page(client, order)

    Event.objects.update(cancel_free_until=now + MONTH)

    assert TITLE not in page(client, order)


def test_first_the_page_says_what_happens_and_looking_changes_nothing(client, order):
    text = client.get(address(order, "duo/1/terugzetten/")).text

    assert "Je duo terugzetten?" in text
    assert "er valt niets terug te betalen" in text  # it was a gift
    assert "Het is uitverkocht: wie een plaats wil, krijgt deze." in text
    assert not Resale.objects.exists()


def test_the_page_says_honestly_that_free_places_go_first(client, now):
    ticket = make_ticket(event=make_event(capacity=4))
    order = buy_one(ticket, now)
    make_waiting(ticket.event)

    text = client.get(address(order, "duo/1/terugzetten/")).text

    assert "Er zijn nog 3 plaatsen vrij, en die gaan eerst." in text
    assert "Op de wachtlijst wacht 1 persoon." in text


def test_put_back_and_taken_back(client, order):
    text = post(client, order, "terugzetten")
    assert "Je duo staat in de verkoop." in text
    assert "<b>Dit duo staat in de verkoop</b>" in text
    assert TITLE not in text

    text = post(client, order, "terugnemen")

    assert "Duo 1 is uit de verkoop." in text
    assert "<b>Dit duo staat in de verkoop</b>" not in text
    assert TITLE in text


def test_while_somebody_buys_it_the_page_says_until_when(client, ticket, order, now):
    put_back(order=order, number=1, now=now)
    hold_places(ticket=ticket, pairs=1, now=now)

    assert "Iemand heeft tot" in page(client, order)
    text = post(client, order, "terugnemen")

    assert "Teruggenomen, maar iemand was al aan het bestellen." in text


def test_what_is_refused_is_said(client, order, now):
    Event.objects.update(sales_until=now)

    assert "Terugzetten kan nu niet." in post(client, order, "terugzetten")


def test_too_late_to_take_back(client, ticket, order, now):
    put_back(order=order, number=1, now=now)
    buy_one(ticket, now)

    text = post(client, order, "terugnemen")

    assert "Iemand anders heeft de plaats intussen betaald." in text


@pytest.mark.parametrize("what", ["terugzetten", "terugnemen"])
def test_of_another_order_nothing_is_found(client, order, what):
    strange = f"/tickets/bestelling/{order.reference}/nope/duo/1/{what}/"
    absent = address(order, f"duo/9/{what}/")

    assert client.post(strange).status_code == 404
    assert client.post(absent).status_code == 404


def test_sold_is_said_before_the_money_is_on_its_way_and_after(
    client, ticket, order, now
):
    put_back(order=order, number=1, now=now)
    buy_one(ticket, now)

    assert "nam de plaats over. We betalen je terug" in page(client, order)
    refund_resold(now=now)
    text = page(client, order)
    assert "<h1>Iemand anders nam je plaats over</h1>" in text
    assert "Iemand anders nam de plaats over, op" in text


def test_of_several_pairs_the_others_stand(client, now):
    ticket = make_ticket(event=make_event(capacity=2))
    order = buy_one(ticket, now)
    both = hold_places(ticket=ticket, pairs=1, now=now)
    both.pairs.update(order=order, number=2)
    order.pairs.filter(number=2).update(state="sold")
    put_back(order=order, number=2, now=now)
    buy_one(ticket, now, email="eva@koper.example")

    text = page(client, order)

    assert ">verkocht</span>" in text
    assert 'id="duo-1"' in text


def test_the_two_of_the_pair_find_dead_links_that_say_who_has_the_place(
    client, ticket, order, now
):
    guest = make_guest(pair=order.pairs.get(), admitted=True)
    pair = order.pairs.get()
    put_back(order=order, number=1, now=now)
    links = [
        reverse("guest", args=[guest.token]),
        reverse("guest_ticket", args=[guest.token]),
        reverse("host", args=[pair.host_token]),
        reverse("host_ticket", args=[pair.host_token]),
    ]
    assert [client.get(link).status_code for link in links] == [200] * 4

    buy_one(ticket, now)

    dead = [client.get(link) for link in links]
    assert {answer.status_code for answer in dead} == {410}
    assert ["nam de plaats over." in each.content.decode() for each in dead] == [
        True
    ] * 4


# the mails


def test_everybody_hears_what_became_of_it(ticket, order, now, mailoutbox):
    pair = order.pairs.get()
    pair.host_name, pair.host_email = "Tom Smit", "tom@voorbeeld.example"
    pair.save()
    make_guest(pair=pair, admitted=True)
    put_back(order=order, number=1, now=now)
    pay_owed_mail(now=now)
    buy_one(ticket, now)
    refund_resold(now=now)
    pay_owed_mail(now=now)

    event = order.event
    assert [(sent.to, sent.subject) for sent in mailoutbox] == [
        (["iris@voorbeeld.example"], f"In de verkoop: je duo voor {event}"),
        (
            ["iris@voorbeeld.example"],
            f"Verkocht: bestelling {order.reference} voor {event}",
        ),
        (["tom@voorbeeld.example"], f"Verkocht: je plaats bij {event}"),
        (["daan@voorbeeld.example"], f"Verkocht: je plaats bij {event}"),
    ]
    assert "iemand anders nam de plaats over" in mailoutbox[2].body


def test_not_sold_is_said_too(ticket, order, now, mailoutbox):
    put_back(order=order, number=1, now=now)
    begins = order.event.starts_at

    end_unsold(now=begins)
    pay_owed_mail(now=begins)

    subjects = [sent.subject for sent in mail.outbox]
    assert subjects == [f"Niet verkocht: je duo voor {order.event} is van jullie"]


# the money


def test_the_whole_price_comes_back_with_a_credit_note(stripe, client, now, mailoutbox):
    """And the books of the seller, of the buyer and of Stripe say the same."""
    order = make_bought_order(stripe, now)
    event, later = order.event, now + 3 * MONTH
    event.places.filter(pair=None).delete()
    Event.objects.update(starts_at=later + MONTH, ends_at=later + 2 * MONTH)
    stripe.clock.shift(3 * MONTH)
    asks = client.get(address(order, "duo/1/terugzetten/")).text
    assert "dan krijg je €\xa0149,00 terug" in asks
    put_back(order=order, number=1, now=later)
    other = hold_places(ticket=event.tickets.get(), pairs=1, now=later)
    place(other, later)
    stripe.pay(stripe.last_session)
    settle_last(other, later)

    refund_resold(now=later)
    pay_owed_refunds(now=later)

    assert [refund["amount"] for refund in stripe.refunds] == [14900]
    order.refresh_from_db()
    assert (order.status, other.status) == ("cancelled", "paid")
    note = order.invoices.get().credit_notes.get()
    assert note.total == -order.invoices.get().total
    for each in (order, other):
        assert_books_agree(each)
    assert "Terug, plaats verkocht" in page(client, order)


def test_who_pays_while_the_seller_comes_in_is_refunded_in_full(stripe, ticket, now):
    """Rule 8: as who pays too late, with first right on the waiting list."""
    seller, _ = make_put_back(now, ticket=ticket)
    pair = seller.pairs.get()
    other = hold_places(ticket=ticket, pairs=1, now=now)
    place(other, now)
    stripe.pay(stripe.last_session)
    check_in(pair=pair, code=pair.host_code, proof_seen=False, by=None, now=now)

    settle_last(other, now)
    pay_owed_refunds(now=now)

    pair.refresh_from_db()
    assert (other.status, pair.state) == ("returned", "sold")
    assert [refund["amount"] for refund in stripe.refunds] == [14900]
    assert [entry.is_first for entry in ticket.event.waiting.all()] == [True]
    assert_books_agree(other)


# the sale


def test_sold_out_is_on_sale_again_when_a_pair_is_put_back(client, now):
    event = make_event_page(event=make_event(capacity=2)).event
    ticket = make_ticket(event=event)
    order = buy_one(ticket, now)
    buy_one(ticket, now, email="eva@koper.example")
    assert "uitverkocht" in client.get(event.page.url).text.lower()

    put_back(order=order, number=1, now=now)

    sale = client.get(event.page.url).context["sale"]
    assert (sale.is_open, sale.left, sale.choices[0].left) == (True, 1, 1)
    assert hold(client, ticket).status_code == 302
    assert not client.get(event.page.url).context["sale"].is_open


def test_while_somebody_waits_it_is_theirs(client, now):
    event = make_event_page(event=make_event(capacity=1)).event
    order = buy_one(make_ticket(event=event), now)
    make_waiting(event)

    put_back(order=order, number=1, now=now)

    assert not client.get(event.page.url).context["sale"].is_open


def test_the_page_asks_nothing_more_for_it(client, now):
    event = make_event_page(event=make_event(capacity=2)).event
    order = buy_one(make_ticket(event=event), now)
    asked = len(statements(client, event.page.url))

    put_back(order=order, number=1, now=now)

    assert len(statements(client, event.page.url)) == asked


# the desk


@pytest.fixture
def desk(client, ticket):
    client.force_login(make_organiser("milan", ticket.event))
    return client


def test_the_desk_sees_which_pairs_are_for_sale(desk, ticket, order, now):
    put_back(order=order, number=1, now=now)
    index, event = reverse("organiser_orders:index"), ticket.event

    found = desk.get(f"{index}?event={event.pk}&put_back=now").text

    assert order.reference in found
    other = event.orders.exclude(pk=order.pk).get()
    assert other.reference not in found
    waiting = desk.get(reverse("organiser_events:waiting", args=[event.pk])).text
    assert "1 duo is teruggezet in de verkoop" in waiting


def test_the_figures_count_no_place_twice(desk, ticket, order, now):
    put_back(order=order, number=1, now=now)
    hold_places(ticket=ticket, pairs=1, now=now)

    text = desk.get(reverse("organiser_events:inspect", args=[ticket.event.pk])).text

    assert "2 van 2; 0 vastgehouden, 0 vrij" in text
    assert "1 van de verkochte duo’s" in text
    assert "1 wordt nu door een ander besteld" in text


def test_the_page_of_the_order_tells_the_whole_story(desk, ticket, order, now):
    one = reverse("organiser_orders:inspect", args=[order.pk])
    put_back(order=order, number=1, now=now)
    assert "<p>teruggezet op" in desk.get(one).text

    bought = buy_one(ticket, now)
    refund_resold(now=now)

    text = desk.get(one).text
    assert "Zette duo 1 terug in de verkoop" in text
    assert f"Verkocht duo 1: de plaats is nu van {bought.reference}" in text
    assert "iemand anders nam de plaats over" in text


def desk_button(order, what) -> str:
    return reverse(f"organiser_orders:{what}", args=[order.pk, 1])


def test_for_a_buyer_who_calls_the_organiser_does_it(desk, order, now):
    one = reverse("organiser_orders:inspect", args=[order.pk])
    assert desk_button(order, "put_back") in desk.get(one).text

    desk.post(desk_button(order, "put_back"))
    text = desk.get(one).text
    assert desk_button(order, "take_back") in text
    assert desk_button(order, "put_back") not in text
    desk.post(desk_button(order, "take_back"))

    assert Resale.objects.get().how == "taken_back"
    whats = Act.objects.order_by("pk").values_list("what", "by__username")
    assert list(whats) == [("put_back", "milan"), ("taken_back", "milan")]


def test_the_organiser_hears_what_can_not_be(desk, ticket, order, now):
    put_back(order=order, number=1, now=now)
    hold_places(ticket=ticket, pairs=1, now=now)

    held = desk.post(desk_button(order, "take_back"), follow=True).text
    Event.objects.update(sales_until=now)
    closed = desk.post(desk_button(order, "put_back"), follow=True).text

    assert "net aan het bestellen en mag dat afmaken" in held
    assert "Duo 1 kan nu niet in de verkoop." in closed


@pytest.mark.parametrize("what", ["put_back", "take_back"])
def test_not_by_an_organiser_of_another_event(client, order, what):
    client.force_login(make_organiser("roos", make_event()))

    assert client.post(desk_button(order, what)).status_code == 404
    client.logout()
    assert client.post(desk_button(order, what)).status_code == 302
    assert not Resale.objects.exists()
