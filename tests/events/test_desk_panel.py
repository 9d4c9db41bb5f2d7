"""The first page of the back office: what waits, and no way to where one may not go."""

import pytest
from django.urls import reverse

from events import foundations
from stories import foundations as stories
from tests.events.test_whose_money import failed, somebody
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db
MONEY, PEOPLE = "organiser_money:index", "organiser_person:index"


@pytest.fixture(autouse=True)
def _site():
    make_site()


def first_page(client, *groups: str) -> str:
    client.force_login(somebody("somebody", *groups))
    return client.get("/cms/").text


def test_the_books_read_how_much_asks_for_a_person(client, stripe, now):
    failed(stripe, now)

    page = first_page(client, foundations.ACCOUNTS)

    assert f'<a href="{reverse(MONEY)}">Geld</a>: 1 ding om te bekijken' in page
    assert f'<a href="{reverse(PEOPLE)}">' not in page


def test_an_organiser_does_not_read_about_the_money_of_others(client, stripe, now):
    failed(stripe, now)

    page = first_page(client, foundations.ORGANISERS)

    assert "Geld</a>: er is niets om te bekijken" in page


def test_privacy_finds_the_way_to_a_person(client):
    page = first_page(client, foundations.PRIVACY)

    assert f'<a href="{reverse(PEOPLE)}">' in page
    assert f'<a href="{reverse(MONEY)}">' not in page


def test_who_has_nothing_to_do_with_events_reads_nothing_of_them(client):
    page = first_page(client, stories.MODERATORS)

    assert 'id="evenementen"' not in page


@pytest.mark.parametrize(
    ("group", "searches"), [(foundations.ACCOUNTS, 0), (foundations.ORGANISERS, 1)]
)
def test_only_who_sees_pages_can_search_them(client, group, searches):
    page = first_page(client, group)

    assert page.count('role="search"') == searches
