"""The buyer's way: hold, fill in, pay, come back; and what is typed wrong."""

from datetime import timedelta

import pytest

from events.checkout.invoice_form import InvoiceForm
from events.models import Guest, Order, Payment
from events.orders.services import hold_places
from home.models import OwedMail
from tests.factories.checkout import ANSWERS, address, hold
from tests.factories.events import make_event, make_event_page, make_ticket
from tests.factories.payments import make_placed_order

pytestmark = pytest.mark.django_db


@pytest.fixture
def ticket(db):
    return make_ticket(event=make_event_page().event)


def test_the_form_says_what_it_costs_and_the_button_that_one_must_pay(
    client, stripe, ticket
):
    """Art. 6:230v BW: the words on the button, the total above it."""
    page = client.get(hold(client, ticket).url)

    assert '<button class="btn big">Bestellen en betalen</button>' in page.text
    assert page.text.count("€\u00a0149,00") >= 2
    assert "geldt geen bedenktijd van 14 dagen" in page.text


def test_a_filled_in_form_leads_to_stripe(client, stripe, ticket):
    url = hold(client, ticket).url

    answer = client.post(url, ANSWERS)

    order = Order.objects.get()
    assert answer.url == stripe.sessions[0]["url"]
    assert (order.buyer_name, order.organisation) == ("Iris de Wit", "Vijfhoog")
    assert [(g.name, g.invited_at) for g in Guest.objects.all()] == [
        ("Daan Okafor", None)
    ]
    assert OwedMail.objects.count() == 0


def test_every_pair_has_its_own_host_and_guest(client, stripe, ticket):
    url = hold(client, ticket, pairs=3).url
    second = {
        "duo2-host": "now",
        "duo2-host_name": "Noor Bakker",
        "duo2-host_email": "noor@voorbeeld.example",
        "duo2-guest": "later",
    }
    third = {"duo3-host": "later", "duo3-guest": "later"}

    client.post(url, ANSWERS | second | third)

    assert list(Order.objects.get().pairs.values_list("host_name", flat=True)) == [
        "Iris de Wit",
        "Noor Bakker",
        "",
    ]
    assert Guest.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Vul je naam in."),
        ({"name": "x" * 10_000}, "Dit is te lang. Hoogstens 120 tekens."),
        ({"name": "Iris\x00"}, "Er staat een teken in dat we niet kunnen lezen."),
        ({"email": "iris"}, "Dit is geen e-mailadres."),
        ({"email": "💥@💥"}, "Dit is geen e-mailadres."),
        ({"kind": ""}, "Kies een van de antwoorden"),
        ({"organisation": ""}, "Vul de naam van je organisatie in."),
        ({"street": ""}, "Vul de straat en het huisnummer in."),
        ({"vat_id": "NL123"}, "Dit btw-id bestaat niet."),
        ({"agreed": ""}, "Zet een vinkje als je akkoord gaat"),
        ({"duo1-guest_name": ""}, "Vul de naam van de gast in"),
        ({"duo1-guest_email": ""}, "Vul het e-mailadres van de gast in"),
        ({"duo1-guest_email": "daan"}, "Het e-mailadres van de gast klopt niet."),
        ({"duo1-host": "now"}, "Vul de naam van de gastheer in"),
        ({"duo1-host": "de buurman"}, "Kies een van de antwoorden"),
        ({"duo1-guest": ""}, "Kies wie de gast is."),
    ],
)
def test_a_wrong_answer_gets_a_sentence_and_loses_nothing(
    client, stripe, ticket, wrong, sentence
):
    url = hold(client, ticket).url

    page = client.post(url, ANSWERS | wrong)

    assert page.status_code == 422
    assert sentence in page.text
    assert "<title>Fout: Duoticket bestellen" in page.text
    for name, value in (ANSWERS | wrong).items():
        if name.endswith(("name", "email", "organisation")) and "\x00" not in value:
            assert value in page.text
    assert Payment.objects.count() == 0


def test_a_private_buyer_is_not_asked_for_an_address(client, stripe, ticket):
    url = hold(client, ticket).url

    client.post(url, ANSWERS | {"kind": "private", "vat_id": "onzin"})

    order = Order.objects.get()
    assert (order.organisation, order.street, order.vat_id) == ("", "", "")
    assert Payment.objects.count() == 1


def test_a_vat_number_is_kept_without_its_dots(client, stripe, ticket):
    url = hold(client, ticket).url

    client.post(url, ANSWERS | {"vat_id": "nl 0044.95.445 B01"})

    assert Order.objects.get().vat_id == "NL004495445B01"


