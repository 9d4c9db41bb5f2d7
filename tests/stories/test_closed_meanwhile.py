"""A comment for which there is no place any more when it is sent."""

import pytest

from stories.models import Comment
from tests.factories.home import make_site
from tests.factories.reactions import make_comment
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db

WORDS = {
    "text": "Bij ons <i>net</i> zo.",
    "name": "Wilma",
    "email": "wilma@voorbeeld.example",
}


@pytest.fixture(autouse=True)
def _site():
    make_site()


def say(client, story, to=None):
    query = f"?antwoord={to.pk}" if to else ""
    return client.post(f"/verhalen/{story.slug}/reacties/{query}", WORDS)


def test_one_answers_only_what_is_to_be_read_here(client, now):
    story = make_story()
    hidden = make_comment(story, now=now, state="hidden")
    elsewhere = make_comment(now=now)

    pages = [say(client, story, to) for to in (hidden, elsewhere)]

    assert [page.status_code for page in pages] == [422, 422]
    assert Comment.objects.count() == 2
    for page in pages:
        assert "De reactie waarop je antwoordde, staat er niet meer." in page.text
        assert "Bij ons &lt;i&gt;net&lt;/i&gt; zo.</textarea>" in page.text
        assert f'action="/verhalen/{story.slug}/reacties/"' in page.text


def test_what_was_written_when_it_closed_is_shown_once_more(client, now):
    story = make_story(comments_open=False)
    make_comment(story, now=now)

    page = say(client, story)

    assert page.status_code == 422
    assert "Je reactie is niet geplaatst." in page.text
    assert "Bij ons &lt;i&gt;net&lt;/i&gt; zo." in page.text
    assert Comment.objects.count() == 1


def test_where_it_is_closed_one_reads_and_does_not_write(client, now):
    story, silent = make_story(comments_open=False), make_story(comments_open=False)
    make_comment(story, now=now)

    page = client.get(f"/verhalen/{story.slug}/reacties/").text

    assert "Reageren kan hier niet meer." in page
    assert 'name="text"' not in page
    assert "Lees de reactie" in client.get(story.url).text
    assert "reacties/" not in client.get(silent.url).text
