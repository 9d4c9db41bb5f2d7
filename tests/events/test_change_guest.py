"""Changing the guest on the page of the order and on that of the host."""

import pytest
from django.urls import reverse

from events.guests.pace import MOST, TOO_OFTEN, is_too_often
from events.models import Guest, Order, Pair
from home.models import OwedMail
from tests.factories.events import make_guest
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db
SAAR = {"name": "Saar Visser", "email": "saar@voorbeeld.example"}


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture
def guest() -> Guest:
    return make_guest()


def of_order(pair: Pair, name: str) -> str:
    """The page of the order, or one of the buttons on it."""
    order = pair.order
    names = [order.reference, order.token]
    return reverse(name, args=names if name == "order" else [*names, pair.number])


def of_host(pair: Pair, name: str) -> str:
    return reverse(name, args=[pair.host_token])


def typed(prefix: str, **answers) -> dict:
    return {f"{prefix}-{field}": value for field, value in answers.items()}


PAGES = [
    pytest.param(of_order, "order", "ander1", id="buyer"),
    pytest.param(of_host, "host", "ander", id="host"),
]


@pytest.mark.parametrize("admitted", [False, True])
@pytest.mark.parametrize(("of", "who", "prefix"), PAGES)
def test_another_guest_takes_the_place_at_once(client, of, who, prefix, admitted):
    old = make_guest(admitted=admitted)
    assert "Een andere gast uitnodigen" in client.get(of(old.pair, who)).text

    answer = client.post(
        of(old.pair, f"{who}_replace"), typed(prefix, **SAAR), follow=True
    )

    new = Guest.objects.current().get()
    assert (new.name, new.email) == tuple(SAAR.values())
    assert "Saar Visser" in answer.text
    assert "wacht op bevestiging" in answer.text
    for name in ("guest", "guest_decline"):
        assert (
            client.get(reverse(name, args=[old.token]), follow=True).status_code == 410
        )
    for name in ("guest_ticket", "guest_calendar"):
        assert client.get(reverse(name, args=[old.token])).status_code == 410
    assert client.get(reverse("guest", args=[new.token])).status_code == 200


@pytest.mark.parametrize(("of", "who", "prefix"), PAGES)
def test_a_link_sends_no_mail_without_end(client, guest, of, who, prefix):
    pair = guest.pair
    for _ in range(MOST):
        is_too_often(pair.order)

    answer = client.post(of(pair, f"{who}_replace"), typed(prefix, **SAAR))

    assert (answer.status_code, Guest.objects.get()) == (422, guest)
    assert TOO_OFTEN in answer.text
    assert SAAR["email"] in answer.text
    assert not OwedMail.objects.exists()


@pytest.mark.parametrize(("of", "who", "prefix"), PAGES)
@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("name", "", "Vul de naam van de nieuwe gast in."),
        ("name", "x" * 10_000, "Dit is te lang. Hoogstens 120 tekens."),
        (
            "name",
            "\x00",
            "Er staat een teken in dat we niet kunnen lezen. Typ het opnieuw.",
        ),
        ("email", "saar", "Dit is geen e-mailadres. Het lijkt op naam@voorbeeld.nl."),
        (
            "email",
            "DAAN@voorbeeld.example",
            "Dit is het adres van wie er nu staat. Vul het adres van iemand anders in.",
        ),
    ],
)
def test_a_wrong_answer_stands_at_its_field_in_an_open_fold(
    client, guest, *, of, who, prefix, field, value, wrong
):
    answers = typed(prefix, **(SAAR | {field: value}))

    answer = client.post(of(guest.pair, f"{who}_replace"), answers)

    (form,) = answer.context["refused"]
    assert (answer.status_code, form.errors) == (422, {field: [wrong]})
    assert form["name"].value() == answers[f"{prefix}-name"]
    assert '<details class="fold" open>' in answer.text
    assert f'href="#id_{prefix}-{field}"' in answer.text
    assert Guest.objects.get() == guest


