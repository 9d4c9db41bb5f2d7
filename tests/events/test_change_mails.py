"""What everybody reads when another guest comes along."""

import pytest

from events.guests import mail
from events.guests.services import By, correct_address, hand_over, replace_guest
from events.models import FormerHost, Guest, Pair
from tests.factories.events import make_guest
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db
SAAR = {"name": "Saar Visser", "email": "saar@voorbeeld.example"}


@pytest.fixture(autouse=True)
def _site():
    make_site()


def words(message) -> str:
    return message.body + message.alternatives[0].content


def test_the_first_guest_reads_that_somebody_else_comes_but_not_who(now):
    old = make_guest(admitted=True)
    new = replace_guest(pair=old.pair, by=By.BUYER, now=now, **SAAR)

    message = mail.guest_replaced(Guest.objects.get(pk=old.pk))

    assert message.to == ["daan@voorbeeld.example"]
    assert "je kaartje is niet langer geldig" in message.body
    for secret in ("Saar", new.token, old.token, old.pair.host_token):
        assert secret not in words(message)


def test_the_buyer_reads_who_comes_along_now(now):
    old = make_guest()
    new = replace_guest(pair=old.pair, by=By.HOST, now=now, **SAAR)

    message = mail.new_guest_to_buyer(new)

    assert message.to == ["iris@voorbeeld.example"]
    assert message.subject == (
        "Saar Visser is nu de gast voor Hackathon Een Nieuw Geluid"
    )
    assert old.pair.order.token in message.body
    assert new.token not in words(message)


def test_a_wrong_address_is_mailed_no_more(now):
    old = make_guest()
    correct_address(pair=old.pair, email="d@anders.example", by=By.BUYER, now=now)
    old = Guest.objects.get(pk=old.pk)

    assert mail.guest_replaced(old) is None
    assert mail.invitation(old) is None


def test_a_buyer_who_hosted_reads_about_the_own_place(now):
    """Nobody is spoken to as if they were somebody else."""
    guest = make_guest(admitted=True)
    confirmed = mail.guest_confirmed(guest)
    hand_over(pair=guest.pair, by=By.BUYER, now=now, **SAAR)

    handed_over = mail.handed_over(FormerHost.objects.get())

    assert "Daarmee is jullie duo compleet." in words(confirmed)
    assert "Je plaats voor Hackathon" in handed_over.body
    assert "Je kaartje en de link" in words(handed_over)
    assert "van Iris" not in words(confirmed) + words(handed_over)


def test_a_host_reads_about_the_own_guest_and_another_buyer_about_whose_it_is(now):
    guest = make_guest(invited_at=now)
    to_host = [mail.new_guest(guest), mail.guest_silent(guest)]
    Pair.objects.update(host_name="Farida", host_email="farida@voorbeeld.example")
    guest.pair.refresh_from_db()

    to_buyer = [mail.new_guest_to_buyer(guest), mail.guest_silent_to_buyer(guest)]

    for message in to_host:
        assert "je gast" in message.body
        assert "de gast van" not in words(message)
    for message in to_buyer:
        assert "de gast van Farida" in message.body
        assert "je gast" not in words(message)
