"""Who gives up a payment: the places are free, and nobody hears what is not true."""

import pytest

from events.models import Order
from events.orders.services import places_left
from tests.factories.checkout import ANSWERS, address, hold
from tests.factories.events import make_event_page, make_ticket
from tests.factories.payments import make_placed_order, place, settle_last

pytestmark = pytest.mark.django_db


@pytest.fixture
def ticket(db):
    return make_ticket(event=make_event_page().event)


def test_never_mind_frees_the_places_at_once(client, stripe, ticket, now):
    hold(client, ticket)
    order = Order.objects.get()

    page = client.post(address(order, "laat-maar/"))

    assert "je plaatsen zijn weer vrij" in page.text
    assert places_left(ticket.event, now) == 60


def test_the_way_back_from_stripe_frees_the_places_and_offers_another_try(
    client, stripe, now
):
    order = make_placed_order(now, capacity=1)

    page = client.get(back(stripe))
    again = client.post(address(order, "opnieuw/"))
    form = client.get(again.url)

    assert "Je hebt nog niet betaald" in page.text
    assert stripe.sessions[0]["status"] == "expired"
    assert "Daan Okafor" in form.text


def back(stripe) -> str:
    """Where Stripe's page leads who does not pay."""
    return stripe.sessions[-1]["cancel_url"].removeprefix("http://testserver")


def test_an_old_page_reloaded_ends_nothing_new(client, stripe, now):
    order = make_placed_order(now, capacity=1)
    old = back(stripe)
    client.get(old)
    client.post(address(order, "opnieuw/"))

    reloaded = client.get(old)
    place(order, now)
    client.get(old)

    order.refresh_from_db()
    assert (order.status, reloaded.url) == ("held", address(order))
    assert [session["status"] for session in stripe.sessions] == ["expired", "open"]


@pytest.mark.parametrize("fault", ["unreachable", "withdrawn key"])
@pytest.mark.parametrize("way", ["back from Stripe", "never mind"])
def test_who_gives_up_is_not_told_that_the_places_are_free_while_they_are_not(
    client, stripe, settings, now, way, fault
):
    order = make_placed_order(now)
    if fault == "unreachable":
        stripe.fail_next("unreachable", times=3)
    else:
        settings.STRIPE_SECRET_KEY = "withdrawn"

    if way == "never mind":
        answer = client.post(address(order, "laat-maar/"), follow=True)
    else:
        answer = client.get(back(stripe), follow=True)

    assert answer.redirect_chain == [(address(order), 302)]
    assert "geen verbinding met de betaaldienst" in answer.text
    assert "zijn weer vrij" not in answer.text


@pytest.mark.parametrize("way", ["back from Stripe", "never mind", "the form"])
def test_while_the_bank_thinks_about_it_there_is_no_second_button(
    client, stripe, now, way
):
    """F8."""
    order = make_placed_order(now)
    stripe.pay_later(stripe.last_session)
    settle_last(order, now)

    if way == "never mind":
        answer = client.post(address(order, "laat-maar/"), follow=True)
    else:
        url = address(order, "gegevens/") if way == "the form" else back(stripe)
        answer = client.get(url, follow=True)

    assert "Je betaling wordt verwerkt" in answer.text
    assert "Bestellen en betalen" not in answer.text


def test_a_payment_without_a_page_at_stripe_leads_back_to_the_form(
    client, stripe, ticket
):
    url = hold(client, ticket).url
    stripe.fail_next("unreachable", times=3)
    client.post(url, ANSWERS)

    page = client.get(address(Order.objects.get()))

    assert f'<a class="btn" href="{url}">' in page.text
