"""What organisers wrote: forgotten after a year, and when a person asks for it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from events.models import Act, Message, Order
from events.organiser.messages.services import Letter, send_message
from events.organiser.one_order.acts import note
from events.organiser.privacy.services import about, erase
from events.organiser.retention import WRITTEN, forget
from tests.factories.events import make_guest, make_paid_order

pytestmark = pytest.mark.django_db
IRIS, DAAN = "iris@voorbeeld.example", "daan@voorbeeld.example"


@pytest.fixture
def roos():
    return User.objects.create_user("roos")


@pytest.fixture
def order(now, roos):
    """With a note, an act that says why, and Daan who confirmed."""
    order = make_paid_order()
    make_guest(pair=order.pairs.get(), admitted=True)
    note(order=order, text="Belde over de rolstoel.", by=roos, now=now)
    Act.objects.create(
        order=order, what="refunded", text=f"Voor {DAAN}.", by=roos, at=now
    )
    return order


def texts() -> list[tuple[str, str]]:
    return list(Act.objects.order_by("pk").values_list("what", "text"))


BOTH = [("note", "Belde over de rolstoel."), ("refunded", f"Voor {DAAN}.")]


@pytest.mark.parametrize(
    ("early", "left"), [(1, BOTH), (0, [("refunded", "")])], ids=["before", "then"]
)
def test_a_year_after_the_event_no_text_is_left(order, early, left):
    forget(now=order.event.ends_at + WRITTEN - timedelta(seconds=early))

    assert texts() == left


def test_a_buyer_reads_the_notes_and_has_them_erased(order):
    over = order.event.ends_at + timedelta(hours=1)
    found = about(IRIS)["Aantekeningen van organisatoren"]

    erase(email=IRIS, now=over)

    assert [row["toelichting"] for row in found] == [text for _, text in BOTH]
    assert texts() == [("refunded", "")]
    assert not Order.objects.filter(buyer_email=IRIS).exists()


def test_a_guest_has_only_the_text_that_names_them_erased(order, now):
    erase(email=DAAN, now=now)

    assert texts() == [BOTH[0], ("refunded", "")]


def test_a_message_to_many_is_told_and_forgotten(order, now, roos):
    letter = Letter("guests", "Trein", "Er rijden bussen.")
    send_message(event=order.event, letter=letter, key=uuid4(), by=roos, now=now)

    found = about(DAAN)["Berichten van de organisatie"]
    forget(now=order.event.ends_at + WRITTEN)

    assert [(row["onderwerp"], row["tekst"]) for row in found] == [
        ("Trein", "Er rijden bussen.")
    ]
    assert "Berichten van de organisatie" not in about(IRIS)
    assert Message.objects.count() == 0
