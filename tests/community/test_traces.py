"""Where an outcome comes from, and what came from it."""

import pytest
from django.contrib.auth.models import User

from community.models import OutcomePage, Trace
from community.traces import forms
from community.traces.chain import Chain, Node, chain_of, outcomes_from
from community.traces.picture import svg
from community.traces.services import trace_to
from stories.models import StoryPage
from tests.factories.community import make_group, make_member, make_outcome
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def group():
    return make_group("mens")


def titles(chain: Chain) -> list[list[str]]:
    return [[node.title for node in column] for column in chain.columns]


def test_the_chain_goes_back_to_the_story_and_on_to_what_came_of_it(group):
    story = make_story(title="Nachtdienst")
    first, second, third = (make_outcome(group, title=t) for t in ("A", "B", "C"))
    trace_to(outcome=first, to=(StoryPage, story.pk), why="Hier begon het.")
    trace_to(outcome=second, to=(OutcomePage, first.pk), why="Uitgewerkt.")
    trace_to(outcome=third, to=(OutcomePage, second.pk), why="Toegepast.")

    chain = chain_of(second)

    assert titles(chain) == [["Nachtdienst"], ["A"], ["B"], ["C"]]
    assert [(a.title, why, b.title) for a, why, b in chain.steps] == [
        ("Nachtdienst", "Hier begon het.", "A"),
        ("A", "Uitgewerkt.", "B"),
        ("B", "Toegepast.", "C"),
    ]
    assert [node.title for node in outcomes_from(story)] == ["A"]


def test_two_that_come_from_each_other_end(group):
    one, other = make_outcome(group, title="A"), make_outcome(group, title="B")
    trace_to(outcome=one, to=(OutcomePage, other.pk), why="Heen.")
    trace_to(outcome=other, to=(OutcomePage, one.pk), why="Weer.")

    assert titles(chain_of(one)) == [["B"], ["A"], ["B"]]


def test_what_is_not_public_or_gone_is_in_no_chain(group):
    outcome = make_outcome(group)
    draft = make_story(live=False)
    trace_to(outcome=outcome, to=(StoryPage, draft.pk), why="Besloten.")
    trace_to(outcome=outcome, to=(StoryPage, 999_999), why="Weg.")

    assert not chain_of(outcome)
    assert outcomes_from(make_story()) == []


def test_the_picture_says_no_more_than_it_may():
    key = (OutcomePage, 1)
    node = Node(
        key, "verhaal", "<script>alert(1)</script> & nog heel veel woorden", "/"
    )

    drawn = svg(Chain([[node]], [], key))

    assert "<script>" not in drawn
    assert "&lt;script&gt;" in drawn


def test_more_of_the_same_ask_no_more_of_the_database(
    group, django_assert_max_num_queries
):
    outcome = make_outcome(group)
    for _ in range(4):
        story, other = make_story(), make_outcome(group)
        trace_to(outcome=outcome, to=(StoryPage, story.pk), why="Zo.")
        trace_to(outcome=other, to=(OutcomePage, outcome.pk), why="Zo.")
    chain_of(outcome)

    with django_assert_max_num_queries(5):
        found = chain_of(outcome)

    assert [len(column) for column in found.columns] == [4, 1, 4]


def test_the_lead_says_where_an_outcome_comes_from_and_readers_see_it(client, group):
    user = User.objects.create_user("ilse")
    make_member(group, user=user, function="trekker")
    story = make_story(title="Nachtdienst", theme="mens")
    outcome = make_outcome(group, title="Rust")
    address = f"/werkgroepen/mens/werkruimte/uitkomsten/{outcome.pk}/herkomst/"
    client.force_login(user)

    wrong = client.post(address, {"source": "auth.user:1", "why": "Zo."})
    chosen = {"source": f"stories.storypage:{story.pk}", "why": "Hier begon het."}
    client.post(address, chosen)
    for_lead = client.get(address).text
    client.logout()

    assert wrong.status_code == 422
    assert "<b>Nachtdienst</b>" in for_lead
    page = client.get(outcome.url).content.decode()
    assert "Waar komt dit vandaan?" in page
    assert "Hier begon het." in page
    assert f'<a href="{outcome.url}">Rust</a>' in client.get(story.url).content.decode()


def test_what_is_not_among_the_first_is_found_by_a_word(client, group, monkeypatch):
    monkeypatch.setattr(forms, "MOST", 1)
    user = User.objects.create_user("ilse")
    make_member(group, user=user, function="trekker")
    old, _ = make_story(title="Nachtdienst", theme="mens"), make_story(theme="mens")
    address = f"/werkgroepen/mens/werkruimte/uitkomsten/{make_outcome(group).pk}/"
    address += "herkomst/"
    client.force_login(user)
    chosen = {"source": f"stories.storypage:{old.pk}", "why": "Hier begon het."}

    first = client.get(address)
    refused = client.post(address, chosen)
    client.post(f"{address}?zoek=NACHT", chosen)

    assert "Zoek dan op een woord" in first.text
    assert refused.status_code == 422
    assert Trace.objects.get().object_id == old.pk
    assert "Niets gevonden" in client.get(f"{address}?zoek=bestaatniet").text


def test_who_does_not_lead_the_group_changes_nothing(client, group):
    outcome = make_outcome(group)
    user = User.objects.create_user("els")
    make_member(group, user=user)
    client.force_login(user)
    address = f"/werkgroepen/mens/werkruimte/uitkomsten/{outcome.pk}/herkomst/"

    assert client.post(address, {"source": "x", "why": "x"}).status_code == 404
    assert not Trace.objects.exists()