def test_the_example_at_the_field_is_a_vat_number_itself(client, stripe, ticket):
    url = hold(client, ticket).url
    example = InvoiceForm().fields["vat_id"].help_text.split()[1].rstrip(".")

    client.post(url, ANSWERS | {"vat_id": example})

    assert Order.objects.get().vat_id == example


def test_a_name_with_emoji_and_accents_is_a_name(client, stripe, ticket):
    url = hold(client, ticket).url

    client.post(url, ANSWERS | {"name": "Zoë Çelik 🎧 <b>"})

    assert Order.objects.get().buyer_name == "Zoë Çelik 🎧 <b>"


def test_a_lapsed_hold_keeps_what_was_typed_and_takes_its_place_back(
    client, stripe, ticket
):
    url = hold(client, ticket).url
    stripe.clock.shift(timedelta(minutes=21))

    page = client.post(url, ANSWERS | {"agreed": ""})
    answer = client.post(url, ANSWERS)

    assert "Daan Okafor" in page.text
    assert answer.url == stripe.sessions[0]["url"]


def test_a_lapsed_hold_speaks_of_what_was_typed_once_something_was(client, ticket, now):
    url = hold(client, ticket).url
    empty = Order.objects.get()
    Order.objects.update(held_until=now - timedelta(minutes=1))
    page = client.get(url).text
    Order.objects.update(buyer_email="iris@voorbeeld.example")

    again = client.get(url).text

    assert empty.buyer_email == ""
    assert "De tijd was om" in page
    assert "Wat je invulde staat er nog." not in page
    assert "Laat maar" not in page  # nothing is held
    assert "Wat je invulde staat er nog." in again


def test_a_lapsed_hold_whose_place_is_gone_says_so(client, stripe, now):
    ticket = make_ticket(event=make_event_page(event=make_event(capacity=1)).event)
    url = hold(client, ticket).url
    stripe.clock.shift(timedelta(minutes=21))
    hold_places(ticket=ticket, pairs=1, now=now + timedelta(minutes=21))

    page = client.post(url, ANSWERS)

    assert page.status_code == 409
    assert "Je plaatsen zijn intussen weg" in page.text
    assert "Daan Okafor" in client.get(url).text
    assert stripe.sessions == []


def test_when_stripe_is_silent_the_form_stays_and_the_same_payment_goes_on(
    client, stripe, ticket
):
    """F19."""
    url = hold(client, ticket).url
    stripe.fail_next("unreachable", times=3)

    page = client.post(url, ANSWERS)
    answer = client.post(url, ANSWERS)

    assert page.status_code == 503
    assert "geen verbinding met de betaaldienst" in page.text
    assert "Daan Okafor" in page.text
    assert answer.url == stripe.sessions[0]["url"]


def test_a_session_that_has_ended_is_not_offered_again(client, stripe, ticket, now):
    """Its end came, and nobody told us or asked yet."""
    url = hold(client, ticket).url
    client.post(url, ANSWERS)
    stripe.clock.shift(timedelta(minutes=32))

    answer = client.post(url, ANSWERS)

    assert answer.url == stripe.sessions[1]["url"]
    assert [session["status"] for session in stripe.sessions] == ["expired", "open"]


def test_an_address_that_stripe_does_not_take_is_said_at_its_field(
    client, stripe, ticket
):
    url = hold(client, ticket).url

    page = client.post(url, ANSWERS | {"email": "iris@localhost"})

    assert page.status_code == 422
    assert "De betaaldienst neemt dit e-mailadres niet aan." in page.text
    assert "Daan Okafor" in page.text


def test_the_return_page_settles_and_shows_the_order(client, stripe, now):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)

    answer = client.get(address(order, "betaald/"), {"s": "van iemand anders"})

    order.refresh_from_db()
    assert (answer.url, order.status) == (address(order), "paid")


@pytest.mark.parametrize(
    "page",
    ["", "gegevens/", "betaald/", "betaling-afgebroken/x/", "duo/1/gast/"],
)
def test_a_reference_opens_nothing(client, stripe, now, page):
    order = make_placed_order(now)
    wrong = f"/tickets/bestelling/{order.reference}/{'x' * 43}/{page}"

    answer = client.post(wrong) if "duo" in page else client.get(wrong)

    assert answer.status_code == 404


@pytest.mark.parametrize("page", ["", "gegevens/", "betaling-afgebroken/x/"])
def test_a_personal_page_is_kept_by_nobody(client, stripe, now, page):
    order = make_placed_order(now)

    answer = client.get(address(order, page), follow=True)

    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "no-referrer"
