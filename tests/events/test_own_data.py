"""A buyer changes the own name and address on the page of the order."""

from datetime import timedelta

import pytest
from django.urls import reverse

from events.guests import mail
from events.guests.corrections import change_own
from events.guests.pace import MOST, TOO_OFTEN, is_too_often
from events.guests.person import about, erase
from events.guests.retention import forget
from events.guests.services import TooLate
from events.models import FormerBuyer, Order, Pair
from events.organiser.one_order.history import history_of
from events.organiser.reports import with_history
from home.models import OwedMail
from tests.factories.events import make_paid_order
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db
IRIS = "iris@voorbeeld.example"
ELSEWHERE = {"name": "Iris de Witte", "email": "iris@nieuw.example"}


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture
def order() -> Order:
    return make_paid_order()


def test_a_link_changes_who_bought_no_sixty_times_an_hour(client, order):
    for _ in range(MOST):
        is_too_often(order)

    answer = send(client, order)

    assert (answer.status_code, owed()) == (422, [])
    assert TOO_OFTEN in answer.text
    assert Order.objects.get().buyer_email == IRIS


def send(client, order, **typed):
    address = reverse("order_buyer", args=[order.reference, order.token])
    return client.post(address, ELSEWHERE | typed, follow=True)


def owed() -> list[str]:
    return list(OwedMail.objects.order_by("kind").values_list("kind", flat=True))


def test_a_name_that_was_wrong_is_put_right_and_the_link_stays(client, order):
    answer = send(client, order, email=IRIS)

    new = Order.objects.get()
    assert answer.redirect_chain == [
        (reverse("order", args=[order.reference, order.token]), 302)
    ]
    assert "Je gegevens zijn gewijzigd." in answer.text
    assert (new.buyer_name, Pair.objects.get().host_name) == ("Iris de Witte",) * 2
    assert (FormerBuyer.objects.get().token, owed()) == ("", [])


def test_another_address_has_another_link_and_the_old_one_hears_of_it(client, order):
    ticket = Pair.objects.get().host_code

    answer = send(client, order)

    new, pair = Order.objects.get(), Pair.objects.get()
    assert (new.buyer_email, pair.host_email) == ("iris@nieuw.example",) * 2
    assert answer.redirect_chain == [
        (reverse("order", args=[new.reference, new.token]), 302)
    ]
    assert new.token != order.token
    assert pair.host_code != ticket
    assert owed() == ["events.buyer_changed", "events.confirmation"]
    told = mail.buyer_changed(FormerBuyer.objects.get())
    assert told.to == [IRIS]
    for secret in (new.token, "nieuw.example", "Witte", pair.host_token):
        assert secret not in told.body + told.alternatives[0].content


def test_the_old_link_says_that_it_is_over_also_to_a_second_click(client, order):
    send(client, order)

    again = send(client, order)
    opened = client.get(reverse("order", args=[order.reference, order.token]))

    assert (again.status_code, opened.status_code) == (410, 410)
    assert "Deze link werkt niet meer" in opened.text
    assert "nieuw.example" not in opened.text
    assert FormerBuyer.objects.count() == 1


def test_what_is_there_already_changes_nothing(client, order):
    send(client, order, name=order.buyer_name, email=IRIS)

    assert (FormerBuyer.objects.count(), owed()) == (0, [])


def test_a_wrong_answer_stands_at_its_field(client, order):
    answer = send(client, order, name=" ", email="iris@")

    assert answer.status_code == 422
    assert answer.context["own"].errors == {
        "name": ["Vul je naam in."],
        "email": ["Dit is geen e-mailadres. Het lijkt op naam@voorbeeld.nl."],
    }
    assert Order.objects.get().buyer_email == IRIS


def test_after_the_deadline_only_the_organiser_changes_it(client, order, time_machine):
    late = order.event.changes_until
    with pytest.raises(TooLate):
        change_own(order=order, now=late, **ELSEWHERE)
    time_machine.move_to(late, tick=False)

    answer = send(client, order)

    assert "Dit wijzigen kan niet meer." in answer.text
    assert "Bewaar mijn gegevens" not in answer.text
    assert Order.objects.get().buyer_email == IRIS


def test_an_order_that_was_cancelled_is_left_alone(client, order):
    Order.objects.update(status=Order.Status.CANCELLED)

    send(client, order)

    assert (Order.objects.get().buyer_email, FormerBuyer.objects.count()) == (IRIS, 0)


def test_the_organiser_reads_when_it_was(order, now):
    change_own(order=order, now=now, **ELSEWHERE)

    lines = history_of(with_history(Order.objects.all()).get())

    told = [(line.who, line.what) for line in lines if line.at == now]
    assert ("de koper", "wijzigde de eigen gegevens") in told


def test_who_it_was_is_forgotten_in_time_and_on_request(order, now):
    change_own(order=order, now=now, **ELSEWHERE)
    [known] = about(IRIS)["Bestellingen waarop je eerst stond"]

    erase(email=IRIS, now=now)
    after = FormerBuyer.objects.values_list("name", "email").get()
    FormerBuyer.objects.update(name="Iris", email=IRIS)
    forget(now=order.event.ends_at + timedelta(days=30))

    assert known["bestelnummer"] == order.reference
    assert after == ("", "")
    assert FormerBuyer.objects.values_list("name", "email").get() == ("", "")
