"""Somebody writes to us, well or badly."""

import pytest

from home.models import Message
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db

GOOD = {
    "name": "Els Dijkman",
    "email": "els@voorbeeld.example",
    "text": "Dag allemaal.",
}


def test_a_message_is_kept_and_mailed_with_the_visitor_to_answer_to(
    client, mailoutbox, django_capture_on_commit_callbacks
):
    make_site()

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post("/contact/", GOOD)

    assert response["Location"] == "/contact/?verstuurd=1"
    kept = Message.objects.values("name", "email", "text").get()
    assert kept == GOOD
    assert [(mail.to, mail.reply_to) for mail in mailoutbox] == [
        (["post@een-nieuw-geluid.example"], ["els@voorbeeld.example"])
    ]


def test_after_sending_the_page_says_so(client):
    make_site()

    html = client.get("/contact/?verstuurd=1").content.decode()

    assert "Je bericht is binnen." in html
    assert "<form" not in html.split("<main")[1].split("</main>")[0]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": ""}, "Vul je naam in."),
        ({"email": ""}, "Vul je e-mailadres in"),
        ({"text": "   "}, "Schrijf waar je bericht over gaat."),
        ({"email": "els@"}, "Dit is geen e-mailadres."),
        ({"email": "31 februari"}, "Dit is geen e-mailadres."),
        ({"name": "e" * 10_000}, "Hoogstens 120 tekens."),
        ({"text": "e" * 10_000}, "Hoogstens 5000 tekens."),
        ({"text": "nul\x00teken"}, "Er staat een teken in"),
        ({"name": "nul\x00teken"}, "Er staat een teken in"),
    ],
)
def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(client, changed, sentence):
    make_site()

    response = client.post("/contact/", {**GOOD, **changed})

    html = response.content.decode()
    assert response.status_code == 422
    assert sentence in html
    assert html.count("Nog 1 ding") == 1
    kept = {**GOOD, **changed}
    assert all(value in html for value in kept.values() if value.strip())
    assert Message.objects.count() == 0


def test_emoji_quotes_and_tags_are_only_text(client):
    make_site()
    odd = {**GOOD, "name": 'Els 💥 "<b>"', "text": "</textarea><script>"}

    response = client.post("/contact/", odd)

    assert response.status_code == 302
    assert Message.objects.get().name == 'Els 💥 "<b>"'


def test_a_robot_is_thanked_and_forgotten(client, mailoutbox):
    make_site()

    response = client.post("/contact/", {**GOOD, "website": "https://koop.example"})

    assert response.status_code == 302
    assert Message.objects.count() == 0
    assert mailoutbox == []


def test_too_many_messages_have_to_wait(client):
    make_site()
    for _ in range(5):
        client.post("/contact/", GOOD)

    response = client.post("/contact/", GOOD)

    assert response.status_code == 422
    assert "Probeer het over een uur" in response.content.decode()
    assert Message.objects.count() == 5
