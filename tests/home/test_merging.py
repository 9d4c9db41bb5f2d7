"""Somebody stands in the registry twice; an editor makes one of two."""

import json

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from community.models import (
    FollowUp,
    GroupFile,
    GroupNote,
    Membership,
)
from community.rankings.services import Plan, rank
from events.models import Juror
from home.merging.services import NotTheSame, _relations, merge
from home.models import Approach, Person
from stories.models import Contributor, Credit, Reward, StoryPage
from tests.factories.community import make_group, make_outcome
from tests.factories.events import make_event_page
from tests.factories.home import make_person, make_site
from tests.factories.people import make_account, make_claim, make_interest
from tests.factories.points import make_point
from tests.factories.questionnaires import A_WEEK
from tests.factories.reactions import make_reader
from tests.factories.stories import make_story
from tests.stories.desk import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture
def twice() -> tuple[Person, Person]:
    return make_person("J. Jansen", function="planner"), make_person("Jan Jansen")


def make_all(person: Person, now) -> None:
    """A row of every model that points at a person."""
    group = make_group("kwaliteit")
    make_story(by=person)
    make_interest(person)
    make_claim(now, person)
    reader = make_reader("j@x.example", now=now)
    Approach.objects.create(
        person=person, reader=reader, name="A", text="A", asked_at=now
    )
    Contributor.objects.create(person=person, reader=reader)
    earned = {"value": 200, "earned_at": now, "valid_until": now.date()}
    Reward.objects.create(person=person, round=1, **earned)
    Membership.objects.create(group=group, person=person)
    outcome = make_outcome(group, responsible=person)
    FollowUp.objects.create(outcome=outcome, asked=person, due=now, asked_at=now)
    GroupNote.objects.create(group=group, changed_by=person, changed_at=now)
    GroupFile.objects.create(group=group, added_by=person, added_at=now)
    points = [make_point(group, now=now, person=person, title=each) for each in "ABC"]
    plan = Plan("Wat eerst?", "Kies er drie.", now - A_WEEK, now + A_WEEK)
    ranking = rank(group=group, plan=plan, points=points, by=None, now=now)
    ranking.owner = person
    ranking.save()
    Juror.objects.create(page=make_event_page(), person=person)


def pointing(person: Person) -> dict[str, int]:
    return {
        relation.related_model.__name__: relation.related_model._base_manager.filter(
            **{relation.field.name: person}
        ).count()
        for relation in _relations()
    }


def test_all_that_points_at_the_one_points_at_the_other(twice, now):
    person, into = twice
    person.about, into.about = "Weg.", "Blijft."
    person.save()
    into.save()
    make_all(person, now)
    before, gone = pointing(person), person.pk
    assert all(before.values()), f"make_all lacks a row of: {before}"

    merge(person=person, into=into, by=make_user("Redactie"))

    assert pointing(into) == before
    assert list(Person.objects.filter(name__contains="Jansen")) == [into]
    into.refresh_from_db()
    assert (into.function, into.about) == ("planner", "Blijft.")
    entry = ModelLogEntry.objects.get(action="home.merge")
    assert entry.data["was"] == gone
    assert entry.data["moved"]["stories.Credit"]
    assert "J. Jansen" not in json.dumps(entry.data)


def test_blocks_and_drafts_name_who_is_left_and_the_address_goes_on(twice, client):
    person, into = twice
    seat = {"person": person.pk, "name": "", "about": "planner"}
    people = [{"type": "item", "id": "1", "value": seat}]
    body = [
        {"type": "quote", "value": {"text": "Zo.", "person": person.pk}},
        {"type": "table", "value": {"title": "Aan tafel", "people": people}},
    ]
    story = make_story(by=person, body=json.dumps(body))
    story.title = "Een concept"
    draft = story.save_revision()

    merge(person=person, into=into, by=make_user("Redactie"))

    draft.refresh_from_db()
    assert draft.content["credits"][0]["person"] == into.pk
    for page in (StoryPage.objects.get(), draft.as_object()):
        quote, table = page.body
        assert (quote.value["person"], table.value["people"][0]["person"]) == (
            into.pk,
            into.pk,
        )
    answer = client.get(f"/mensen/{person.slug}/")
    assert answer["Location"] == into.get_absolute_url()
    assert "planner" in client.get(into.get_absolute_url()).text


@pytest.mark.parametrize(
    "why", ["accounts", "one is hidden", "other is hidden", "writers", "itself"]
)
def test_two_that_cannot_be_one_stay_two(twice, now, why):
    person, into = twice
    if why == "accounts":
        for each in twice:
            each.user = make_account(now)
            each.save()
    if "hidden" in why:
        hidden = person if why == "one is hidden" else into
        hidden.pseudonym, hidden.own_name, hidden.name = "De Uil", "Jan Smit", "De Uil"
        hidden.save()
    if why == "writers":
        for each in twice:
            reader = make_reader(f"{each.pk}@x.example", now=now)
            Contributor.objects.create(person=each, reader=reader)
    other = person if why == "itself" else into

    with pytest.raises(NotTheSame):
        merge(person=person, into=other, by=make_user("Redactie"))

    assert Person.objects.filter(pk__in=[person.pk, into.pk]).count() == 2


def test_an_editor_searches_reads_what_moves_and_confirms(twice, client):
    person, into = twice
    make_story(by=person)
    address = f"/cms/samenvoegen/{person.pk}/"
    stranger = Client().get(address)
    client.force_login(make_user("Moderatoren"))
    client.post(f"{address}?met={into.pk}")
    before = Person.objects.filter(pk__in=[person.pk, into.pk]).count()
    client.force_login(make_user("Redactie"))

    found = client.get(f"{address}?zoek=jansen").text
    asked = client.get(f"{address}?met={into.pk}").text
    done = client.post(f"{address}?met={into.pk}", follow=True)

    assert (stranger.status_code, before) == (302, 2)
    assert f"?met={into.pk}" in found
    assert "1 × namen" in asked
    assert "Jan Jansen staat er nu één keer." in done.content.decode()
    assert Credit.objects.get().person == into
    assert "Voeg samen" in client.get("/cms/snippets/home/person/").text
