"""Every page of the demo site: its links, how it behaves, how it introduces itself."""

import json
import os
import re
from itertools import cycle

import pytest

from tests.journeys.axe import violations
from tests.journeys.crawl import Visited, crawl
from tests.journeys.looks import (
    ALL,
    NARROW,
    TO_THE_EYE,
    layout_shift,
    sliding,
    sticking_out,
)

# pages take turns; EVERY_TURN=1 looks at each page in all four ways
TURNS = [ALL] if os.environ.get("EVERY_TURN") else [ALL[:1], ALL[1:2]]
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


def test_every_page_is_accessible_and_stands_still(site, pages, open_page):
    found = []
    looks = [(one, look) for one, turn in zip(pages, cycle(TURNS)) for look in turn]
    for one, (width, scheme) in looks:
        page = open_page(width=width, scheme=scheme)
        page.goto(site.url(one.path))
        if (shift := layout_shift(page)) > TO_THE_EYE:
            found.append(f"{page.url} moves by {shift:.4f}")
        found += violations(page)
        page.close()

    assert found == []


def test_nothing_slides_into_place_while_a_page_is_built(site, open_page):
    page = open_page()

    page.goto(site.url("/stijlgids/"))

    assert sliding(page) == []


def test_no_page_scrolls_sideways(site, pages, open_page):
    # the style of a reader's own browser is not held back by our policy either
    page = open_page(width=NARROW, bypass_csp=True)
    too_wide = []
    for path in [*(one.path for one in pages), "/dev/post/"]:
        page.goto(site.url(path))
        plain, spaced = sticking_out(page)
        if max(plain, spaced) > 0:
            too_wide.append(f"{path} by {plain}, with text spacing by {spaced}")

    assert too_wide == []


def test_a_long_name_in_the_largest_letters_fits_a_phone(site, open_page):
    page = open_page(width=NARROW, bypass_csp=True)
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
