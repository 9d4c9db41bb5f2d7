"""The questions that a session starts from, and who comes, told in small numbers."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from community.models import Questionnaire, Session
from community.sessions.harvest.models import Harvest
from community.sessions.registration.at_the_table import at_the_table
from community.sessions.registration.retention import KEEPER
from community.traces.chain import chain_of, outcomes_from
from community.traces.services import trace_to
from home.models import Role
from tests.asked import statements
from tests.factories.community import make_group, make_member, make_outcome
from tests.factories.points import make_point
from tests.factories.questionnaires import (
    make_answers,
    make_question,
    make_questionnaire,
    make_response,
)
from tests.factories.sessions import make_registration, make_session, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def session(now):
    return make_session(now=now, group=make_group("mens"))


@pytest.fixture
def question(session, now):
    """Of a questionnaire that is closed, so that everybody reads the result."""
    asked = make_questionnaire(
        session.group,
        now=now,
        opens_at=now - timedelta(days=9),
        closes_at=now - timedelta(days=2),
    )
    question = make_question(asked, "schaal", text="Word je gehoord?")
    for number in (2, 2, 4):
        make_answers(make_response(asked, now=now), question, number)
    return question


def read(client, session) -> str:
    return client.get(page_of(session).url).content.decode()


def test_the_page_shows_what_people_answered_to_the_questions_it_starts_from(
    client, session, question
):
    session.starts_from.add(question)

    page = read(client, session)

    asked = question.questionnaire
    said = ["Waar we van uitgaan", "Word je gehoord?", "3 mensen antwoordden"]
    assert [words in page for words in said] == [True] * 3
    assert reverse("questionnaire_results", args=[asked.slug]) in page


def test_before_it_is_closed_the_page_asks_for_an_answer_and_shows_none(
    client, session, question, now
):
    session.starts_from.add(question)
    Questionnaire.objects.update(closes_at=now + timedelta(days=1))

    page = read(client, session)

    assert "Geef ook antwoord" in page
    assert "mensen antwoordden" not in page


@pytest.mark.parametrize("hidden", ["question", "draft", "never"])
def test_what_is_not_for_everybody_is_not_on_the_page(
    client, session, question, hidden
):
    session.starts_from.add(question)
    if hidden == "question":
        question.is_public = False
        question.save()
    else:
        change = {"published_at": None} if hidden == "draft" else {"results": "niet"}
        Questionnaire.objects.update(**change)

    assert "Word je gehoord?" not in read(client, session)


def test_what_a_private_group_asks_is_nowhere_to_be_read(client, session, question):
    session.starts_from.add(question)
    asked = question.questionnaire
    closed = {"page": asked.group, "restriction_type": PageViewRestriction.LOGIN}
    PageViewRestriction.objects.create(**closed)

    assert "Word je gehoord?" not in read(client, session)
    for name in ("questionnaire", "questionnaire_results", "questionnaire_thanks"):
        assert client.get(reverse(name, args=[asked.slug])).status_code == 404


def test_a_lead_starts_from_questions_of_the_own_group_and_of_no_other(
    client, session, question, now
):
    user = get_user_model().objects.create_user("ilse", "ilse@voorbeeld.example")
    make_member(session.group, "Ilse van Dam", user=user, function="trekker")
    elsewhere = make_questionnaire(make_group("imago"), now=now)
    other = make_question(elsewhere, text="En hier?")
    client.force_login(user)
    address = reverse("change_session", args=[page_of(session).slug])
    form = client.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in sent.items() if value not in (None, False)}

    refused = client.post(address, sent | {"roles": [], "starts_from": [other.pk]})
    client.post(address, sent | {"roles": [], "starts_from": [question.pk]})

    assert set(refused.context["form"].errors) == {"starts_from"}
    assert list(session.starts_from.all()) == [question]


def test_the_chain_runs_from_the_question_to_the_outcome_and_back(
    session, question, now
):
    session.starts_from.add(question)
    said = Harvest.objects.create(session=session, text="Luister.", said_at=now)
    point = make_point(
        session.group, now=now, title="Luister", origin_kind="oogst", origin=said
    )
    outcome = make_outcome(session.group, title="We luisteren")
    trace_to(outcome=outcome, to=(type(point), point.pk), why="Zo kwam het.")

    kinds = [[node.kind for node in column] for column in chain_of(outcome).columns]

    assert kinds == [
        ["vragenlijst"],
        ["bijeenkomst"],
        ["bijdrage"],
        ["verbeterpunt"],
        ["uitkomst"],
    ]
    came = [outcomes_from(thing) for thing in (page_of(session), said, point)]
    assert [[node.title for node in nodes] for nodes in came] == [["We luisteren"]] * 3


def come(session, now, numbers: dict[str, int]) -> None:
    for slug, number in numbers.items():
        role = Role.objects.filter(slug=slug).first()
        for _ in range(number):
            make_registration(session, now=now, role=role)


def test_a_role_is_counted_from_five_people_on_and_the_rest_is_told_together(
    session, now
):
    come(session, now, {"medewerker": 6, "manager": 2, "": 3})

    found = at_the_table(session, [])

    assert [(share.name, share.number) for share in found.shares] == [("medewerker", 6)]
    assert found.unknown == 5


def test_a_role_of_which_the_others_would_follow_is_not_counted_either(session, now):
    come(session, now, {"medewerker": 6, "manager": 5, "hr": 1})

    found = at_the_table(session, [])

    assert [(share.name, share.number) for share in found.shares] == [("medewerker", 6)]
    assert found.unknown == 6


def test_who_was_there_is_told_after_it_is_forgotten_who_they_were(
    client, session, now
):
    come(session, now, {"medewerker": 6, "manager": 2, "": 3})

    KEEPER.forget(now=session.ends_at + timedelta(days=30))
    session.refresh_from_db()

    assert not session.registrations.exists()
    found = at_the_table(session, [])
    assert [(share.name, share.number) for share in found.shares] == [("medewerker", 6)]
    assert found.unknown == 5


def test_who_is_sought_is_asked_for_until_one_comes(client, session, now):
    sought = Role.objects.filter(slug__in=["teamleider", "wfm"])
    session.roles.set(sought)
    come(session, now, {"teamleider": 1})

    page = read(client, session)

    missing = sought.get(slug="wfm").plural
    assert f"We zoeken nog:</b> {missing}." in page
    assert "Wie er aan tafel zit" in page


def test_the_page_asks_as_little_for_many_people_and_answers_as_for_few(
    client, session, question, now
):
    session.starts_from.add(question)
    come(session, now, {"medewerker": 5})
    few = statements(client, page_of(session).url)
    come(session, now, {"medewerker": 4, "manager": 5})
    for number in (1, 3, 5):
        make_answers(make_response(question.questionnaire, now=now), question, number)

    many = statements(client, page_of(session).url)

    assert len(many) == len(few)
    assert Session.objects.count() == 1