def test_a_better_address_gets_the_invitation(client, guest):
    assert (
        "Het adres van Daan Okafor verbeteren"
        in client.get(of_order(guest.pair, "order")).text
    )

    answer = client.post(
        of_order(guest.pair, "order_address"),
        typed("adres1", email="d@anders.example"),
        follow=True,
    )

    new = Guest.objects.current().get()
    assert (new.name, new.email) == ("Daan Okafor", "d@anders.example")
    assert "De uitnodiging gaat nu naar d@anders.example." in answer.text
    gone = client.get(reverse("guest", args=[guest.token]))
    assert gone.status_code == 410
    assert "staat de nieuwe link in een latere mail" in gone.text


@pytest.mark.parametrize(("of", "who"), [(of_order, "order"), (of_host, "host")])
def test_the_invitation_goes_out_again_once(client, guest, of, who):
    for _ in range(3):
        answer = client.post(of(guest.pair, f"{who}_invite_again"), follow=True)

    assert answer.status_code == 200
    assert "Opnieuw gestuurd op 25 november 2026, 14.05 uur." in answer.text
    mails = OwedMail.objects.values_list("kind", "about_id")
    assert list(mails) == [("events.invitation", guest.pk)]


def test_the_buyer_reads_why_it_did_not_go_out_again(client, guest):
    address = of_order(guest.pair, "order_invite_again")
    client.post(address)

    assert "Na 10 minuten kan het nog eens." in client.post(address, follow=True).text


@pytest.mark.parametrize(
    ("of", "who", "prefix", "status"),
    [
        pytest.param(of_order, "order", "ander1", 302, id="buyer"),
        pytest.param(of_host, "host", "ander", 422, id="host"),
    ],
)
def test_after_the_deadline_the_folds_are_gone(
    client, guest, time_machine, *, of, who, prefix, status
):
    time_machine.move_to(guest.pair.order.event.changes_until, tick=False)

    text = client.get(of(guest.pair, who)).text
    answer = client.post(of(guest.pair, f"{who}_replace"), typed(prefix, **SAAR))

    assert "Een andere gast uitnodigen" not in text
    assert "Herinner " in text
    assert answer.status_code == status
    assert Guest.objects.get() == guest


def test_buyer_and_host_see_that_the_invitation_was_opened(client, guest, now):
    client.post(reverse("guest_opened", args=[guest.token]))

    for address in (of_order(guest.pair, "order"), of_host(guest.pair, "host")):
        text = client.get(address).text
        assert "Geopend op 25 november 2026, 14.05 uur." in text


def test_the_buyer_sees_what_became_of_every_guest(client, guest, now):
    client.post(of_order(guest.pair, "order_replace"), typed("ander1", **SAAR))

    assert (
        "Daan Okafor: vervangen op 25 november 2026, 14.05 uur."
        in client.get(of_order(guest.pair, "order")).text
    )

    client.post(reverse("guest_decline", args=[Guest.objects.current().get().token]))

    text = client.get(of_order(guest.pair, "order")).text
    assert "Een gast heeft afgezegd op 25 november 2026, 14.05 uur." in text
    assert "Wie neem je mee?" in text


@pytest.mark.parametrize("name", ["replace", "address", "invite_again"])
def test_an_address_of_a_form_opened_by_hand_leads_to_the_page(client, guest, name):
    pair = guest.pair

    by_buyer = client.get(of_order(pair, f"order_{name}"))
    by_host = client.get(of_host(pair, f"host_{name}"))

    assert (by_buyer.status_code, by_buyer.url) == (302, of_order(pair, "order"))
    assert (by_host.status_code, by_host.url) == (302, of_host(pair, "host"))
    assert Guest.objects.get() == guest


def test_a_pair_that_is_not_there_is_not_found(client, guest):
    order = Order.objects.get()

    address = reverse("order_replace", args=[order.reference, order.token, 7])

    assert client.post(address, typed("ander7", **SAAR)).status_code == 404
    assert client.post(reverse("host_replace", args=["x"]), SAAR).status_code == 404
