"""A mail address is somebody's once they pressed a button, and not before."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import Confirmation, Message, OwedMail, Reader
from home.readers import retention
from home.readers.mail import confirm as written
from home.readers.models import LINK_LASTS
from home.readers.purposes import Purpose, confirms
from home.readers.services import (
    A_DAY,
    PATIENCE,
    TooManyAsked,
    ask_to_confirm,
    confirm,
    reader_for,
)
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db
IRIS = "iris@voorbeeld.example"
LOCKED = ["home_reader", "home_confirmation"]


def publish(about, *, now):
    Message.objects.filter(pk=about.pk).update(text=f"{about.text} Geplaatst.")


def drop(about, *, now):
    about.delete()


def to_the_front_page(_about):
    return "/"


WORDS = ("een berichtje", "Ja, plaats het")
confirms("tests.message", Purpose(Message, *WORDS, publish, drop, to_the_front_page))


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


def ask(now, email=IRIS, text="Hallo.", about=None):
    """A message that waits for a click, and the link to it."""
    message = Message.objects.filter(pk=about).first() or Message.objects.create(
        name="Iris", email=email, text=text, sent_at=now
    )
    reader = reader_for(email, now=now)
    return ask_to_confirm(
        reader=reader, purpose="tests.message", about=message, now=now
    )


def link(asked):
    return f"/bevestigen/{asked.token}/"


def test_capitals_and_spaces_make_no_other_reader(now):
    one = reader_for(" Iris@Voorbeeld.Example ", now=now)

    two = reader_for(IRIS, now=now)

    assert (one.pk, one.email) == (two.pk, IRIS)


def test_looking_at_the_link_changes_nothing(
    client, now, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        asked = ask(now)

    page = client.get(link(asked))

    assert page.status_code == 200
    assert "Ja, plaats het" in page.text
    assert page["Cache-Control"] == "private, no-store"
    assert Reader.objects.get().confirmed_at is None
    assert Message.objects.get().text == "Hallo."
    assert link(asked) in outbox.outbox[-1].body


def test_the_button_confirms_once(client, now):
    asked = ask(now)

    answers = [client.post(link(asked)) for _ in range(2)]

    assert [(answer.status_code, answer.url) for answer in answers] == [(302, "/")] * 2
    assert Reader.objects.get().confirmed_at == now
    assert Message.objects.get().text == "Hallo. Geplaatst."
    assert "al bevestigd" in client.get(link(asked)).text


def test_who_presses_takes_the_rows_in_the_order_of_who_asks(now):
    """Else the one waits for the other in a circle."""
    asked = ask(now)

    def tables(act, **about) -> list[str]:
        with CaptureQueriesContext(connection) as queries:
            act(now=now, **about)
        sql = [each["sql"] for each in queries if each["sql"].startswith("SELECT")]
        found = [each.split('FROM "')[1].split('"')[0] for each in sql]
        return [each for each in found if each in LOCKED][:2]

    assert tables(confirm, asked=asked) == LOCKED
    assert tables(ask, about=asked.about_id) == LOCKED


def test_who_says_this_is_not_me_is_forgotten(client, now):
    asked = ask(now)

    answer = client.post(link(asked), {"nee": "1"})

    assert "verwijderd" in answer.text
    assert not Message.objects.exists()
    assert not Reader.objects.exists()
    assert client.post(link(asked)).status_code == 410


def test_who_refuses_one_thing_may_confirm_the_other(client, now):
    one, other = ask(now), ask(now, text="Dit wel.")

    client.post(link(one), {"nee": "1"})
    client.post(link(other))

    assert Message.objects.get().text == "Dit wel. Geplaatst."


def test_who_is_known_stays_known_when_they_refuse(client, now):
    """What hangs on the address would go along."""
    client.post(link(ask(now)))
    Confirmation.objects.all().delete()  # after a month, as nobody needs it

    client.post(link(ask(now, text="Van een ander.")), {"nee": "1"})

    assert Reader.objects.get().confirmed_at == now
    assert not Message.objects.filter(text="Van een ander.").exists()


def test_a_confirmed_request_is_not_refused_any_more(client, now):
    asked = ask(now)
    client.post(link(asked))

    answer = client.post(link(asked), {"nee": "1"})

    assert answer.status_code == 410
    assert Message.objects.exists()


def test_an_old_link_says_so(client, now, time_machine):
    asked = ask(now)
    time_machine.move_to(now + LINK_LASTS, tick=False)

    answers = [client.get(link(asked)), client.post(link(asked))]

    assert [answer.status_code for answer in answers] == [410, 410]
    assert all("werkt niet meer" in answer.text for answer in answers)
    assert Reader.objects.get().confirmed_at is None


def test_what_is_gone_cannot_be_confirmed(client, now):
    asked = ask(now)
    Message.objects.all().delete()

    answer = client.post(link(asked))

    assert answer.status_code == 410
    assert "werkt niet meer" in answer.text


@pytest.mark.parametrize("token", ["x", "é" * 300, "%00"])
def test_a_link_that_never_was_says_what_to_do(client, token):
    page = client.get(f"/bevestigen/{token}/")

    assert page.status_code == (400 if token == "%00" else 410)
    assert token == "%00" or "Vraag het opnieuw aan" in page.text


def test_asked_again_it_is_mailed_again_but_not_at_once(
    now, time_machine, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        asked = ask(now)
    message, reader = Message.objects.get(), asked.reader

    sent = []
    for later in (PATIENCE / 2, PATIENCE * 2):
        time_machine.move_to(now + later, tick=False)
        with django_capture_on_commit_callbacks(execute=True):
            ask_to_confirm(
                reader=reader, purpose="tests.message", about=message, now=now + later
            )
        sent.append(len(outbox.outbox))

    assert sent == [1, 2]
    assert Confirmation.objects.count() == 1


@pytest.mark.parametrize("texts", [["Een"] * A_DAY, list("vijf!")])
def test_nobody_fills_the_inbox_of_a_stranger(texts, now, time_machine):
    """Not with one thing asked over and over, nor with many."""
    messages = {}
    for number, text in enumerate(texts):
        later = now + number * PATIENCE
        time_machine.move_to(later, tick=False)
        messages[text] = ask(later, about=messages.get(text)).about_id

    with pytest.raises(TooManyAsked):
        ask(later + PATIENCE, about=messages[text])
    with pytest.raises(TooManyAsked):
        ask(later + PATIENCE, text="Nog een")

    assert ask(later + timedelta(days=1), text="Een dag later").given_at is None


def test_who_confirms_may_ask_on_and_keeps_the_first_moment(client, now, time_machine):
    for number in range(A_DAY):
        later = now + number * PATIENCE
        time_machine.move_to(later, tick=False)
        client.post(link(ask(later, text=f"Nummer {number}")))

    asked = ask(later, text="Nog een")

    assert asked.given_at is None
    assert Reader.objects.get().confirmed_at == now


def test_who_confirmed_and_asks_again_is_mailed_again(client, now):
    asked = ask(now)
    client.post(link(asked))

    again = ask(now + timedelta(seconds=1), about=asked.about_id)

    assert (again.pk, again.given_at) == (asked.pk, None)
    assert OwedMail.objects.filter(kind="home.confirm").count() == 2
    assert "en we vergeten je adres" not in written(again).body  # it is known


def test_who_is_not_known_is_forgotten_without_a_click(now):
    assert "en we vergeten je adres vanzelf." in written(ask(now)).body


def test_who_does_not_answer_refuses(now):
    asked = ask(now)

    gone = [
        retention.forget(now=now + LINK_LASTS - timedelta(days=days)) > 0
        for days in (1, 0, 0)
    ]

    assert gone == [False, True, False]
    assert not Message.objects.exists()
    assert not Reader.objects.filter(pk=asked.reader_id).exists()


def test_an_address_on_which_nothing_hangs_is_forgotten(client, now):
    client.post(link(ask(now)))

    gone = [
        retention.forget(now=now + retention.UNUSED - timedelta(days=days))
        for days in (1, 0)
    ]

    assert gone == [0, 2]
    assert not Reader.objects.exists()
    assert Message.objects.exists()


def test_what_is_kept_of_an_address_is_told_and_erased(client, now):
    client.post(link(ask(now)))

    told = retention.about(IRIS.upper())
    retention.erase(email=IRIS.upper(), now=now)

    assert told == {
        "Je adres": [{"e-mailadres": IRIS, "eerste vraag op": now, "bevestigd op": now}]
    }
    assert retention.about(IRIS) == {"Je adres": []}
