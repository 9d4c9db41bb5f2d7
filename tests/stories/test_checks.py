"""A draft, read by who is in it: by a link, for a while, with an answer."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.core import mail as outbox
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from home.mail.services import pay_owed_mail
from stories.checks import retention
from stories.checks.models import Check
from stories.checks.services import AlreadyAnswered, NothingToRead, TooLate, answer, ask
from stories.models import Credit, Topic
from tests.factories.home import make_person
from tests.factories.stories import make_story
from tests.stories.desk import make_user

pytestmark = pytest.mark.django_db


def make_draft(title="De kaart", **fields):
    story = make_story(title, live=False, by=make_person("Milan Kuiper"), **fields)
    story.save_revision()
    return story


def make_check(story=None, *, now=None, **fields) -> Check:
    asked = {"name": "Bas Terpstra", "email": "bas@voorbeeld.example", "by": None}
    now = now or timezone.now()
    return ask(story=story or make_draft(), now=now, **(asked | fields))


def address(check) -> str:
    return reverse("fact_check", args=[check.token])


def test_the_link_shows_the_draft_that_was_asked_about_and_no_later_one(client):
    story = make_draft("De kaart")
    check = make_check(story)
    story.title = "Intussen anders"
    story.save_revision()

    response = client.get(address(check))

    html = response.content.decode()
    assert "De kaart</h1>" in html
    assert "Milan Kuiper" in html
    assert "Intussen anders" not in html
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    assert check.token not in html


def test_names_and_topics_are_those_of_the_version_that_is_read(client):
    story = make_draft(topics=["planning"])
    text, lotte = Credit.Part.TEXT, make_person("Lotte Brandsma")
    story.credits = [Credit(person=lotte, part=text)]
    story.topics.set(Topic.objects.filter(slug="opleiden"))
    story.save_revision()  # the rows of the story are still those of before

    html = client.get(address(make_check(story))).text

    assert ["Lotte Brandsma" in html, "Milan Kuiper" in html] == [True, False]
    assert ["/opleiden/" in html, "/planning/" in html] == [True, False]


def test_without_the_link_there_is_nothing(client):
    story = make_draft()
    make_check(story)

    assert client.get(reverse("fact_check", args=["raden"])).status_code == 404
    assert client.get(f"/verhalen/{story.slug}/").status_code == 404


def test_the_person_agrees_and_who_asked_hears_it(client):
    editor = make_user("Redactie")
    editor.email = "lotte@voorbeeld.example"
    editor.save()
    check = make_check(by=editor)
    pay_owed_mail(now=timezone.now() + timedelta(seconds=1))

    response = client.post(address(check), {"answer": "akkoord", "remarks": ""})

    assert response.url == f"{address(check)}#antwoord"
    check.refresh_from_db()
    assert (check.answer, check.remarks) == ("akkoord", "")
    assert "Je antwoord is bij de redactie." in client.get(address(check)).text
    pay_owed_mail(now=timezone.now() + timedelta(seconds=1))
    question, heard = outbox.outbox
    assert (question.to, question.reply_to) == (
        ["bas@voorbeeld.example"],
        ["lotte@voorbeeld.example"],
    )
    assert address(check) in question.body
    assert heard.to == ["lotte@voorbeeld.example"]
    assert heard.subject == "Bas Terpstra: akkoord bij ‘De kaart’"


def test_remarks_need_words_and_what_was_typed_stays(client):
    check = make_check()

    empty = client.post(address(check), {"answer": "opmerkingen", "remarks": " "})
    nothing = client.post(address(check), {"remarks": "Het waren er 14."})

    assert (empty.status_code, nothing.status_code) == (422, 422)
    assert 'action="#fouten"' in empty.text  # there it goes on, not at the top
    assert 'id="fouten"' in empty.text
    assert "Schrijf wat er anders moet." in empty.text
    assert "Het waren er 14." in nothing.text
    client.post(
        address(check), {"answer": "opmerkingen", "remarks": "Het waren er 14."}
    )
    check.refresh_from_db()
    assert (check.answer, check.remarks) == ("opmerkingen", "Het waren er 14.")


def test_a_second_answer_does_not_replace_the_first(now):
    check = make_check(now=now)
    answer(check=check, answer="opmerkingen", remarks="Nee.", now=now)

    with pytest.raises(AlreadyAnswered):
        answer(check=check, answer="akkoord", remarks="", now=now)

    check.refresh_from_db()
    assert check.remarks == "Nee."


def test_what_is_said_after_an_answer_is_not_lost(client, now):
    check = make_check()
    said = {"answer": "opmerkingen", "remarks": "Het waren er 14."}
    client.post(address(check), said)

    again = client.post(address(check), said)
    more = client.post(address(check), {**said, "remarks": "En in mei."})

    assert again.status_code == 302
    assert more.status_code == 422
    assert "Dit is niet verstuurd." in more.text
    assert ["En in mei." in more.text, "Het waren er 14." in more.text] == [True, True]
    check.refresh_from_db()
    assert check.remarks == "Het waren er 14."


def test_what_is_said_too_late_is_not_lost(client):
    check = make_check(now=timezone.now() - timedelta(days=15))
    said = {"answer": "opmerkingen", "remarks": "Het waren er <b>14</b>."}

    late = client.post(address(check), said)

    assert late.status_code == 410
    assert "Het waren er &lt;b&gt;14&lt;/b&gt;." in late.text
    assert "niet verstuurd" not in client.get(address(check)).text


def test_a_story_that_is_on_the_site_is_not_called_a_secret(client, now):
    story = make_story("De kaart", by=make_person("Milan Kuiper"))
    story.save_revision()
    check = make_check(story, now=now)

    page = client.get(address(check)).text
    pay_owed_mail(now=now)

    assert "Dit verhaal staat al op de site." in page
    assert "Alleen wie deze link heeft" not in page
    assert "alleen voor jou" not in outbox.outbox[0].body


def test_the_last_day_is_a_whole_day(client, now, time_machine):
    check = make_check(now=now)  # five past two, on 25 November
    codes = []

    for hours in (0, 9, 10):
        time_machine.move_to(now + timedelta(days=14, hours=hours), tick=False)
        codes.append(client.get(address(check)).status_code)

    assert codes == [200, 200, 410]


def test_after_14_days_the_link_has_ended(client, now):
    check = make_check(now=timezone.now() - timedelta(days=15))

    page = client.get(address(check))
    late = client.post(address(check), {"answer": "akkoord"})

    assert (page.status_code, late.status_code) == (410, 410)
    assert "De kaart" not in page.text
    with pytest.raises(TooLate):
        answer(check=check, answer="akkoord", remarks="", now=timezone.now())


def test_a_version_that_was_thrown_away_is_not_read(client):
    check = make_check()
    check.revision.delete()

    assert client.get(address(check)).status_code == 410


def test_an_answer_without_a_moment_cannot_be():
    check = make_check()

    with pytest.raises(IntegrityError):
        Check.objects.filter(pk=check.pk).update(answer="akkoord")


def test_there_must_be_something_to_read(now):
    story = make_story(live=False)

    with pytest.raises(NothingToRead):
        make_check(story)


def test_an_editor_asks_from_the_story_and_sees_the_answer_there(client, editor):
    story = make_draft()
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).text
    desk = reverse("story_checks", args=[story.pk])
    assert f'href="{desk}"' in edit

    client.post(desk, {"name": "Bas", "email": "bas@voorbeeld.example"})

    check = Check.objects.get()
    assert (check.asked_by, check.revision) == (editor, story.get_latest_revision())
    asked = client.get(desk)
    assert asked.context["page_subtitle"] == story.title
    assert "nog niet; de link werkt tot en met" in asked.text
    answer(
        check=check,
        answer="opmerkingen",
        remarks="<b>Het</b> waren er 14.",
        now=timezone.now(),
    )
    assert "&lt;b&gt;Het&lt;/b&gt; waren er 14." in client.get(desk).text


def test_an_address_that_is_none_is_said_at_its_field(client, editor):
    desk = reverse("story_checks", args=[make_draft().pk])

    response = client.post(desk, {"name": "Bas", "email": "bas@"})

    assert response.status_code == 422
    assert "Dit is geen e-mailadres." in response.text
    assert Check.objects.exists() is False


def test_who_may_not_edit_may_not_ask(client):
    story = make_draft()
    desk = reverse("story_checks", args=[story.pk])
    assert client.get(desk).status_code == 302  # nobody

    stranger = User.objects.create_user("trekker")
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)

    assert client.post(desk, {"name": "x", "email": "x@x.nl"}).status_code in {302, 403}
    assert Check.objects.exists() is False


def test_what_was_read_is_forgotten_told_and_erased(now):
    check = make_check(now=now)

    assert retention.about("BAS@voorbeeld.example")["Feitenchecks"][0]["naam"] == (
        "Bas Terpstra"
    )
    assert retention.forget(now=now + timedelta(days=364)) == 0
    assert retention.forget(now=now + timedelta(days=365)) == 1
    make_check(check.story, now=now)
    assert retention.erase(email="Bas@Voorbeeld.example", now=now) == 1
