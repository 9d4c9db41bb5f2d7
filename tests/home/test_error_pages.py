"""The pages for when something is wrong, and the style guide."""

import re

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.template.loader import render_to_string
from django.test import RequestFactory

from home.models import SiteDetails
from home.style_guide import examples
from tests.factories.home import make_site

PAGES_OF_PRODUCTION = "config.middleware.PagesOfProduction"


TEMPLATES = settings.BASE_DIR / "templates"
PARTS = [*TEMPLATES.glob("components/*.html"), *TEMPLATES.glob("blocks/*.html")]


def within(name: str) -> set[str]:
    """The templates that this one names, and those that they name."""
    named = set(re.findall(r'"([\w/]+\.html)"', (TEMPLATES / name).read_text()))
    return named.union(*map(within, named))


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_a_page_without_database_or_request_stands_on_its_own(name):
    page = BeautifulSoup(render_to_string(name), "html.parser")

    assert page.html["lang"] == "nl"
    assert page.h1.get_text()
    assert page.main.find("a", href="/")


@pytest.mark.parametrize("name", ["403.html", "403_csrf.html", "404.html"])
def test_the_other_error_pages_show_a_way_on(name):
    request = RequestFactory().get("/weg/")

    page = BeautifulSoup(render_to_string(name, {"request": request}), "html.parser")

    assert page.title.get_text().endswith("| Een Nieuw Geluid")
    assert page.main.find("a", href="/")
    assert not page.select("[style], style, script:not([src])")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status", "heading"),
    [
        ("/bestaat-niet/", 404, "Deze pagina is er niet"),
        ("/tickets/", 404, "Deze pagina is er niet"),
        ("/geen.pagina", 404, "Deze pagina is er niet"),
        ("/%00/", 400, "Dat konden we niet lezen"),
    ],
)
def test_development_shows_the_same_pages(path, status, heading, client, settings):
    make_site()
    settings.DEBUG = True
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, PAGES_OF_PRODUCTION]

    answer = client.get(path)

    page = BeautifulSoup(answer.content, "html.parser")
    assert (answer.status_code, page.h1.get_text()) == (status, heading)


def test_the_style_guide_shows_every_component_and_block():
    every = {str(path.relative_to(TEMPLATES)) for path in PARTS}

    shown = within("home/style_guide.html")

    by_themselves = {
        "components/field_errors.html",  # home/form_renderer.py draws it
        "blocks/photo.html",  # asks the database for its sizes
    }
    assert every - shown == by_themselves


def test_the_style_guide_asks_the_database_nothing():
    request = RequestFactory().get("/stijlgids/")

    # no database mark: a query would fail
    html = render_to_string("home/style_guide.html", {"request": request, **examples()})

    page = BeautifulSoup(html, "html.parser")
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    assert not page.select("[style], style, script:not([src])")


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/verhalen/", {"Verhalen": "page"}),
        ("/verhalen/op-vijf-hoog/", {"Verhalen": "true"}),
        ("/werkgroepen/mens/", {"Werkgroepen": "true"}),
        ("/werkgroepen/kwaliteit/", {"Keurmerk": "page"}),
        ("/contact/", {}),
    ],
)
def test_the_menu_says_where_you_are(path, current):
    details = SiteDetails(name="x")
    details.mark_is_open = True
    request = RequestFactory().get(path)
    html = render_to_string("404.html", {"request": request, "details": details})

    items = BeautifulSoup(html, "html.parser").select("#menu a[aria-current]")
    assert {a.get_text(): a["aria-current"] for a in items} == current
