"""A host gives the own place to somebody else: rule 5, its pages and its mails."""

from datetime import timedelta

import pytest
from django.urls import reverse

from events.guests import mail
from events.guests.retention import forget
from events.guests.services import By, NotCurrent, SamePerson, TooLate, hand_over
from events.models import Cancellation, FormerHost, Guest, Pair, Resale
from home.models import OwedMail
from tests.factories.events import make_guest, make_paid_order
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db
NOOR = {"name": "Noor Bakker", "email": "noor@voorbeeld.example"}


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture
def pair() -> Pair:
    return make_guest(admitted=True).pair


def owed() -> list[str]:
    return list(OwedMail.objects.order_by("kind").values_list("kind", flat=True))


def test_the_new_host_has_a_new_link_and_code_and_the_guest_stays(pair, now):
    guest = Guest.objects.get()

    new = hand_over(pair=pair, by=By.HOST, now=now, **NOOR)

    former = FormerHost.objects.get()
    assert (new.host_name, new.host_email) == tuple(NOOR.values())
    assert not {new.host_token, new.host_code} & {pair.host_token, pair.host_code}
    assert (former.name, former.token, former.code, former.by_host) == (
        "Iris de Wit",
        pair.host_token,
        pair.host_code,
        True,
    )
    assert Guest.objects.get() == guest
    assert owed() == ["events.handed_over", "events.host_ticket"]


def test_a_buyer_who_is_neither_host_hears_of_it(pair, now):
    Pair.objects.update(host_name="Farida", host_email="farida@voorbeeld.example")

    hand_over(pair=pair, by=By.HOST, now=now, **NOOR)

    former = FormerHost.objects.get()
    assert owed() == [
        "events.handed_over",
        "events.handed_over_to_buyer",
        "events.host_ticket",
    ]
    to_old, to_buyer = mail.handed_over(former), mail.handed_over_to_buyer(former)
    new = Pair.objects.get()
    assert [to_old.to, to_buyer.to] == [
        ["farida@voorbeeld.example"],
        ["iris@voorbeeld.example"],
    ]
    assert new.order.token in to_buyer.body
    for secret in (new.order.token, new.host_token, new.host_code):
        assert secret not in to_old.body + to_old.alternatives[0].content
    ticket = mail.host_ticket(new)
    assert ticket.to == ["noor@voorbeeld.example"]
    assert "Farida geeft jou een plaats door voor" in ticket.body
    assert "Farida gaf ons je naam" in ticket.body


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("buyer", "Het duo is daarna geannuleerd."),
        ("resold", "Daarna nam iemand anders het hele duo over."),
        ("event", "Hackathon Een Nieuw Geluid gaat intussen niet meer door."),
    ],
)
def test_the_old_host_hears_why_the_pair_is_gone_before_the_mail_went(
    pair, now, reason, words
):
    hand_over(pair=pair, by=By.BUYER, now=now, **NOOR)
    Pair.objects.update(state=Pair.State.CANCELLED, place=None)
    Cancellation.objects.create(
        pair=pair, reason=reason, price=0, kept=0, refunded=0, cancelled_at=now
    )
    if reason == "resold":
        Resale.objects.create(pair=pair, put_back_at=now, ended_at=now, how="sold")

    former = FormerHost.objects.get()
    [to_old, to_buyer] = mail.handed_over(former), mail.handed_over_to_buyer(former)

    assert to_old.to == ["iris@voorbeeld.example"]
    assert "is overgedragen aan Noor Bakker" in to_old.body
    assert words in to_old.body
    assert "kreeg een eigen kaartje" not in to_old.body
    assert to_buyer is None


def test_a_second_click_and_the_same_address_hand_nothing_over(pair, now):
    new = hand_over(pair=pair, by=By.BUYER, now=now, **NOOR)

    again = hand_over(pair=pair, by=By.BUYER, now=now, **NOOR)

    assert again.host_token == new.host_token
    assert FormerHost.objects.count() == 1
    with pytest.raises(SamePerson):
        hand_over(pair=pair, by=By.BUYER, now=now, name="N.", email=NOOR["email"])


