"""A point is a step of the chain, and is counted."""

from datetime import timedelta

import pytest
from wagtail.models import PageViewRestriction

from community.models import Harvest, OutcomePage, Point, Questionnaire, Ranking
from community.points.services import Wish, note_point
from community.rankings.figures import points, questionnaires
from community.rankings.services import Plan, rank
from community.traces.chain import chain_of, outcomes_from
from community.traces.services import trace_to
from home.figures.registry import Figure
from tests.factories.community import make_outcome
from tests.factories.points import make_point
from tests.factories.questionnaires import (
    A_WEEK,
    make_answers,
    make_question,
    make_questionnaire,
    make_response,
)
from tests.factories.sessions import make_session, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)


def test_from_a_questionnaire_by_a_point_to_an_outcome(client, group, now):
    asked = make_questionnaire(group, now=now, title="Wat moet er beter?")
    answer = make_answers(make_response(asked, now=now), make_question(asked), "Bel")[0]
    wish, kind = Wish("Bel terug"), Point.Origin.ANSWER
    point = note_point(group=group, wish=wish, kind=kind, origin=answer, now=now)
    outcome = make_outcome(group, title="Wie wacht, wordt gebeld")
    trace_to(outcome=outcome, to=(Point, point.pk), why="Hier vroeg men het.")

    steps = chain_of(outcome).steps

    assert [(earlier.key[0], later.key[0]) for earlier, _, later in steps] == [
        (Questionnaire, Point),
        (Point, OutcomePage),
    ]
    Point.objects.update(state="hidden", ground="advert")
    assert not chain_of(outcome)
    Point.objects.update(state="shown", ground="")
    page = client.get(point.get_absolute_url()).text
    assert "Wie wacht, wordt gebeld" in page
    Questionnaire.objects.update(closes_at=now)
    result = client.get(f"{asked.get_absolute_url()}uitslag/").text
    assert f'<a href="{outcome.url}">Wie wacht, wordt gebeld</a>' in result
    assert f'via: <a href="{asked.get_absolute_url()}">een antwoord' in page


def test_what_came_of_an_answer_is_found_by_way_of_a_session_and_a_ranking(group, now):
    asked = make_questionnaire(group, now=now)
    session = make_session(now=now, group=group)
    session.starts_from.add(make_question(asked))
    said = Harvest.objects.create(session=session, text="Bel terug", said_at=now)
    wish, kind = Wish("Bel terug"), Point.Origin.HARVEST
    point = note_point(group=group, wish=wish, kind=kind, origin=said, now=now)
    points = [point, *(make_point(group, now=now, title=each) for each in "BC")]
    plan = Plan("Wat eerst?", "Kies er drie.", now - A_WEEK, now + A_WEEK)
    ranking = rank(group=group, plan=plan, points=points, by=None, now=now)
    outcome = make_outcome(group, title="Wie wacht, wordt gebeld")
    trace_to(outcome=outcome, to=(Ranking, ranking.pk), why="Dit stond bovenaan.")
    page = page_of(session)

    for earlier in (asked, page, said, point):
        assert [node.title for node in outcomes_from(earlier)] == [outcome.title]
    assert outcomes_from(make_questionnaire(group, now=now)) == []

    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert outcomes_from(asked) == []
    Questionnaire.objects.filter(ranking=ranking).update(published_at=None)
    assert outcomes_from(point) == []


def test_points_and_answers_are_counted(group, now):
    for days in (2, 4, 9):
        later = now + timedelta(days=days)
        make_point(group, now=now, title=f"{days}", status="gekozen", answered_at=later)
    make_point(group, now=now)
    make_point(group, now=now, title="x", state="waiting")
    make_response(make_questionnaire(group, now=now), now=now)

    counted = points(now)

    assert counted.rows[:2] == [Figure("binnengekomen", 4), Figure("beantwoord", 3)]
    assert Figure("gekozen", 3) in counted.rows
    assert "4 dagen" in counted.note
    assert [row.number for row in questionnaires(now).rows] == [1, 1, 1]
