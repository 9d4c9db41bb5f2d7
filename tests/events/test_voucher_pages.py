"""A code on the screen: before the order, beside the order, and at the desk."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db.models.signals import m2m_changed
from django.urls import reverse

from events.models import Order, Payment, Voucher
from events.orders.services import hold_places, places_left
from tests.factories.checkout import ANSWERS, address
from tests.factories.events import (
    make_event,
    make_event_page,
    make_ticket,
    make_voucher,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stripe")]

DAY = timedelta(days=1)


@pytest.fixture
def ticket(db):
    return make_ticket(event=make_event_page(event=make_event(capacity=4)).event)


@pytest.fixture
def order(ticket, now):
    return hold_places(ticket=ticket, pairs=2, now=now)


def hold(client, ticket, code, pairs=1):
    return client.post(
        f"/tickets/{ticket.event.slug}/bestellen/",
        {"ticket": ticket.pk, "pairs": pairs, "code": code},
    )


def use(client, order, code, **typed):
    typed = ANSWERS | {"code": code, "use_code": "1"} | typed
    return client.post(address(order, "gegevens/"), typed)


def test_a_code_is_typed_before_the_order(client, stripe, ticket, now):
    make_voucher(ticket.event, now)

    hold(client, ticket, "  zo mer ")

    assert Order.objects.get().total == Decimal("134.10")


@pytest.mark.parametrize(
    ("code", "fields", "sentence"),
    [
        ("WINTER", {}, "Deze code kennen we niet."),
        ("💥" * 50, {}, None),  # nothing of a code: as if the field was empty
        ("x" * 10_000, {}, "Deze code kennen we niet."),
        ("zomer\x00", {}, "Deze code kennen we niet."),
        ("zomer", {"valid_from": DAY}, "Deze code geldt nu niet."),
        ("zomer", {"most": 1}, "Deze code geldt nog voor 1 duo."),
    ],
)
def test_a_code_that_is_not_good_is_refused_in_a_sentence(
    client, ticket, now, code, fields, sentence
):
    moments = {k: v if k == "most" else now + v for k, v in fields.items()}
    make_voucher(ticket.event, now, **moments)

    answer = hold(client, ticket, code, pairs=2)

    if sentence:
        assert answer.status_code == 409
        assert sentence in answer.text
    assert answer.status_code in {302, 409, 422}


def test_a_code_beside_the_order_changes_the_sum_and_keeps_what_was_typed(
    client, stripe, order, now
):
    make_voucher(order.event, now)

    answer = use(client, order, "zomer")

    assert answer.status_code == 200
    assert "Totaal: €\xa0268,20" in answer.text
    assert "Met je code gaat er €\xa029,80 af" in answer.text
    assert 'value="Daan Okafor"' in answer.text


def test_a_wrong_code_is_said_at_its_field_and_changes_nothing(
    client, stripe, order, now
):
    answer = use(client, order, "winter")

    assert answer.status_code == 422
    assert 'href="#id_code"' in answer.text
    assert "Deze code kennen we niet. Kijk hem nog eens na." in answer.text
    assert 'value="Daan Okafor"' in answer.text


def test_who_orders_with_a_wrong_code_sees_all_that_is_wrong_at_once(
    client, stripe, order
):
    typed = ANSWERS | {"name": "", "email": "iris@", "code": "winter"}

    answer = client.post(address(order, "gegevens/"), typed)

    assert answer.status_code == 422
    for field in ("name", "email", "code", "duo2-host"):
        assert f'href="#id_{field}' in answer.text
    for kept in ("iris@", "winter", "Daan Okafor", "Vijfhoog"):
        assert f'value="{kept}"' in answer.text
    assert Payment.objects.count() == 0


def test_enter_in_the_field_of_the_code_uses_it_and_pays_nothing_yet(
    client, stripe, order, now
):
    make_voucher(order.event, now)

    answer = client.post(address(order, "gegevens/"), ANSWERS | {"code": "zomer"})

    assert "Totaal: €\xa0268,20" in answer.text
    assert Payment.objects.count() == 0


def test_an_empty_field_takes_the_code_away(client, stripe, order, now):
    make_voucher(order.event, now)
    use(client, order, "zomer")

    answer = use(client, order, "")

    assert "Totaal: €\xa0298,00" in answer.text


def test_a_code_ends_the_payment_that_was_begun_without_it(client, stripe, order, now):
    make_voucher(order.event, now)
    two = {"duo2-host": "later", "duo2-guest": "later"}
    client.post(address(order, "gegevens/"), ANSWERS | two)

    use(client, order, "zomer", **two)
    client.post(address(order, "gegevens/"), ANSWERS | two | {"code": "ZOMER"})

    attempts = order.payments.order_by("pk").values_list("status", "amount")
    assert list(attempts) == [("expired", 298), ("open", Decimal("268.20"))]


def test_a_code_of_all_makes_it_an_application(client, stripe, order, now):
    make_voucher(order.event, now, value=Decimal(100))

    page = use(client, order, "zomer").text
    two = {"duo2-host": "later", "duo2-guest": "later", "code": "ZOMER"}
    client.post(address(order, "gegevens/"), ANSWERS | two | {"total": "0.00"})

    order.refresh_from_db()
    assert ">Aanmelden</button>" in page
    assert "Bestellen en betalen" not in page
    assert (order.status, order.payments.count()) == ("paid", 0)


def test_nobody_tries_all_codes(client, stripe, order):
    for number in range(20):
        use(client, order, f"code{number}")

    answer = use(client, order, "code20")

    assert "veel codes geprobeerd" in answer.text


def test_a_sold_out_page_lets_who_has_a_code_in(client, stripe, ticket, now):
    make_voucher(ticket.event, now, most=2, keeps_places=True)
    hold_places(ticket=ticket, pairs=2, now=now)

    page = client.get(ticket.event.page.url).text
    answer = hold(client, ticket, "zomer", pairs=2)

    assert "Alleen nog met een code" in page
    assert "Uitverkocht" not in page
    assert page.index("Bestel met je code") < page.index("Zet me op de wachtlijst")
    assert answer.status_code == 302


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, ("Uitverkocht: alle 4", "uitverkocht")),
        (20, ("Alleen nog met een code", "alleen nog met een code")),
    ],
)
def test_a_place_of_a_code_that_lapsed_is_for_who_has_the_code_at_once(
    client, stripe, ticket, now, minutes, said
):
    """Not for everybody until `tick` has come round."""
    make_voucher(ticket.event, now, most=2, keeps_places=True)
    hold_places(ticket=ticket, pairs=2, now=now + timedelta(minutes=30))
    hold_places(ticket=ticket, pairs=2, now=now, code="zomer")
    stripe.clock.shift(timedelta(minutes=minutes))

    page = client.get(ticket.event.page.url).text
    agenda = client.get("/agenda/").text

    assert said[0] in page
    assert said[1] in agenda
    assert places_left(ticket.event, now + timedelta(minutes=minutes)) == 0


# The desk


@pytest.fixture
def desk(client):
    client.force_login(User.objects.create_superuser("beheer"))
    return client


def filled_in(event, **changes) -> dict:
    return {
        "event": event.pk,
        "code": "zomer 26",
        "note": "",
        "kind": "percent",
        "value": "10",
        "most": "3",
        "valid_from": "",
        "valid_until": "",
    } | changes


def errors_of(response) -> dict[str, list[str]]:
    return {} if response.status_code == 302 else response.context["form"].errors


@pytest.mark.parametrize("what", ["organiser_vouchers", "organiser_tickets"])
def test_an_organiser_chooses_an_event_in_dutch(desk, what):
    fields = desk.get(reverse(f"{what}:add")).context["form"].fields

    assert fields["event"].label == "Evenement"


def test_an_organiser_makes_a_code_and_sees_what_was_used(desk, ticket, now):
    response = desk.post(
        reverse("organiser_vouchers:add"), filled_in(ticket.event, keeps_places="on")
    )
    hold_places(ticket=ticket, pairs=2, now=now, code="ZOMER26")

    assert errors_of(response) == {}
    assert Voucher.objects.get().uses.count() == 3
    assert "2 van 3" in desk.get(reverse("organiser_vouchers:index")).text


def test_a_code_for_one_type_is_never_there_without_it(desk, ticket):
    """It would be good for all types."""

    def fail(**_):
        raise RuntimeError

    typed = filled_in(ticket.event, tickets=[ticket.pk])
    m2m_changed.connect(fail, sender=Voucher.tickets.through)
    try:
        with pytest.raises(RuntimeError):
            desk.post(reverse("organiser_vouchers:add"), typed)
    finally:
        m2m_changed.disconnect(fail, sender=Voucher.tickets.through)

    assert not Voucher.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"code": "---"}, "code", "Gebruik letters of cijfers."),
        ({"code": "ZOMER"}, "code", "Deze code bestaat al bij dit evenement."),
        ({"value": "101"}, "value", "Meer dan 100 procent kan er niet af."),
        (
            {"most": "9", "keeps_places": "on"},
            "most",
            "Er zijn nog maar 4 plaatsen vrij om apart te houden.",
        ),
        (
            {"valid_from": "2027-01-02 00:00", "valid_until": "2027-01-01 00:00"},
            "valid_until",
            "De code stopt nadat hij begint.",
        ),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field(
    desk, ticket, now, wrong, field, sentence
):
    make_voucher(ticket.event, now)

    response = desk.post(
        reverse("organiser_vouchers:add"), filled_in(ticket.event, **wrong)
    )

    assert errors_of(response) == {field: [sentence]}
    assert Voucher.objects.count() == 1


def test_a_code_stays_with_its_event(desk, ticket, now):
    """Its uses and the places it keeps are of that event."""
    voucher, other = make_voucher(ticket.event, now), make_ticket()
    address = reverse("organiser_vouchers:edit", args=[voucher.pk])

    answer = desk.post(address, filled_in(other.event, code="ZOMER", value="20"))

    assert errors_of(answer) == {}
    kept = Voucher.objects.get()
    assert (kept.event, kept.value) == (ticket.event, 20)


@pytest.mark.parametrize("event", ["", "999999", "geen nummer"])
def test_a_code_for_a_type_of_no_event_is_refused_at_its_field(desk, ticket, event):
    typed = filled_in(ticket.event, tickets=[ticket.pk]) | {"event": event}

    response = desk.post(reverse("organiser_vouchers:add"), typed)

    assert list(errors_of(response)) == ["event"]


@pytest.mark.parametrize("number", ["-1", "0", "10000", "veel", "9" * 30])
def test_a_strange_number_is_refused_at_its_field(desk, ticket, number):
    response = desk.post(
        reverse("organiser_vouchers:add"), filled_in(ticket.event, most=number)
    )

    assert list(errors_of(response)) == ["most"]


def test_a_code_that_was_used_stays_and_the_organiser_reads_why(desk, ticket, now):
    used, spare = (
        make_voucher(ticket.event, now),
        make_voucher(ticket.event, now, code="OVER"),
    )
    hold_places(ticket=ticket, pairs=1, now=now, code="ZOMER")

    answers = [
        desk.post(reverse("organiser_vouchers:delete", args=[each.pk]), follow=True)
        for each in (used, spare)
    ]

    assert "Deze code kan niet weg: er zijn bestellingen mee gedaan." in answers[0].text
    assert list(Voucher.objects.all()) == [used]
