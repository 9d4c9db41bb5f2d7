"""What is on the site asks something; two tabs of a lead agree on what."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from community.models import Question
from community.questionnaires.desk.services import (
    Asked,
    Gone,
    NotReady,
    ask,
    publish,
    take_away,
)
from tests.factories.community import make_member
from tests.factories.questionnaires import Kind, make_question, make_questionnaire

pytestmark = pytest.mark.django_db
DESK = "/werkgroepen/kwaliteit/werkruimte/vragenlijsten/"


def test_what_is_on_the_site_keeps_a_question(client, group, now):
    user = get_user_model().objects.create_user("farida", "farida@voorbeeld.example")
    make_member(group, user=user, function="trekker")
    client.force_login(user)
    found = make_questionnaire(group, now=now)
    question = make_question(found)

    answer = client.post(f"{DESK}{found.pk}/vraag/{question.pk}/", {"weg": "1"})

    assert "Dit is de enige vraag" in client.get(answer.url).text
    assert found.questions.count() == 1


def test_a_question_that_was_taken_away_meanwhile_is_not_changed(group, now):
    found = make_questionnaire(group, now=now, published_at=None)
    question = make_question(found, Kind.TOP, options="ABC")
    take_away(question=Question.objects.get(pk=question.pk))
    asked = Asked("Anders?", "", Kind.OPEN, is_required=False, is_public=True)

    with pytest.raises(Gone):
        ask(questionnaire=found, asked=asked, question=question)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_the_last_question_and_its_publishing_wait_for_each_other(group, now):
    found = make_questionnaire(group, now=now, published_at=None)
    question = make_question(found)
    acts = [
        lambda: publish(questionnaire=found, now=now),
        lambda: take_away(question=question),
    ]

    def do(act):
        try:
            act()
        except NotReady:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=2) as threads:
        done = list(threads.map(do, acts))

    assert sorted(done) == [False, True]
