"""The organiser's desk: find an order and see what became of it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events.models import Order, Pair, Payment, Refund
from events.orders.services import hold_places
from events.organiser.reports import MAILS
from home.mail.models import OwedMail
from home.mail.registry import _kinds
from tests.factories.events import make_event, make_guest, make_paid_order, make_ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    """The back office, with the operator behind it."""
    client.force_login(User.objects.create_superuser("beheer"))
    return client


def orders_found(desk, **query) -> list[str]:
    """The references in the list, in its order."""
    response = desk.get(reverse("organiser_orders:index"), query)
    assert response.status_code == 200
    return [order.reference for order in response.context["object_list"]]


def test_the_list_tells_what_the_organiser_asks_most(desk):
    order = make_paid_order(pairs=3)
    first, second, third = order.pairs.order_by("number")
    make_guest(pair=first, admitted=True)
    make_guest(pair=second, replaced_at=timezone.now(), admitted=True)
    make_guest(pair=second)
    make_guest(pair=third, declined_at=timezone.now())

    text = desk.get(reverse("organiser_orders:index")).content.decode()

    for told in [
        order.reference,
        "betaald",
        "Iris de Wit",
        "iris@voorbeeld.example",
        "€\u00a0447,00",
        "1 van 3",
    ]:
        assert told in text


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("iris", True),
        ("de wit", True),
        ("IRIS@voorbeeld", True),
        ("Okafor", True),  # the guest
        ("daan@voorbeeld.example", True),
        ("  Noorderlicht  ", True),
        ("Bakker", False),
        ("%", False),
        ('"', False),
        ("'; drop table", False),
        ("🎈", False),
        ("x" * 60_000, False),
    ],
)
def test_an_order_is_found_by_the_names_and_mail_addresses_in_it(desk, words, found):
    order = make_paid_order(pairs=2, organisation="Noorderlicht Energie")
    make_guest(pair=order.pairs.get(number=1))

    expected = [order.reference] if found else []
    assert orders_found(desk, q=words) == expected


def test_an_order_is_found_by_its_reference_in_any_case(desk):
    order, _other = make_paid_order(), make_paid_order()

    assert orders_found(desk, q=order.reference.lower()) == [order.reference]


def test_the_list_is_filtered_by_event_and_by_state(desk):
    first, second = make_paid_order(), make_paid_order()
    held = hold_places(
        ticket=first.pairs.get().ticket, pairs=1, now=first.created_at - timedelta(1)
    )

    found = {
        "event": orders_found(desk, event=first.event_id),
        "paid": orders_found(desk, status="paid", event=second.event_id),
        "held": orders_found(desk, status="held"),
    }
    assert found == {
        "event": [first.reference, held.reference],
        "paid": [second.reference],
        "held": [held.reference],
    }


def test_the_list_is_paged_and_odd_page_numbers_do_no_harm(desk):
    ticket = make_ticket(event=make_event(capacity=60))
    for _ in range(52):
        make_paid_order(ticket=ticket)

    pages = [len(orders_found(desk, p=page)) for page in ("1", "2", "99", "onzin")]

    assert pages == [50, 2, 2, 50]


def test_the_lists_and_an_order_ask_as_little_for_many_as_for_few(desk):
    def grow(orders: int) -> Order:
        for _ in range(orders):
            order = make_paid_order(pairs=2)
            make_guest(pair=order.pairs.get(number=1), admitted=True)
        return order

    def asked(order: Order) -> list[int]:
        addresses = [
            reverse("organiser_events:index"),
            reverse("organiser_tickets:index"),
            reverse("organiser_orders:index"),
            reverse("organiser_orders:index") + "?q=iris",
            reverse("organiser_orders:inspect", args=[order.pk]),
        ]
        counts = []
        for address in addresses:
            desk.get(address)
            with CaptureQueriesContext(connection) as captured:
                desk.get(address)
            counts.append(len(captured))
        return counts

    few = asked(grow(1))
    many_pairs = make_paid_order(pairs=5)
    for pair in many_pairs.pairs.all():
        make_guest(pair=pair, replaced_at=timezone.now())
        make_guest(pair=pair)
    grow(8)

    assert asked(many_pairs) == few


def make_eventful_order():
    """Two pairs with two guests each, a refund, mails; and all that opens them."""
    order = make_paid_order(pairs=2, organisation="Noorderlicht Energie")
    first, second = order.pairs.order_by("number")
    guests = [
        make_guest(pair=first, name="Eerste Gast", replaced_at=timezone.now()),
        make_guest(pair=first, name="Tweede Gast", admitted=True),
        make_guest(pair=second, name="Derde Gast", declined_at=timezone.now()),
        make_guest(pair=second, name="Vierde Gast"),
    ]
    payment = Payment.objects.create(
        order=order,
        amount=order.total,
        status=Payment.Status.PAID,
        params={},
        url="https://checkout.example/c/geheim",
        session_id="cs_geheim",
        expires_at=order.paid_at,
        created_at=order.paid_at,
        settled_at=order.paid_at,
    )
    refund = Refund.objects.create(
        payment=payment,
        amount=Decimal("149.00"),
        reason=Refund.Reason.DUPLICATE,
        created_at=order.paid_at,
    )
    for kind, about in [
        ("events.confirmation", order),
        ("events.host_ticket", first),
        ("events.guest_ticket", guests[1]),
        ("events.refund", refund),
    ]:
        OwedMail.objects.create(
            kind=kind, about_id=about.pk, message_id=kind, not_before=order.paid_at
        )
    OwedMail.objects.create(  # of somebody else's order
        kind="events.late_payment",
        about_id=order.pk + 1,
        message_id="ander",
        not_before=order.paid_at,
    )
    secrets = [order.token, payment.url, payment.session_id, payment.key]
    secrets += [secret for pair in (first, second) for secret in secrets_of(pair)]
    secrets += [secret for guest in guests for secret in (guest.token, guest.code)]
    return order, secrets


def test_an_order_shows_its_whole_history_and_opens_nobodys_page(desk):
    order, secrets = make_eventful_order()

    response = desk.get(reverse("organiser_orders:inspect", args=[order.pk]))

    html = response.content.decode()
    for told in [
        "Noorderlicht Energie",
        "€\u00a0298,00",
        "vervangen op",
        "uit een andere sector (Zorg), bevestigd op 22 november 2026",
        "afgezegd op",
        "uitgenodigd op 22 november 2026, 14.11 uur, nog niet bevestigd",
        "twee keer betaald: nog te doen",
        "Moet nog mailen: bevestiging, aan de koper",
    ]:
        assert told in html
    assert [secret for secret in secrets if secret in html] == []


def secrets_of(pair: Pair) -> tuple[str, str]:
    return pair.host_token, pair.host_code


def test_every_mail_of_ticketing_has_a_name_in_the_history():
    kinds = {kind for kind in _kinds if kind.startswith("events.")}

    assert set(MAILS) == kinds


def test_nobody_adds_changes_or_deletes_an_order_not_even_the_operator(desk):
    order = make_paid_order()
    base = reverse("organiser_orders:index")

    answers = [
        desk.post(f"{base}{tail}").status_code
        for tail in ("new/", f"edit/{order.pk}/", f"delete/{order.pk}/")
    ]

    assert answers == [404, 404, 404]
    assert Order.objects.filter(pk=order.pk).exists()


def test_an_order_that_does_not_exist_is_not_found(desk):
    make_event()

    address = reverse("organiser_orders:inspect", args=[999_999])

    assert desk.get(address).status_code == 404
