"""A message to many: looked at first, sent to each person once, never lost."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from events.models import Addressee, Message, Pair
from events.organiser.messages.mail import message as build
from events.organiser.messages.services import addressees_of
from events.organiser.views import UNTOLD
from home.mail.models import OwedMail
from tests.events.test_organiser import at, change, told_by
from tests.events.test_own_events import make_organiser
from tests.factories.events import make_event, make_guest, make_paid_order, make_ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(time_machine, now):
    """Iris hosts two pairs, Tom the third; Daan confirmed, Kim did not."""
    time_machine.move_to(now, tick=False)
    order = make_paid_order(pairs=3)
    first, second, third = order.pairs.order_by("number")
    Pair.objects.filter(pk=second.pk).update(
        host_name="Iris", host_email="IRIS@voorbeeld.example"
    )
    Pair.objects.filter(pk=third.pk).update(host_name="Tom", host_email="t@x.example")
    make_guest(pair=first, admitted=True)
    make_guest(pair=second, name="Kim", email="kim@x.example")
    return order


@pytest.fixture
def desk(client, order):
    """The organiser of the event, Roos."""
    client.force_login(make_organiser("roos", order.event))
    return client


def post(desk, event, step="send", **changes):
    values = {
        "to": "hosts",
        "subject": "De deur gaat om 9 uur open",
        "text": "Kom op tijd. <b>Zie</b> https://voorbeeld.example/route",
        "key": str(uuid.uuid4()),
        step: "1",
    }
    return desk.post(
        reverse("organiser_events:message", args=[event.pk]), values | changes
    )


def errors_of(response) -> dict:
    return {} if response.status_code == 302 else response.context["form"].errors


def readers(event, to: str) -> list[str]:
    """Their names."""
    return [
        each.guest.name if each.guest else each.pair.host_name
        for each in addressees_of(event, to)
    ]


def test_each_person_reads_it_once(order):
    assert {to: readers(order.event, to) for to in Message.To.values} == {
        "hosts": ["Iris de Wit", "Tom"],
        "guests": ["Daan Okafor", "Kim"],
        "unconfirmed": ["Kim"],
    }


def test_who_was_replaced_or_does_not_come_any_more_reads_nothing(order, now):
    first = order.pairs.get(number=1)
    make_guest(pair=first, name="Weg", email="weg@x.example", replaced_at=now)
    order.pairs.exclude(pk=first.pk).update(state="cancelled", place=None)

    assert {to: readers(order.event, to) for to in Message.To.values} == {
        "hosts": ["Iris de Wit"],
        "guests": ["Daan Okafor"],
        "unconfirmed": [],
    }


def test_a_verdict_for_another_day_is_no_confirmation(order):
    order.event.starts_at = order.event.starts_at.replace(day=11)
    make_guest(
        pair=order.pairs.get(number=3),
        name="Bo",
        email="bo@x.example",
        admitted=True,
        ground="age",
        sector=None,
        judged_for="2027-03-10",
    )

    assert readers(order.event, "unconfirmed") == ["Kim", "Bo"]


def test_looking_sends_nothing_and_says_how_many(desk, order):
    page = post(desk, order.event, step="look")

    assert page.context["number"] == 2
    assert "Verstuur aan 2 mensen" in page.content.decode()
    assert "&lt;b&gt;Zie&lt;/b&gt;" in page.content.decode()
    assert not Message.objects.exists()
    assert not OwedMail.objects.exists()


def test_who_writes_sees_to_which_event(desk, order):
    page = desk.get(reverse("organiser_events:message", args=[order.event.pk])).text

    assert f"<b>{order.event.name}</b>, 10 maart 2027" in page


def test_sending_owes_one_mail_a_person_and_a_double_click_changes_nothing(desk, order):
    key = str(uuid.uuid4())

    for _ in range(2):
        post(desk, order.event, key=key)

    sent = Message.objects.get()
    assert (sent.subject, str(sent.by)) == ("De deur gaat om 9 uur open", "roos")
    assert Addressee.objects.count() == 2
    assert [mail.kind for mail in OwedMail.objects.all()] == ["events.message"] * 2


def test_the_mail_is_text_with_the_own_link_only(desk, order):
    post(desk, order.event)
    mine, toms = Addressee.objects.order_by("pk")

    iris, tom = build(mine), build(toms)

    html = iris.alternatives[0][0]
    assert (iris.to, tom.to) == (["iris@voorbeeld.example"], ["t@x.example"])
    assert "&lt;b&gt;Zie&lt;/b&gt;" in html
    assert 'href="https://voorbeeld.example/route"' in html
    assert "<b>Zie</b> https://voorbeeld.example/route" in iris.body
    assert order.token in iris.body
    assert order.token not in tom.body


def test_who_left_meanwhile_gets_nothing(desk, order, now):
    post(desk, order.event, to="guests")
    daan = Addressee.objects.get(guest__name="Daan Okafor")
    daan.guest.replaced_at = now

    assert build(daan) is None


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"to": "iedereen"}, ["to"]),
        ({"subject": ""}, ["subject"]),
        ({"subject": "x" * 10_000}, ["subject"]),
        ({"text": "nul\x00"}, ["text"]),
        ({"key": "onzin"}, ["key"]),
    ],
)
def test_what_cannot_be_sent_comes_back(desk, order, changes, wrong):
    assert list(errors_of(post(desk, order.event, **changes))) == wrong
    assert not Message.objects.exists()


@pytest.mark.parametrize("step", ["look", "send"])
def test_a_message_to_nobody_is_not_sent(client, step):
    event = make_ticket(event=make_event()).event
    client.force_login(make_organiser("roos", event))

    assert "niemand" in str(errors_of(post(client, event, step=step)))
    assert not Message.objects.exists()


def test_it_stands_in_the_history_of_the_order(desk, order):
    post(desk, order.event)

    page = desk.get(reverse("organiser_orders:inspect", args=[order.pk]))

    assert "bericht van de organisatie" in page.content.decode()


def test_anothers_event_is_not_written_to(desk):
    assert post(desk, make_event()).status_code == 404


def test_earlier_messages_are_paged(desk, order):
    for number in range(21):
        post(desk, order.event, subject=f"Bericht {number}")
    address = reverse("organiser_events:message", args=[order.event.pk])

    pages = [desk.get(address, {"p": page}).context["sent"] for page in (1, 2)]

    subjects = [[message.subject for message in page] for page in pages]
    assert [len(page) for page in subjects] == [20, 1]
    assert subjects[1] == ["Bericht 0"]


def test_only_another_hour_or_place_is_news_for_who_comes(desk, order):
    event = order.event
    mine = {"organisers": [organiser.pk for organiser in event.organisers.all()]}
    news = [
        {"venue": "De Schuur"},
        {"starts_at": at(event.starts_at - timedelta(hours=1))},
        {"capacity": "61"},
    ]

    said = []
    for changed in news:
        answer = change(desk, event, **mine, **changed)
        event.refresh_from_db()
        said.append("".join(told_by(desk.get(answer.url))))

    assert [UNTOLD in each for each in said] == [True, True, False]
    assert reverse("organiser_events:message", args=[event.pk]) in said[0]
