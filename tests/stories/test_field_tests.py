"""Readers who know the work judge a practice story; its organisation may answer."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail as outbox
from django.db import IntegrityError, transaction

from home.mail.services import pay_owed_mail
from home.models import Confirmation
from stories.field_tests import retention
from stories.field_tests.models import LINK_LASTS
from stories.field_tests.services import ask_organisation
from stories.models import FieldTest, Reply, Ruling
from stories.reactions.retention import AFTERWARDS, TO_BE_READ
from tests.asked import statements
from tests.factories.home import make_organisation, make_site
from tests.factories.reactions import (
    WILMA,
    make_practice_story,
    make_reader,
    make_reply,
    make_verdict,
)
from tests.factories.stories import make_full_story, make_series, make_story
from tests.stories.desk import edit_address, make_user

pytestmark = pytest.mark.django_db
WORDS = {
    "verdict": "other",
    "reason": "Bij ons zat de klantenservice wel aan tafel.",
    "role": "teamleider",
    "email": WILMA,
}


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


def page_of(story) -> str:
    return f"/verhalen/{story.slug}/praktijktoets/"


def judge(client, story, **changes):
    return client.post(page_of(story), {**WORDS, **changes})


def press(client, **typed):
    asked = Confirmation.objects.latest("pk")
    return client.post(f"/bevestigen/{asked.token}/", typed)


def totals(story) -> tuple[int, int]:
    fresh = type(story).objects.get(pk=story.pk)
    return fresh.recognised, fresh.contested


def test_a_verdict_counts_after_the_click_and_its_reason_after_a_moderator(client, now):
    story = make_practice_story()
    judge(client, story)
    before = totals(story)

    shown = client.get(f"/bevestigen/{Confirmation.objects.get().token}/").text
    answer = press(client)

    assert "Niet herkenbaar. Bij ons zat" in shown
    assert (before, totals(story)) == ((0, 0), (0, 1))
    page = client.get(answer.url).text
    assert "Je oordeel telt mee." in page
    assert "aan tafel" not in page
    client.force_login(make_user("Moderatoren"))
    said = FieldTest.objects.get()
    client.post("/cms/reacties/praktijktoets/", {"said": said.pk, "act": "approve"})
    page = client.get(page_of(story)).text
    assert "wel aan tafel" in page
    assert "Teamleider" in page
    assert WILMA not in page


def test_a_second_verdict_replaces_the_first_once_it_is_confirmed(client, now):
    story, other = make_practice_story(), make_practice_story()
    for each in (story, other):
        make_verdict(each, now=now)
    judge(client, story)
    waiting = totals(story)

    press(client)

    assert (waiting, totals(story), totals(other)) == ((1, 0), (0, 1), (1, 0))
    assert FieldTest.objects.count() == 2


def test_who_knows_an_address_changes_nothing(client, now):
    story = make_practice_story()
    make_verdict(story, now=now)
    judge(client, story)

    press(client, nee="1")

    assert totals(story) == (1, 0)


def test_to_recognise_it_no_reason_is_asked(client, now):
    story = make_practice_story()

    judge(client, story, verdict="same", reason="")
    press(client)

    assert FieldTest.objects.get().state == "shown"
    assert totals(story) == (1, 0)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"verdict": ""}, "Kies herkenbaar of niet herkenbaar."),
        ({"verdict": "x"}, "Kies uit de lijst."),
        ({"reason": ""}, "Schrijf wat er bij jullie anders gaat."),
        ({"reason": "www.a.example"}, "Zet het er in je eigen woorden bij."),
        ({"reason": "x" * 1001}, "Hoogstens 1000 tekens."),
        ({"role": ""}, "Kies je rol"),
        ({"role": "koning"}, "Kies uit de lijst."),
        ({"email": "wilma"}, "Dit is geen e-mailadres."),
    ],
)
def test_what_is_wrong_is_said(wrong, said, client):
    page = judge(client, make_practice_story(), **wrong)

    assert page.status_code == 422
    assert said in page.text
    assert not FieldTest.objects.exists()


def test_a_robot_is_not_heard(client):
    answer = judge(client, make_practice_story(), website="x")

    assert answer.status_code == 302
    assert not FieldTest.objects.exists()


@pytest.mark.parametrize(
    "fields", [{"testable": False}, {"kind": "column"}, {"live": False}]
)
def test_only_a_practice_story_with_it_on_is_tested(fields, client):
    story = make_practice_story(**fields)

    late = judge(client, story)

    assert client.get(page_of(story)).status_code == 404
    assert not FieldTest.objects.exists()
    if fields.get("live", True):
        assert "Praktijktoets" not in client.get(story.url).text
        assert WORDS["reason"] in late.text  # typed while it was switched off
        assert "Over dit verhaal vragen we geen oordeel meer." in late.text
        assert late.status_code == 422
    else:
        assert late.status_code == 404


def test_the_database_keeps_one_verdict_per_reader(now):
    verdict = make_verdict(now=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_verdict(verdict.story, now=now)


def test_the_story_shows_the_totals_and_costs_no_more(client, now):
    practice = {"kind": "praktijkverhaal", "testable": True}
    story = make_full_story(series=make_series(), **practice)
    for number in range(30):
        make_verdict(story, now=now, email=f"{number}@x.example")
    make_verdict(story, now=now, verdict="other")
    make_reply(story, now=now, text="Zo was het.", name="Bas", answered_at=now)

    at_the_story = statements(client, story.url)
    on_its_page = statements(client, page_of(story))

    assert len(at_the_story) <= 8
    assert len(on_its_page) <= 9
    page = " ".join(client.get(story.url).text.split())
    assert "<dt>herkenbaar</dt><dd><b>30</b></dd>" in page
    assert "<dt>niet herkenbaar</dt><dd><b>1</b></dd>" in page
    assert "Pagina 1 van 2" in client.get(page_of(story)).text


def test_a_hidden_reason_leaves_the_verdict(client, now):
    said = make_verdict(now=now, reason="Koop bij mij.")
    client.force_login(make_user("Eindredactie"))

    asked = {"said": said.pk, "act": "hide", "ground": "advert"}
    client.post("/cms/reacties/praktijktoets/", asked)

    assert totals(said.story) == (1, 0)
    assert "Koop bij mij." not in client.get(page_of(said.story)).text
    assert Ruling.objects.get().field_test == said
    log = client.get("/huisregels/besluiten/").text
    assert "een toelichting bij de praktijktoets van" in log


def test_an_editor_asks_the_organisation_and_it_answers_in_public(
    client, editor, now, django_capture_on_commit_callbacks
):
    story = make_practice_story(organisation=make_organisation("Lichtmeer"))
    desk = f"/cms/praktijktoets/{story.pk}/"
    assert desk in client.get(edit_address(story)).text

    with django_capture_on_commit_callbacks(execute=True):
        client.post(desk, {"email": "pers@lichtmeer.example"})

    reply = Reply.objects.get()
    link = f"/praktijktoets/antwoord/{reply.token}/"
    assert link in outbox.outbox[0].body
    client.logout()
    asking = client.get(link)
    said = {"text": "We begonnen opnieuw.", "name": "Bas Terpstra, manager"}
    client.post(link, said)
    page = client.get(page_of(story)).text
    assert asking["Cache-Control"] == "private, no-store"
    assert asking["X-Robots-Tag"] == "noindex, nofollow"
    assert "Lichtmeer antwoordt" in page
    assert '<section class="comment flow snug" aria-labelledby="antwoord">' in page
    assert "We begonnen opnieuw." in page
    assert "Bas Terpstra, manager" in page
    assert "pers@lichtmeer.example" not in page


def test_a_new_link_replaces_the_old_one_and_both_end(
    client, editor, now, time_machine
):
    reply = make_reply(now=now)
    old = f"/praktijktoets/antwoord/{reply.token}/"

    client.post(f"/cms/praktijktoets/{reply.story_id}/", {"email": "b@x.example"})

    reply.refresh_from_db()
    new = f"/praktijktoets/antwoord/{reply.token}/"
    answers = [client.get(link).status_code for link in (old, new)]
    time_machine.move_to(now + LINK_LASTS, tick=False)
    assert [*answers, client.get(new).status_code] == [410, 200, 410]


def test_an_answer_without_words_is_no_answer(client, now):
    reply = make_reply(now=now)

    page = client.post(f"/praktijktoets/antwoord/{reply.token}/", {"text": " "})

    assert page.status_code == 422
    assert "Schrijf jullie antwoord." in page.text
    assert "Vul in wie dit namens de organisatie zegt." in page.text


def test_nobody_is_asked_about_a_story_that_nobody_can_read(client, editor, now):
    story = make_practice_story()
    story.unpublish()

    client.post(f"/cms/praktijktoets/{story.pk}/", {"email": "b@x.example"})

    assert not Reply.objects.exists()


def test_an_organisation_is_not_led_to_a_story_that_is_off_the_site(client, now):
    story = make_practice_story()
    asked = {"email": "pers@lichtmeer.example", "by": None, "now": now}
    reply = ask_organisation(story=story, **asked)
    story.unpublish()
    link = f"/praktijktoets/antwoord/{reply.token}/"

    answer = client.post(link, {"text": "Zo.", "name": "Bas"})
    page = client.get(answer.url).text
    pay_owed_mail(now=now)

    assert "Het verhaal staat nu niet op de site." in page
    assert "Jullie antwoord staat op de site." not in page
    assert f'href="{story.get_url()}"' not in page
    assert outbox.outbox == []


def test_an_editor_takes_an_answer_away(client, editor, now):
    reply = make_reply(now=now, text="Zo.", name="Bas", answered_at=now)
    desk = f"/cms/praktijktoets/{reply.story_id}/"
    assert "Haal het antwoord weg" in client.get(desk).text

    client.post(desk, {"weg": "1"})

    assert not Reply.objects.exists()
    wrong = client.post(desk, {"email": "geen adres"})
    assert wrong.status_code == 422


@pytest.mark.parametrize("group", ["", "Moderatoren"])
def test_who_may_not_edit_the_story_asks_nobody(group, client, now):
    story = make_practice_story()
    if group:
        client.force_login(make_user(group))

    answer = client.post(f"/cms/praktijktoets/{story.pk}/", {"email": "b@x.example"})

    assert answer.status_code == 302
    assert not Reply.objects.exists()


def test_another_kind_of_story_is_not_asked_about(client, editor):
    assert client.get(f"/cms/praktijktoets/{make_story().pk}/").status_code == 404


def test_who_asks_gets_it_and_loses_it(now):
    said = make_verdict(now=now)
    reply = make_reply(
        said.story, now=now, email=WILMA, text="Zo.", name="Wilma", answered_at=now
    )

    told = retention.about(WILMA)
    retention.erase(email=WILMA, now=now)

    assert [row["toelichting"] for row in told["Praktijktoets"]] == ["Zo is het."]
    assert [row["antwoord"] for row in told["Antwoorden namens een organisatie"]] == [
        "Zo."
    ]
    reply.refresh_from_db()
    assert (reply.email, reply.name, reply.text) == ("", "", "Zo.")
    assert not FieldTest.objects.exists()


def test_it_is_forgotten_in_time(now):
    make_verdict(now=now)
    make_verdict(now=now, state="waiting", email="els@x.example")
    make_reply(now=now)
    make_reader(now=now)

    early = retention.forget(now=now + AFTERWARDS - timedelta(days=1))
    unread = retention.forget(now=now + AFTERWARDS)
    reasons = list(FieldTest.objects.order_by("pk").values_list("reason", "ground"))
    old = retention.forget(now=now + TO_BE_READ)

    assert (early, unread, old) == (0, 2, 3)
    assert reasons == [("Zo is het.", ""), ("", "gone")]


def test_the_last_mail_to_an_organisation_has_the_link_that_works(now, mailoutbox):
    story, by = make_practice_story(), User.objects.create_user("els")
    for moment in (now, now + timedelta(milliseconds=1)):
        asked = {"email": "pers@belco.example", "by": by, "now": moment}
        reply = ask_organisation(story=story, **asked)
        pay_owed_mail(now=moment)

    assert len(mailoutbox) == 2
    assert reply.token in mailoutbox[-1].body
