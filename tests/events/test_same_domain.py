"""A guest with the mail domain of who asked them: the organiser looks, and says so."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from events.models import Act, Guest
from tests.factories.events import make_agenda, make_guest, make_paid_order

pytestmark = pytest.mark.django_db


@pytest.fixture
def guest(now):
    make_agenda()
    return make_guest(admitted=True, same_domain_at=now)


def organiser(client, name, *events):
    user = User.objects.create_user(name, first_name=name.capitalize())
    user.groups.add(Group.objects.get(name="Organisatoren"))
    for event in events:
        event.organisers.add(user)
    client.force_login(user)
    return client


def found(desk) -> list[str]:
    answer = desk.get(reverse("organiser_orders:index"), {"attention": "same_domain"})
    return [order.reference for order in answer.context["object_list"]]


def say_seen(desk, guest):
    return desk.post(reverse("organiser_orders:guest_seen", args=[guest.pk]))


def test_a_mark_is_found_looked_at_once_and_gone_from_the_list(client, guest):
    order = guest.pair.order
    make_paid_order(ticket=order.event.tickets.get())
    desk = organiser(client, "petra", order.event)
    page = reverse("organiser_orders:inspect", args=[order.pk])

    before, text = found(desk), desk.get(page).text
    for _ in range(2):
        answer = say_seen(desk, guest)

    assert before == [order.reference]
    assert "Het maildomein is dat van de koper of gastheer" in text
    assert "Gezien<" in text
    assert (answer.status_code, answer.url) == (302, page)
    assert found(desk) == []
    after = desk.get(page).text
    assert "bekeken op" in after
    assert "Gezien<" not in after
    acts = Act.objects.values_list("what", "by__username", "pair")
    assert list(acts) == [("seen", "petra", guest.pair_id)]


def test_an_organiser_of_another_event_sees_and_marks_nothing(client, guest):
    other = make_paid_order().event
    desk = organiser(client, "joost", other)

    answer = say_seen(desk, guest)

    assert (answer.status_code, found(desk)) == (404, [])
    assert Guest.objects.get().same_domain_seen_at is None


def test_who_is_no_organiser_may_not(client, guest):
    client.force_login(User.objects.create_user("redacteur"))

    assert say_seen(client, guest).status_code in {302, 403}
    assert Guest.objects.get().same_domain_seen_at is None


def test_a_replaced_guest_is_nobody_s_worry(client, guest, now):
    Guest.objects.update(replaced_at=now)

    assert found(organiser(client, "petra", guest.pair.order.event)) == []
