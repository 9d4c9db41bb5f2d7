"""Every page of the demo site: its links, how it behaves, how it introduces itself."""

import json
import re

import pytest
from playwright.sync_api import Page

from tests.journeys.axe import violations
from tests.journeys.crawl import Visited, crawl
from tests.journeys.looks import (
    NARROW,
    TO_THE_EYE,
    by_turns,
    layout_shift,
    sliding,
    sticking_out,
)

JSON_LD = re.compile(r'(?s)<script type="application/ld\+json"[^>]*>(.*?)</script>')
LONG = "Klantenserviceteamleidersbijeenkomst in Noordoostpolder"
PERSONAL = "noindex"  # robots: a page behind a link is not introduced to anybody


@pytest.fixture(scope="module")
def visited(site) -> list[Visited]:
    return crawl(site.url("").rstrip("/"))


@pytest.fixture(scope="module")
def pages(visited) -> list[Visited]:
    return [one for one in visited if one.is_page and one.status == 200]


def test_every_link_leads_somewhere(visited):
    dead = [
        f"{one.path} ({one.status}) on {one.found_on}"
        for one in visited
        if one.status not in {200, 301, 302}
    ]

    assert dead == []
    assert len(visited) > 30


def test_every_answer_is_strict_and_sets_no_session(visited):
    wrong = [
        one.path
        for one in visited
        if "'unsafe" in one.headers["Content-Security-Policy"]
        or "default-src 'none'" not in one.headers["Content-Security-Policy"]
        or "session" in one.headers.get("Set-Cookie", "")
    ]

    assert wrong == []


def test_a_page_without_a_form_sets_no_cookie(pages):
    wrong = [
        one.path
        for one in pages
        if one.headers["Set-Cookie"] and "csrfmiddlewaretoken" not in one.text
    ]

    assert wrong == []


def test_no_page_styles_itself(pages):
    assert [one.path for one in pages if " style=" in one.text] == []


def test_every_page_is_accessible_stands_still_and_fits(site, pages, open_page):
    paths = [*(one.path for one in pages), "/dev/post/"]
    found = []
    for (width, scheme), chosen in by_turns(paths):
        page = open_page(width=width, scheme=scheme)
        for path in chosen:
            page.set_viewport_size({"width": width, "height": 900})
            page.context.clear_cookies()
            page.goto(site.url(path))
            found += [f"{width} {scheme} {line}" for line in what_is_wrong(page)]

    assert found == []


def what_is_wrong(page: Page) -> list[str]:
    """Of a page that was opened just now; it is a narrow one when this is done."""
    moved = layout_shift(page)
    wrong = [f"{page.url} moves by {moved:.4f}"] if moved > TO_THE_EYE else []
    wrong += violations(page)
    page.set_viewport_size({"width": NARROW, "height": 900})
    if max(by := sticking_out(page)) > 0:
        wrong.append(f"{page.url} scrolls sideways by {by}, plain and with spacing")
    return wrong


def test_nothing_slides_into_place_while_a_page_is_built(site, open_page):
    page = open_page(reduced_motion="no-preference")

    page.goto(site.url("/stijlgids/"))

    assert sliding(page) == []


def test_a_long_name_in_the_largest_letters_fits_a_phone(site, open_page):
    page = open_page(width=NARROW)
    too_wide = {}
    for path in ("/", "/agenda/hackathon/", "/verhalen/de-planner-schuift-aan/"):
        page.goto(site.url(path))
        named = page.locator("main .huge")
        for number in range(named.count()):
            named.nth(number).evaluate("(one, name) => one.textContent = name", LONG)
        too_wide[path] = (named.count() > 0, max(sticking_out(page)))

    assert set(too_wide.values()) == {(True, 0)}, too_wide


INTRODUCTIONS = {
    "title": r"<title>([^<]+ \| Een Nieuw Geluid|Een Nieuw Geluid: [^<]+)</title>",
    "description": r'<meta name="description" content="[^"]{20,}">',
    "canonical": r'<link rel="canonical" href="http',
    "social title": r'<meta property="og:title" content="[^"]+">',
    "social picture": r'<meta property="og:image" content="http[^"]+\.(png|jpg)',
    "favicon": r'<link rel="icon" ',
    "feed": r'<link rel="alternate" type="application/rss\+xml"',
    "language": r'<html lang="nl"',
}


@pytest.mark.parametrize("what", INTRODUCTIONS)
def test_every_page_introduces_itself_with_a(what, pages):
    public = [one for one in pages if PERSONAL not in one.text]

    without = [
        one.path for one in public if not re.search(INTRODUCTIONS[what], one.text)
    ]

    assert without == []


def test_every_page_has_one_heading(pages):
    counts = {one.path: len(re.findall(r"<h1\b", one.text)) for one in pages}

    assert {path: count for path, count in counts.items() if count != 1} == {}


def test_titles_and_descriptions_tell_pages_apart(pages):
    public = [one for one in pages if PERSONAL not in one.text and "?" not in one.path]
    titles = [re.search(r"<title>(.*?)</title>", one.text)[1] for one in public]

    assert sorted(titles) == sorted(set(titles))


def test_what_is_told_to_machines_can_be_read(pages):
    blocks = [block for one in pages for block in JSON_LD.findall(one.text)]

    kinds = kinds_in([json.loads(block) for block in blocks])

    assert {"NewsArticle", "Event", "Organization"} - kinds == set()


def kinds_in(told) -> set[str]:
    """Every @type, at any depth."""
    if isinstance(told, list):
        return set().union(*map(kinds_in, told)) if told else set()
    if not isinstance(told, dict):
        return set()
    own = {told["@type"]} if isinstance(told.get("@type"), str) else set()
    return own.union(*(kinds_in(value) for value in told.values()))