def test_after_the_deadline_only_the_organiser_hands_over(pair):
    late = pair.order.event.changes_until

    for by in (By.BUYER, By.HOST):
        with pytest.raises(TooLate):
            hand_over(pair=pair, by=by, now=late, **NOOR)

    assert hand_over(pair=pair, by=By.ORGANISER, now=late, **NOOR).host_name == (
        "Noor Bakker"
    )


def test_a_pair_without_host_or_place_is_not_handed_over(pair, now):
    nobody = make_paid_order(pairs=2).pairs.get(number=2)
    Pair.objects.filter(pk=pair.pk).update(state=Pair.State.CANCELLED, place=None)

    for found in (nobody, pair):
        with pytest.raises(NotCurrent):
            hand_over(pair=found, by=By.ORGANISER, now=now, **NOOR)


def test_on_the_host_page_the_old_link_says_at_once_that_it_is_over(client, pair):
    token = pair.host_token
    typed = {"over-name": "Noor Bakker", "over-email": "noor@voorbeeld.example"}
    assert "Jouw plaats overdragen" in client.get(reverse("host", args=[token])).text

    address = reverse("host_hand_over", args=[token])
    answer = client.post(address, typed, follow=True)

    assert (answer.status_code, FormerHost.objects.count()) == (410, 1)
    assert "Je plaats is overgedragen" in answer.text
    assert "Noor" not in answer.text
    for name in ("host_ticket", "host_calendar"):
        assert client.get(reverse(name, args=[token])).status_code == 410
    assert client.post(address, typed, follow=True).status_code == 410
    new = Pair.objects.get()
    assert client.get(reverse("host", args=[new.host_token])).status_code == 200


def test_the_buyer_hands_over_and_no_longer_sees_the_code(client, pair):
    order = pair.order
    typed = {"over1-name": "Noor Bakker", "over1-email": "noor@voorbeeld.example"}

    address = reverse("order_hand_over", args=[order.reference, order.token, 1])
    answer = client.post(address, typed, follow=True)

    assert answer.status_code == 200
    assert "Noor Bakker krijgt nu een mail met een eigen kaartje." in answer.text
    assert 'class="qr"' not in answer.text


def test_who_gave_the_own_place_away_is_not_told_to_be_in(client, pair):
    Guest.objects.all().delete()
    order = pair.order
    typed = {"over1-name": "Noor Bakker", "over1-email": "noor@voorbeeld.example"}
    before = client.get(reverse("order", args=[order.reference, order.token]))

    address = reverse("order_hand_over", args=[order.reference, order.token, 1])
    after = client.post(address, typed, follow=True)

    assert "Jij bent binnen. Nu je gast nog" in before.text
    assert "Je duo is binnen. Nu de gast nog" in after.text
    assert ("Wie neem je mee?" in before.text, "Wie komt er mee?" in after.text) == (
        True,
        True,
    )


def test_a_wrong_answer_stands_at_its_field(client, pair):
    typed = {"over-name": "x" * 10_000, "over-email": "noor"}

    answer = client.post(reverse("host_hand_over", args=[pair.host_token]), typed)

    (form,) = answer.context["refused"]
    assert (answer.status_code, form.errors) == (
        422,
        {
            "name": ["Dit is te lang. Hoogstens 120 tekens."],
            "email": ["Dit is geen e-mailadres. Het lijkt op naam@voorbeeld.nl."],
        },
    )
    assert FormerHost.objects.count() == 0


def test_a_former_host_is_forgotten_30_days_after_the_event(pair, now):
    hand_over(pair=pair, by=By.HOST, now=now, **NOOR)

    forget(now=pair.order.event.ends_at + timedelta(days=30))

    former = FormerHost.objects.get()
    assert (former.name, former.email) == ("", "")
