"""The pages that every installation has."""

import pytest

from home import foundations
from home.models import ContactPage, ContentPage
from tests.factories.home import make_site

pytestmark = pytest.mark.django_db

ADDRESSES = [
    ("/hoe-het-begon/", "18.000 keer gelezen"),
    ("/colofon/", "NL001234567B01"),
    ("/privacy/", "Je geboortedatum bewaren we nooit."),
    ("/toegankelijkheid/", "WCAG 2.2"),
    ("/voorwaarden/", "Een kaartje voor twee"),
    ("/contact/", "Verstuur je bericht"),
]


@pytest.mark.parametrize(("address", "text"), ADDRESSES)
def test_it_is_there_with_its_text(client, address, text):
    make_site()

    response = client.get(address)

    assert response.status_code == 200
    assert text in response.content.decode()


def test_a_link_in_its_text_leads_to_the_page(client):
    make_site()
    page, contact = ContentPage.objects.get(slug="colofon"), ContactPage.objects.get()
    link = f'<p><a linktype="page" id="{contact.pk}">Schrijf ons</a></p>'
    page.body = [("text", link)]
    page.save()

    assert '<a href="/contact/">Schrijf ons</a>' in client.get("/colofon/").text


def test_what_an_editor_changed_stays_changed():
    make_site()
    page = ContentPage.objects.get(slug="privacy")
    page.title, page.body = "Anders", [("text", "<p>Anders.</p>")]
    page.save()

    foundations.lay()

    page.refresh_from_db()
    assert (page.title, str(page.body[0].value)) == ("Anders", "<p>Anders.</p>")
    assert ContentPage.objects.filter(slug="privacy").count() == 1
    assert ContactPage.objects.count() == 1


def test_a_page_that_an_editor_unpublished_stays_away(client):
    make_site()
    ContentPage.objects.get(slug="colofon").unpublish()

    foundations.lay()

    assert client.get("/colofon/").status_code == 404
