"""What one confirms when the story that it is about is gone, or off the site."""

import pytest

from home.models import Confirmation
from stories.models import Comment, FieldTest
from tests.factories.home import make_site
from tests.factories.reactions import WILMA, make_practice_story

pytestmark = pytest.mark.django_db

SAID = {"email": WILMA, "name": "Wilma", "text": "Zo is het.", "reason": ""}
WAYS = [
    ("verhalen/{}/reacties", {}, Comment),
    ("verhalen/{}/praktijktoets", {"verdict": "same", "role": "klant"}, FieldTest),
]


@pytest.fixture(autouse=True)
def _site():
    make_site()


def ask(client, way: str, more: dict):
    story = make_practice_story()
    client.post(f"/{way.format(story.slug)}/", {**SAID, **more})
    return story, f"/bevestigen/{Confirmation.objects.get().token}/"


@pytest.mark.parametrize(("way", "more", "model"), WAYS)
def test_what_is_said_counts_and_leads_to_no_story_that_is_off_the_site(
    way, more, model, client
):
    story, link = ask(client, way, more)
    story.unpublish()

    pages = [client.post(link) for _ in range(2)]

    assert [page.status_code for page in pages] == [200, 200]
    assert "nu niet op de site" in pages[0].text
    assert model.objects.exclude(state="asked").count() == 1


@pytest.mark.parametrize(("way", "more", "model"), WAYS)
def test_of_a_story_that_is_gone_it_is_said_that_it_is_gone(way, more, model, client):
    story, link = ask(client, way, more)
    story.delete()

    page = client.post(link)

    assert page.status_code == 410
    assert "weg is waar hij over ging" in page.text
