"""The report: written, read along by who was there, and final."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from community.models import Correction, QuestionSupport, SessionReport
from community.sessions.breakouts.services import make_groups
from community.sessions.questions.services import support
from community.sessions.report.services import (
    NotAsked,
    ask_for_corrections,
    correct,
    finish,
    write,
)
from home.mail.services import pay_owed_mail
from tests.factories.community import make_group, make_member
from tests.factories.sessions import (
    make_live_question,
    make_registration,
    make_session,
    page_of,
)

pytestmark = pytest.mark.django_db
TEXT = {
    "text": "We spraken over roosters.",
    "decisions": "Mens zoekt uit.",
    "recording": "",
}


@pytest.fixture
def session():
    """It ended an hour ago."""
    now = timezone.now()
    ended = now - timedelta(hours=3)
    return make_session(now=now, group=make_group("mens"), starts_at=ended)


@pytest.fixture
def desk(client, session):
    """The address of the report, for the lead who is signed in."""
    user = get_user_model().objects.create_user("ilse", "ilse@voorbeeld.example")
    make_member(session.group, "Ilse van Dam", user=user, function="trekker")
    client.force_login(user)
    return reverse("report_desk", args=[page_of(session).slug])


def test_a_concept_is_the_leads_and_what_is_final_is_everybodys(client, session, desk):
    page = page_of(session).url
    client.post(desk, TEXT)
    concept = client.get(page).content.decode()
    client.post(desk, {**TEXT, "voorleggen": "1"})
    correcting = client.get(page).content.decode()

    client.post(desk, {**TEXT, "definitief": "1"})

    shown = ["over roosters" in each for each in (concept, correcting)]
    assert shown == [False, False]
    assert "over roosters" in client.get(page).content.decode()


def test_an_empty_report_is_laid_before_nobody(client, session, desk):
    answer = client.post(desk, {"text": "", "voorleggen": "1"})

    assert set(answer.context["form"].errors) == {"text"}
    assert not SessionReport.objects.exclude(state="concept").exists()


def test_who_was_there_gets_a_mail_and_corrects_by_the_own_link(
    client, session, desk, mailoutbox
):
    now = timezone.now()
    there = make_registration(session, now=now, attended=True, email="a@x.example")
    away = make_registration(session, now=now, attended=False)
    client.post(desk, {**TEXT, "voorleggen": "1"})
    pay_owed_mail(now=now + timedelta(minutes=1))

    for each in (there, away):
        address = reverse("correct_report", args=[each.token])
        answer = client.post(address, {"text": "Het waren planners."})

    assert [mail.to for mail in mailoutbox] == [["a@x.example"]]
    assert answer.status_code == 422
    assert Correction.objects.get().registration == there
    other = make_registration(session, now=now, attended=True)
    own = client.get(reverse("correct_report", args=[other.token])).text
    assert "Het waren planners." not in own


def test_nothing_is_final_before_each_correction_has_an_answer(client, session, desk):
    mine = make_registration(session, now=timezone.now())
    client.post(desk, {**TEXT, "voorleggen": "1"})
    own = reverse("correct_report", args=[mine.token])
    client.post(own, {"text": "Het waren planners."})
    correction = Correction.objects.get()

    early = client.post(desk, {**TEXT, "definitief": "1"})
    slug = page_of(session).slug
    client.post(
        reverse("answer_correction", args=[slug, correction.pk]), {"text": "Verbeterd."}
    )
    client.post(desk, {**TEXT, "definitief": "1"})

    assert early.status_code == 422
    assert SessionReport.objects.get().is_final
    assert "Verbeterd." in client.get(own).content.decode()


def test_what_is_final_changes_no_more(client, session, desk):
    now = timezone.now()
    write(session=session, **TEXT)
    finish(session=session, now=now)

    answer = client.post(desk, {**TEXT, "text": "Anders."})

    assert answer.status_code == 422
    assert SessionReport.objects.get().text == TEXT["text"]


def test_after_a_week_nobody_corrects(session):
    now = timezone.now()
    mine = make_registration(session, now=now)
    write(session=session, **TEXT)
    report = ask_for_corrections(session=session, now=now)

    with pytest.raises(NotAsked):
        correct(report=report, registration=mine, text="x", now=now + timedelta(days=8))


def test_the_final_report_has_who_came_and_what_the_groups_put_first(client, session):
    now = timezone.now()
    for _ in range(2):
        make_registration(session, now=now, attended=True)
    (group,) = make_groups(session=session, size=4, seed=1)
    group.first = "Roosters"
    group.save()
    support(question=make_live_question(session, now=now), key="k")
    write(session=session, **{**TEXT, "recording": "https://vimeo.com/12345678"})

    finish(session=session, now=now)

    page = client.get(page_of(session).url).content.decode()
    said = ["Er waren 2 mensen", "Roosters", "Opname bij Vimeo", "Mens zoekt uit."]
    assert [words in page for words in said] == [True] * 4
    assert "<iframe" not in page
    assert not QuestionSupport.objects.exists()


def test_a_concept_has_no_page_for_others(client, session):
    mine = make_registration(session, now=timezone.now())
    write(session=session, **TEXT)

    assert client.get(reverse("correct_report", args=[mine.token])).status_code == 410
