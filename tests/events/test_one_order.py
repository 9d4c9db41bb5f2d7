"""What an organiser does to one order, each with who did it in the history."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from events.models import Act, Guest, Order, Pair
from events.organiser.one_order.acts import NothingToSend, send_again, sendable
from events.organiser.reports import with_history
from home.mail.models import OwedMail
from tests.events.test_own_events import make_organiser
from tests.factories.events import make_event, make_guest, make_paid_order, make_ticket

pytestmark = pytest.mark.django_db

INVOICE = {
    "organisation": "Noorderlicht Energie",
    "street": "Seinpad 5",
    "postal_code": "3812 AA",
    "city": "Amersfoort",
    "vat_id": "",
    "purchase_order": "PO 7",
}


@pytest.fixture
def order():
    return make_paid_order(pairs=2)


@pytest.fixture
def desk(client, order):
    """The organiser of the event, Roos."""
    client.force_login(make_organiser("roos", order.event))
    return client


def address(order: Order, what: str, *more) -> str:
    return reverse(f"organiser_orders:{what}", args=[order.pk, *more])


def acts_of(order: Order) -> list[tuple]:
    """What is noted, oldest first."""
    acts = order.acts.order_by("pk").select_related("by", "pair")
    return [(a.what, a.pair and a.pair.number, a.text, str(a.by)) for a in acts]


def errors_of(response) -> dict:
    return {} if response.status_code == 302 else response.context["form"].errors


def test_a_note_stands_in_the_history_with_its_writer(desk, order):
    desk.post(address(order, "note"), {"text": "Belt morgen terug."})

    page = desk.get(address(order, "inspect"))

    assert acts_of(order) == [("note", None, "Belt morgen terug.", "roos")]
    assert "Belt morgen terug." in page.content.decode()


@pytest.mark.parametrize("text", ["", "   ", "nul\x00teken", "x" * 10_000])
def test_a_note_that_cannot_be_kept_comes_back(desk, order, text):
    response = desk.post(address(order, "note"), {"text": text})

    assert list(errors_of(response)) == ["text"]
    assert acts_of(order) == []


@pytest.mark.parametrize(
    ("what", "kinds", "text"),
    [
        ("confirmation", ["events.confirmation"], "Bevestiging."),
        ("guest-1", ["events.guest_ticket"], "Kaartje van de gast."),
        ("guest-2", ["events.invitation"], "Uitnodiging."),
        ("host-2", ["events.host_ticket"], "Kaartje van de gastheer."),
    ],
)
def test_a_mail_goes_out_once_more_and_a_double_click_sends_one(
    desk, order, what, kinds, text
):
    first, second = order.pairs.order_by("number")
    make_guest(pair=first, admitted=True)
    make_guest(pair=second)
    Pair.objects.filter(pk=second.pk).update(host_name="Tom", host_email="t@x.example")

    for _ in range(2):
        desk.post(address(order, "send_again"), {"what": what})

    assert [mail.kind for mail in OwedMail.objects.all()] == kinds
    assert {act.text for act in order.acts.all()} == {text}


def test_only_what_is_true_can_be_sent_again(desk, order):
    form = desk.get(address(order, "send_again")).context["form"]
    refused = desk.post(address(order, "send_again"), {"what": "guest-1"})

    assert [key for key, _ in form.fields["what"].choices] == ["confirmation"]
    assert list(errors_of(refused)) == ["what"]


def test_to_whom_can_be_sent_again_follows_from_who_comes(order, now):
    """The buyer as the buyer; not who was replaced, has no address, or is out."""
    own, other = order.pairs.order_by("number")
    make_guest(pair=own, name="Weg", replaced_at=now)
    make_guest(pair=own, email="")
    make_guest(pair=other, admitted=True)
    named = {"host_name": "Tom", "host_email": "t@x.example"}
    Pair.objects.filter(pk=other.pk).update(**named)

    def offered() -> list[str]:
        return list(sendable(with_history(Order.objects.all()).get()))

    everybody = offered()
    Pair.objects.filter(pk=other.pk).update(state="cancelled", place=None)
    bought = offered()
    Order.objects.update(status="cancelled")

    assert everybody == ["confirmation", "host-2", "guest-2"]
    assert (bought, offered()) == (["confirmation"], [])


@pytest.mark.parametrize("what", ["confirmation", "guest-1", "host-2", "guest-2"])
def test_what_came_to_nothing_meanwhile_is_not_sent(order, now, what):
    """Between the form and the button: an order or a pair that is out."""
    roos = User.objects.create_user("roos")
    make_guest(pair=order.pairs.get(number=2), admitted=True)
    out = {"state": "cancelled", "place": None, "host_email": "t@x.example"}
    order.pairs.filter(number=2).update(**out)
    if what == "confirmation":
        Order.objects.update(status="cancelled")

    with pytest.raises(NothingToSend):
        send_again(order=order, what=what, by=roos, now=now)

    assert not OwedMail.objects.exists()
    assert acts_of(order) == []


# The buyer


def change_buyer(desk, order, **changes):
    values = {"name": order.buyer_name, "email": order.buyer_email, **INVOICE}
    return desk.post(address(order, "buyer"), values | changes)


def test_a_buyer_under_another_name_keeps_the_link_and_hosts_under_it(desk, order):
    change_buyer(desk, order, name="Iris de Witte")

    new = Order.objects.get(pk=order.pk)
    pair = new.pairs.get(number=1)
    assert (new.buyer_name, new.organisation, new.token) == (
        "Iris de Witte",
        "Noorderlicht Energie",
        order.token,
    )
    assert (pair.host_name, pair.host_code) == (
        "Iris de Witte",
        order.pairs.get(number=1).host_code,
    )
    assert not OwedMail.objects.exists()
    assert acts_of(order) == [("buyer", None, "", "roos")]


def test_a_buyer_at_another_address_gets_all_of_it_and_the_old_link_dies(desk, order):
    old = order.pairs.get(number=1)

    change_buyer(desk, order, email="iris@nieuw.example")

    new = Order.objects.get(pk=order.pk)
    pair = new.pairs.get(number=1)
    assert (new.buyer_email, pair.host_email) == ("iris@nieuw.example",) * 2
    assert new.token != order.token
    assert pair.host_token != old.host_token
    assert pair.host_code != old.host_code
    assert [mail.kind for mail in OwedMail.objects.all()] == ["events.confirmation"]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"name": ""}, ["name"]),
        ({"email": "geen adres"}, ["email"]),
        ({"vat_id": "NL123"}, ["vat_id"]),
        ({"street": ""}, ["street"]),
        ({"name": "x" * 10_000}, ["name"]),
        ({"organisation": "nul\x00"}, ["organisation"]),
    ],
)
def test_a_buyer_that_cannot_be_is_refused_at_the_field(desk, order, changes, wrong):
    response = change_buyer(desk, order, **changes)

    assert list(errors_of(response)) == wrong
    assert acts_of(order) == []


def test_a_buyer_who_has_not_paid_fills_it_in_alone(desk, order):
    Order.objects.filter(pk=order.pk).update(status="lapsed", paid_at=None)

    response = change_buyer(desk, order, name="Iemand anders")

    assert list(errors_of(response)) == ["__all__"]
    assert Order.objects.get(pk=order.pk).buyer_name == "Iris de Wit"


# Host and guest


def test_a_pair_without_a_host_gets_one_also_after_the_deadline(desk, order):
    type(order.event).objects.update(changes_until=order.paid_at - timedelta(days=1))

    desk.post(address(order, "host", 2), {"name": "Tom", "email": "tom@x.example"})

    assert order.pairs.get(number=2).host_name == "Tom"
    assert acts_of(order) == [("host_named", 2, "", "roos")]
    assert [mail.kind for mail in OwedMail.objects.all()] == ["events.host_ticket"]


def test_another_host_takes_the_place_and_the_old_code_dies(desk, order):
    old = order.pairs.get(number=1)

    desk.post(
        address(order, "host", 1),
        {"name": "Tom", "email": "tom@x.example", "who": "other"},
    )

    pair = order.pairs.get(number=1)
    assert (pair.host_name, pair.host_code == old.host_code) == ("Tom", False)
    assert acts_of(order) == [("host", 1, "", "roos")]


def test_the_same_host_is_written_right_and_reached_elsewhere(desk, order):
    pair = order.pairs.get(number=2)
    Pair.objects.filter(pk=pair.pk).update(host_name="Tim", host_email="tim@x.example")
    url = address(order, "host", 2)

    desk.post(url, {"name": "Tom", "email": "tim@x.example", "who": "same"})
    renamed = order.pairs.get(number=2)
    desk.post(url, {"name": "Tom", "email": "tom@x.example", "who": "same"})
    moved = order.pairs.get(number=2)

    assert (renamed.host_name, renamed.host_code) == ("Tom", pair.host_code)
    assert (moved.host_email, moved.host_code == pair.host_code) == (
        "tom@x.example",
        False,
    )
    assert [mail.kind for mail in OwedMail.objects.all()] == ["events.host_ticket"]


def test_a_host_who_is_the_buyer_is_changed_as_the_buyer(desk, order):
    response = desk.post(
        address(order, "host", 1),
        {"name": "Iris", "email": "elders@x.example", "who": "same"},
    )

    assert "Deze gastheer is de koper." in str(errors_of(response))
    assert acts_of(order) == []


def test_another_guest_comes_after_the_deadline_and_the_first_hears_it(desk, order):
    old = make_guest(pair=order.pairs.get(number=1), admitted=True)
    type(order.event).objects.update(changes_until=order.paid_at - timedelta(days=1))

    desk.post(
        address(order, "guest", 1),
        {"name": "Kim", "email": "kim@x.example", "who": "other"},
    )

    new = Guest.objects.current().get()
    assert (new.name, new.code == old.code) == ("Kim", False)
    assert sorted(mail.kind for mail in OwedMail.objects.all()) == [
        "events.guest_replaced",
        "events.invitation",
        "events.new_guest",
    ]
    assert acts_of(order) == [("guest", 1, "", "roos")]


def test_a_guest_who_confirmed_keeps_the_verdict_at_another_address(desk, order):
    old = make_guest(pair=order.pairs.get(number=1), admitted=True)

    desk.post(
        address(order, "guest", 1),
        {"name": "Daan Okafor", "email": "nieuw@x.example", "who": "same"},
    )

    guest = Guest.objects.get()
    assert (guest.email, guest.admitted_at, guest.ground) == (
        "nieuw@x.example",
        old.admitted_at,
        old.ground,
    )
    assert guest.code != old.code
    assert guest.token != old.token
    assert [mail.kind for mail in OwedMail.objects.all()] == ["events.guest_ticket"]


def test_a_guest_who_did_not_confirm_is_invited_at_the_right_address(desk, order):
    make_guest(pair=order.pairs.get(number=1))

    desk.post(
        address(order, "guest", 1),
        {"name": "Daan O.", "email": "nieuw@x.example", "who": "same"},
    )

    guest = Guest.objects.current().get()
    assert (guest.name, guest.email) == ("Daan O.", "nieuw@x.example")
    assert [mail.kind for mail in OwedMail.objects.all()] == ["events.invitation"]


def test_who_stands_there_is_not_replaced_by_themselves(desk, order):
    make_guest(pair=order.pairs.get(number=1))

    response = desk.post(
        address(order, "guest", 1),
        {"name": "Ander", "email": "DAAN@voorbeeld.example", "who": "other"},
    )

    assert "Dit is het adres van wie er nu staat." in str(errors_of(response))
    assert Guest.objects.get().name == "Daan Okafor"


def test_a_pair_that_is_not_there_is_not_found(desk, order):
    assert desk.get(address(order, "guest", 9)).status_code == 404


# Who may


ACTS = [("note",), ("send_again",), ("buyer",), ("host", 1), ("guest", 1)]


@pytest.mark.parametrize("act", ACTS)
def test_another_organiser_finds_nothing_here(client, order, act):
    client.force_login(make_organiser("anderen", make_event()))

    answers = [method(address(order, *act)) for method in (client.get, client.post)]

    assert [answer.status_code for answer in answers] == [404, 404]


@pytest.mark.parametrize("act", ACTS)
def test_an_editor_may_not(client, order, act):
    user = make_organiser("redactie", order.event)
    user.groups.first().permissions.filter(codename="change_order").delete()
    client.force_login(user)

    answer = client.post(address(order, *act), {"text": "x"})

    assert (answer.status_code, acts_of(order)) == (302, [])


@pytest.mark.parametrize("act", ACTS)
def test_every_form_opens_with_what_is_there(desk, order, act):
    make_guest(pair=order.pairs.get(number=1))

    assert desk.get(address(order, *act)).status_code == 200


def test_an_order_of_the_operator_is_theirs_too(client):
    client.force_login(User.objects.create_superuser("beheer"))
    order = make_paid_order(ticket=make_ticket())

    client.post(address(order, "note"), {"text": "Gezien."})

    assert Act.objects.get().text == "Gezien."
