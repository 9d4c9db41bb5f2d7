"""The links of an address again; nobody learns from it who is known."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.core.management import call_command

from events.models import Guest, LinkRequest, Pair
from events.my_links import mail, retention
from events.my_links.services import PATIENCE, ask_for_links
from home.mail.models import OwedMail
from home.mail.services import pay_owed_mail
from tests.factories.events import make_event, make_guest, make_paid_order, make_ticket
from tests.factories.home import make_site
from tests.factories.waiting import make_waiting

pytestmark = pytest.mark.django_db
ADDRESS = "/tickets/link/"
IRIS = "iris@voorbeeld.example"


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


def asked(email, now):
    """The mail of who asks, or None."""
    ask_for_links(email=email, now=now)
    return mail.links(LinkRequest.objects.latest("pk"))


def test_known_and_unknown_get_the_same_answer_for_the_same_work(
    client, django_assert_num_queries
):
    make_paid_order()
    answers = []

    for email in (IRIS, "niemand@voorbeeld.example"):
        with django_assert_num_queries(5):
            answer = client.post(ADDRESS, {"email": email})
        answers.append((answer.status_code, answer.url, answer.content))

    assert answers[0] == answers[1] == (302, f"{ADDRESS}?verstuurd=1", b"")
    assert "Kennen we dit adres" in client.get(answers[0][1]).text
    assert outbox.outbox == []  # not in this request: that would take longer for one


def test_the_mail_of_tick_goes_to_who_is_known_only(client, now):
    order = make_paid_order()
    client.post(ADDRESS, {"email": " Iris@Voorbeeld.example "})
    client.post(ADDRESS, {"email": "niemand@voorbeeld.example"})

    pay_owed_mail(now=now)

    assert [message.to for message in outbox.outbox] == [[IRIS]]
    assert order.token in outbox.outbox[0].body
    assert OwedMail.objects.exclude(dropped_at=None).count() == 1


def test_one_mail_has_the_links_of_buyer_host_and_guest(now):
    bought = make_paid_order(pairs=2)
    hosted = make_paid_order(buyer_email="ander@voorbeeld.example").pairs.get()
    Pair.objects.filter(pk=hosted.pk).update(host_name="Iris", host_email=IRIS.upper())
    invited = make_guest(email=IRIS)

    message = asked(IRIS, now)

    assert message.subject == "Je links bij Een Nieuw Geluid"
    for token in (bought.token, hosted.host_token, invited.token):
        assert token in message.body
        assert token in message.alternatives[0].content
    assert bought.pairs.first().host_token not in message.body


def test_what_is_over_replaced_declined_or_not_paid_is_left_out(now):
    daan = "daan@voorbeeld.example"
    gone = make_event(starts_at=now - timedelta(hours=8))
    make_paid_order(ticket=make_ticket(event=gone), buyer_email=daan)
    returned = make_paid_order(status="returned", buyer_email=daan)
    make_waiting(returned.event, email=daan, state="lapsed", offer_until=now)
    cancelled = make_paid_order().pairs
    cancelled.update(state="cancelled", place=None, host_email=daan)
    make_guest(replaced_at=now)
    make_guest(declined_at=now)
    make_guest(invited_at=None)
    Guest.objects.update(email=daan)

    assert asked(daan, now) is None


def test_who_asks_twice_in_ten_minutes_gets_one_mail(now):
    make_paid_order()

    for later in (timedelta(0), PATIENCE - timedelta(seconds=1), PATIENCE):
        ask_for_links(email=IRIS, now=now + later)

    assert OwedMail.objects.filter(kind="events.links").count() == 2


def test_a_visitor_may_ask_five_times_an_hour(client):
    for number in range(5):
        client.post(ADDRESS, {"email": f"a{number}@voorbeeld.example"})

    answer = client.post(ADDRESS, {"email": IRIS})

    assert answer.status_code == 422
    assert "Probeer het over een uur nog eens." in answer.text
    assert LinkRequest.objects.count() == 5


@pytest.mark.parametrize("email", ["", "geen adres", "a\x00@b.nl", "x" * 9000, "💥@a"])
def test_what_is_no_address_is_said_at_the_field(client, email):
    answer = client.post(ADDRESS, {"email": email})

    assert answer.status_code == 422
    assert 'id="id_email_error"' in answer.text or "error" in answer.text
    assert LinkRequest.objects.count() == 0


def test_the_form_works_without_a_cookie(client):
    page = client.get(ADDRESS)

    assert page.status_code == 200
    assert page.cookies == {}
    assert "csrfmiddlewaretoken" not in page.text


def test_an_address_that_was_asked_is_forgotten_in_a_day(now, time_machine):
    ask_for_links(email=IRIS, now=now)

    retention.forget(now=now + retention.ASKED - timedelta(seconds=1))
    kept = LinkRequest.objects.count()
    time_machine.move_to(now + retention.ASKED, tick=False)
    call_command("forget_people")

    assert (kept, LinkRequest.objects.count()) == (1, 0)
