"""What the back office asks of the database while editors work."""

import pytest

from home.models import Organisation, Person
from stories.models import Credit, Topic
from tests.asked import statements
from tests.factories.home import (
    make_document,
    make_organisation,
    make_person,
    make_photo,
)
from tests.factories.stories import make_full_story, make_series, make_story
from tests.stories.desk import edit_address, make_user

pytestmark = pytest.mark.django_db


def make_rows(number: int, user, series) -> None:
    """Stories to read, and drafts that wait for a chief."""
    for _ in range(number):
        make_story(by=make_person(), series=series)
        draft = make_story(live=False)
        draft.save_revision()
        draft.get_workflow().start(draft, user)


@pytest.mark.parametrize("group", ["Redactie", "Eindredactie"])
def test_a_list_of_stories_asks_the_same_however_long(client, group):
    user = make_user(group)
    client.force_login(user)
    series = make_series()
    lists = ("/cms/verhalen/", f"/cms/pages/{series.get_parent().pk}/")
    counts = []

    for number in (2, 5):
        make_rows(number, user, series)
        counts.append([len(statements(client, address)) for address in lists])

    assert counts[0] == counts[1]


def test_a_writer_throws_away_a_draft_and_nothing_that_is_read(editor):
    live, draft = make_story(), make_story(live=False)

    may = [page.permissions_for_user(editor).can_delete() for page in (live, draft)]

    assert may == [False, True]


def test_the_editor_asks_the_same_whatever_the_story_refers_to(client, chief):
    story = make_full_story(series=make_series())
    story.picked = [("story", make_story())]
    story.credits.add(Credit(organisation=make_organisation("Vijfhoog")))
    story.save_revision(user=chief).publish()
    few = len(statements(client, edit_address(story)))
    for number in range(3):
        quote = {"text": "Ja.", "person": make_person(), "source": ""}
        story.body.append(("quote", quote))
        story.body.append(("file", {"document": make_document(), "text": ""}))
        story.credits.add(Credit(person=make_person(), sort_order=number + 2))
    story.topics.add(Topic.objects.exclude(story_topics__content_object=story)[0])
    story.picked = [("story", make_story()) for _ in range(3)]
    story.save_revision(user=chief).publish()

    many = len(statements(client, edit_address(story)))

    assert many == few <= 40


def test_a_draft_with_another_photo_shows_its_own(client, chief):
    story = make_full_story()
    story.photo = make_photo(title="De andere foto")
    story.save_revision(user=chief)

    page = client.get(edit_address(story)).content.decode()

    assert f'name="photo" value="{story.photo.pk}"' in page
    assert "De andere foto" in page


def test_a_draft_over_a_published_story_costs_the_editor_no_more(client, chief):
    story = make_full_story(series=make_series())
    story.picked = [("story", make_story())]
    story.credits.add(Credit(organisation=make_organisation("Vijfhoog")))
    story.save_revision(user=chief).publish()
    story.refresh_from_db()
    story.lead = "Anders."
    story.save_revision(user=chief)
    few = len(statements(client, edit_address(story)))
    for number in range(3):
        story.credits.add(Credit(person=make_person(), sort_order=number + 2))
    story.topics.add(Topic.objects.exclude(story_topics__content_object=story)[0])
    story.save_revision(user=chief)

    many = len(statements(client, edit_address(story)))

    assert many == few <= 40


def test_a_draft_that_names_what_is_gone_opens_without_it(client, chief):
    story = make_full_story(series=make_series())
    story.credits.add(Credit(person=make_person("Iemand anders"), sort_order=1))
    topic = story.theme.topics.create(name="Kortstondig", slug="kortstondig")
    story.topics.add(topic)
    story.organisation = make_organisation("Weg BV")
    story.save_revision(user=chief)
    Person.objects.get(name="Iemand anders").delete()
    Organisation.objects.get(name="Weg BV").delete()
    topic.delete()

    opened = client.get(edit_address(story))

    page = opened.context["page"]
    assert opened.status_code == 200
    assert page.organisation is None
    assert "Iemand anders" not in [each.name for each in page.credits.all()]
    assert "Kortstondig" not in [each.name for each in page.topics.all()]
