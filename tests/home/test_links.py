"""Where the links in a text lead, and when there is nowhere to lead to."""

import pytest
from wagtail.models import PageViewRestriction, Site
from wagtail.rich_text import expand_db_html

from tests.factories.home import make_site
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


def link_to(page) -> str:
    return f'<a linktype="page" id="{page.pk}">de woorden</a>'


def test_of_a_link_to_a_page_that_is_not_there_yet_only_the_words_remain():
    draft, story = make_story("Geheim", live=False), make_story("Gewoon")

    shown = expand_db_html(link_to(draft) + link_to(story))

    assert shown == f'<a>de woorden</a><a href="{story.url}">de woorden</a>'


def test_where_no_site_is_nothing_is_found(client):
    story = make_story()
    Site.objects.all().delete()

    assert client.get(f"/verhalen/{story.slug}/").status_code == 404


def test_another_address_of_a_private_page_is_as_private(client):
    story = make_story()
    alias = story.create_alias(parent=make_site(), update_slug="kopie")
    before = client.get(alias.url).status_code
    PageViewRestriction.objects.create(page=story, restriction_type="login")

    assert (before, client.get(alias.url).status_code) == (200, 302)
