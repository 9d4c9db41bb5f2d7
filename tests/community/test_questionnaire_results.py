"""What comes out of a questionnaire, and what never shows."""

import re

import pytest

from community.models import Questionnaire
from community.questionnaires.services import NotOpen, Sender, keep, send
from home.models import Role
from tests.asked import statements
from tests.factories.questionnaires import (
    A_WEEK,
    Kind,
    make_answers,
    make_question,
    make_questionnaire,
    make_response,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)


@pytest.fixture
def closed(group, now):
    return make_questionnaire(group, now=now - 2 * A_WEEK, privacy="anoniem")


def _answered(found, group_sizes: dict[str, str], now):
    """One letter per person, by the role they named."""
    question = found.questions.get()
    for role, letters in group_sizes.items():
        for letter in letters:
            named = Role.objects.filter(slug=role).first()
            make_answers(make_response(found, now=now, role=named), question, letter)


def test_results_wait_until_it_is_closed(client, group, now):
    found = make_questionnaire(group, now=now)

    text = client.get(f"{found.get_absolute_url()}uitslag/").text

    assert "De uitslag staat hier na 2 december 2026" in text


def test_small_groups_are_in_the_total_only(client, closed, now):
    make_question(closed, Kind.ONE, options="AB", text="Welke?")
    _answered(
        closed,
        {"wfm": "AAAAAAAAA", "teamleider": "AABBBB", "klant": "BB", "": "A"},
        now,
    )

    text = client.get(f"{closed.get_absolute_url()}uitslag/").text

    assert "18 mensen deden mee" in text
    assert "En 9 anderen. Een rol noemen we vanaf 5 mensen" in text
    assert '<td class="num">12</td>' in text
    assert "(9)</span>" in text
    assert "eamleiders" not in text
    assert "lanten" not in text.split("Per rol")[1].split("</details>")[0]


def test_nothing_counts_that_comes_in_after_it_closed(closed, now):
    """Also of a request that was under way: each asks under its own lock."""
    sheet = make_response(closed, now=now, state="concept")

    for late in (
        lambda: keep(response=sheet, given={}, now=closed.closes_at),
        lambda: send(response=sheet, sender=Sender(), now=closed.closes_at),
    ):
        with pytest.raises(NotOpen):
            late()


def test_while_answers_come_in_no_group_is_told_apart(client, group, now):
    """Who looks before and after one answer knows what that role said."""
    found = make_questionnaire(group, now=now, privacy="op-naam", results="meteen")
    make_question(found, Kind.ONE, options="AB", text="Welke?")
    _answered(found, {"wfm": "AAAAAA", "teamleider": "BBBBBB"}, now)
    address = f"{found.get_absolute_url()}uitslag/"

    before = client.get(address).text
    Questionnaire.objects.update(closes_at=now)

    assert "12 mensen antwoordden" in before
    told = ["Per rol in het vak" in text for text in (before, client.get(address).text)]
    assert told == [False, True]


def test_what_is_not_public_is_on_no_page_for_readers(client, closed, now):
    question = make_question(closed, Kind.ONE, options="AB", is_public=False)
    _answered(closed, {"wfm": "AAABBB"}, now)

    text = client.get(f"{closed.get_absolute_url()}uitslag/").text

    assert "6 mensen deden mee" in text
    assert question.text not in text


def test_of_a_handful_nothing_is_shown(client, closed, now):
    make_question(closed, Kind.ONE, options="AB", text="Welke?")
    _answered(closed, {"wfm": "AAAB"}, now)

    text = client.get(f"{closed.get_absolute_url()}uitslag/").text

    assert "Van minder dan 5 mensen" in text
    assert 'class="num"' not in text
    Questionnaire.objects.update(privacy="op-naam")
    assert 'class="num"' in client.get(f"{closed.get_absolute_url()}uitslag/").text


def test_a_top_three_can_be_added_up_again(client, closed, now):
    question = make_question(closed, Kind.TOP, options="ABCD")
    for letters in ("AB", "AB", "BA", "BA", "AC"):
        make_answers(make_response(closed, now=now), question, letters)

    text = client.get(f"{closed.get_absolute_url()}uitslag/").text

    assert "1. A" in text
    bar = '<svg class="bar" aria-hidden="true"><rect x="-12" width="{}%"'
    assert bar.format(100) in text
    assert bar.format(round(100 * 10 / 13)) in text
    assert "5 mensen: 3 × 3 + 2 × 2 + 0 × 1" in text
    assert "2. B" in text
    assert "3. C" in text
    assert "verschil klein" not in text


def test_of_several_choices_each_is_counted_and_of_a_scale_the_mean(
    client, closed, now
):
    several = make_question(closed, Kind.SEVERAL, options="ABC")
    scale = make_question(closed, Kind.SCALE)
    for letters, number in (("AB", 1), ("AB", 2), ("A", 3), ("BC", 5), ("B", 5)):
        response = make_response(closed, now=now)
        make_answers(response, several, letters)
        make_answers(response, scale, number)

    text = client.get(f"{closed.get_absolute_url()}uitslag/").text

    numbers = re.findall(r'<td class="num">(\d+)</td>', text)
    assert numbers == ["3", "4", "1", "1", "1", "1", "0", "2"]
    assert "5 mensen antwoordden; meer keuzes per mens" in text
    assert "gemiddeld 3,2" in text


def test_results_ask_the_same_however_many_answered(client, closed, now):
    address = f"{closed.get_absolute_url()}uitslag/"
    for kind in (Kind.ONE, Kind.SCALE, Kind.TOP, Kind.OPEN):
        make_question(closed, kind, options="ABC")
    few = len(statements(client, address))
    for number in range(8):
        response = make_response(closed, now=now)
        for question in closed.questions.all():
            said = {Kind.SCALE: 3, Kind.OPEN: f"Woord {number}"}.get(question.kind, "A")
            make_answers(response, question, said)

    assert len(statements(client, address)) == few <= 15
