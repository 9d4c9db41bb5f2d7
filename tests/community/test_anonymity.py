"""What an anonymous questionnaire promises, asked of all that the site keeps."""

import logging
from itertools import pairwise

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client

from community.models import Answer, Invitation, Response
from community.questionnaires.services import Given, begin, keep
from community.sessions.harvest.services import contribute
from community.sessions.questions.services import ask
from tests.factories.community import make_member
from tests.factories.people import make_account
from tests.factories.questionnaires import (
    A_WEEK,
    Kind,
    make_answers,
    make_question,
    make_questionnaire,
    make_response,
)
from tests.factories.sessions import make_session

pytestmark = pytest.mark.django_db
ADDRESS, BROWSER = "203.0.113.77", "Zeldzame-browser/7"
EMAIL = "omar@voorbeeld.example"
DESK = "/werkgroepen/kwaliteit/werkruimte/"
WORDS = "Wij worden niet gehoord."


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)


@pytest.fixture
def visitor():
    return Client(REMOTE_ADDR=ADDRESS, headers={"user-agent": BROWSER})


def filled_in_by(visitor, found) -> str:
    """The link of the sheet, which is sent."""
    question = make_question(found, Kind.OPEN, is_required=True)
    sheet = visitor.post(found.get_absolute_url()).url
    visitor.post(sheet, {question.name: WORDS})
    visitor.get(f"{sheet}?pagina=1")
    sent = visitor.post(f"{sheet}?pagina=slot", {"email": EMAIL, "name": "Omar"})
    assert sent.url.endswith("/bedankt/?verstuurd=1")
    return sheet


def are_by_lot(numbers) -> bool:
    """No two steps are equal, and none is to the next."""
    steps = [abs(later - earlier) for earlier, later in pairwise(numbers)]
    return min(steps) > 1 and len(set(steps)) == len(steps)


def rows(*models) -> str:
    """All there is, as text; of every table when none is named."""
    return "\n".join(
        repr(row)
        for model in models or apps.get_models(include_auto_created=True)
        for row in model._default_manager.values()
    )


def sessions() -> str:
    return repr([each.get_decoded() for each in Session.objects.all()])


def test_nothing_is_kept_of_who_answered(visitor, group, now, caplog):
    caplog.set_level(logging.DEBUG)
    found = make_questionnaire(group, now=now, privacy="anoniem")

    sheet = filled_in_by(visitor, found)

    kept = rows() + caplog.text + sessions()
    assert WORDS in kept
    traces = [ADDRESS, BROWSER, EMAIL, "Omar", sheet.split("/")[2]]
    assert [each for each in traces if each in kept] == []
    response = Response.objects.get()
    assert (response.reader, response.name) == (None, "")


def test_of_a_member_it_is_known_that_they_got_a_sheet_and_not_which(
    visitor, group, now, caplog
):
    caplog.set_level(logging.DEBUG)
    user = make_account(now, EMAIL)
    make_member(group, "Omar Bensaid", user=user)
    visitor.force_login(user)
    found = make_questionnaire(group, now=now, privacy="anoniem", audience="leden")

    sheet = filled_in_by(visitor, found)

    assert Invitation.objects.get().is_used
    answers = rows(Response, Answer) + sessions() + caplog.text
    assert [each for each in (EMAIL, ADDRESS, BROWSER) if each in answers] == []
    assert sheet.split("/")[2] not in rows() + caplog.text + sessions()


def test_no_column_of_an_answer_can_hold_a_moment_or_a_request():
    """An hour and a minute would be found in the log of a server."""
    kinds = {
        field.get_internal_type()
        for model in (Response, Answer)
        for field in model._meta.get_fields()
        if field.concrete
    }

    assert "DateTimeField" not in kinds
    assert "GenericIPAddressField" not in kinds


@pytest.mark.parametrize("privacy", ["anoniem", "vertrouwelijk"])
def test_the_number_of_an_answer_tells_nothing_of_who_was_first(group, now, privacy):
    """A lead sees it in the form of what is to be read, everybody in an address."""
    found = make_questionnaire(group, now=now, privacy=privacy)
    question = make_question(found, Kind.OPEN)

    for number in range(8):
        response = begin(questionnaire=found, now=now)
        given = {question: Given(text=f"Antwoord {number}")}
        keep(response=response, given=given, now=now)

    assert are_by_lot(Answer.objects.order_by("text").values_list("pk", flat=True))


def test_who_took_a_sheet_first_did_not_answer_in_the_first_row(group, now):
    """The rows of members have numbers in their order; those of sheets have not."""
    found = make_questionnaire(group, now=now, privacy="anoniem", audience="leden")
    readers = [make_account(now).reader for _ in range(8)]

    sheets = [
        begin(questionnaire=found, reader=reader, only_once=True, now=now)
        for reader in readers
    ]

    assert are_by_lot(sheet.pk for sheet in sheets)


def test_what_is_said_in_a_session_without_a_name_has_no_place_in_the_order(now):
    session = make_session(now=now, starts_at=now, takes_questions=True)
    nobody = {"session": session, "name": "", "now": now}
    unknown = {"registration": None, "reader": None}

    asked = [ask(text=f"Vraag {number}", **nobody) for number in range(8)]
    said = [
        contribute(text=f"Dit {number}", **nobody, **unknown) for number in range(8)
    ]

    assert are_by_lot(question.pk for question in asked)
    assert are_by_lot(harvest.pk for harvest in said)


@pytest.fixture
def lead(client, group, now):
    user = make_account(now, "farida@voorbeeld.example")
    make_member(group, user=user, function="trekker")
    client.force_login(user)


@pytest.fixture
def closed(group, now):
    return make_questionnaire(group, now=now - 2 * A_WEEK, privacy="anoniem")


@pytest.mark.usefixtures("lead")
def test_what_a_handful_said_a_lead_reads_nowhere(client, closed, now):
    asked = make_question(closed)
    answer, *_ = [
        make_answers(make_response(closed, now=now), asked, f"Woord {number}")[0]
        for number in range(4)
    ]
    reads = [
        f"{DESK}vragenlijsten/{closed.pk}/lezen/{asked.pk}/",
        f"{DESK}vragenlijsten/{closed.pk}/antwoorden.csv",
        f"{DESK}punten/uit-antwoord/{answer.pk}/",
    ]

    few = [client.get(each).status_code for each in reads]
    links = client.get(f"{DESK}vragenlijsten/{closed.pk}/uitslag/").text
    make_answers(make_response(closed, now=now), asked, "Woord 5")
    enough = [client.get(each).status_code for each in reads]

    assert (few, enough) == ([404] * 3, [200] * 3)
    assert not any(each in links for each in reads)


@pytest.mark.usefixtures("lead")
def test_who_saw_the_results_does_not_open_it_again(client, closed, now):
    make_response(closed, now=now)
    address = f"{DESK}vragenlijsten/{closed.pk}/wijzigen/"

    answer = client.post(address, {"closes_on": "2027-01-31"})

    assert "blijft gesloten" in client.get(answer.url).text
    closed.refresh_from_db()
    assert closed.is_closed(now)
