"""Every page of the site, for everybody: axe at two widths in two colour schemes.

As a visitor, a member and a lead, by their links, and what stands behind a link in a
mail. Does it move by itself? Does it scroll sideways at 320 pixels, also with the text
spacing of WCAG 1.4.12?"""

from collections.abc import Iterator
from contextlib import ExitStack

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.figures import begin, end, say
from benchmarks.site import Site, gunicorn, prepared
from tests.behind_links import behind_links
from tests.journeys.axe import violations
from tests.journeys.browser import ARGUMENTS, executable
from tests.journeys.crawl import crawl
from tests.journeys.looks import (
    ALL,
    NARROW,
    TO_THE_EYE,
    Look,
    layout_shift,
    sticking_out,
)

VISITOR, MEMBER, LEAD = "", "jolien", "trekker-kwaliteit"
type Round = tuple[str, list[str]]  # the session, and what only this one comes by


def rounds(site: Site) -> Iterator[Round]:
    """A page that somebody met before is not looked at again."""
    seen: set[str] = set()
    for who in (VISITOR, MEMBER, LEAD):
        session = session_of(who) if who else ""
        visited = crawl(site.origin, session=session)
        met = [one.path for one in visited if one.is_page and one.status == 200]
        yield session, [path for path in met if path not in seen]
        seen.update(met)
    yield "", behind_links()


def session_of(name: str) -> str:
    """As logging in leaves it."""
    from django.contrib.auth.models import User  # noqa: PLC0415  # after django.setup
    from django.test import Client  # noqa: PLC0415

    client = Client()
    user = User.objects.get(email=f"{name}@een-nieuw-geluid.example")
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client.cookies["sessionid"].value


def look(browser: Browser, site: Site, session: str, **context) -> Page:
    opened = browser.new_context(locale="nl-NL", **context)
    if session:
        cookie = {"name": "sessionid", "value": session, "url": site.origin}
        opened.add_cookies([cookie])
    page = opened.new_page()
    page.set_default_timeout(60_000)
    return page


def broken_and_moving(
    browser: Browser, site: Site, each: Round, way: Look
) -> tuple[list[str], list[str]]:
    (session, paths), (width, scheme) = each, way
    size = {"width": width, "height": 900}
    page = look(browser, site, session, viewport=size, color_scheme=scheme)
    broken, moving = [], []
    for path in paths:
        page.goto(site.origin + path)
        if (moved := layout_shift(page)) > TO_THE_EYE:
            moving.append(f"{width} {scheme} {path} moves by {moved:.4f}")
        broken += [f"{width} {scheme} {line}" for line in violations(page)]
    page.context.close()
    return broken, moving


def too_wide(browser: Browser, site: Site, each: Round) -> list[str]:
    session, paths = each
    page = look(browser, site, session, viewport={"width": NARROW, "height": 900})
    found = []
    for path in paths:
        page.goto(site.origin + path)
        if max(by := sticking_out(page)) > 0:
            found.append(f"{path} by {by[0]}, with text spacing by {by[1]} pixels")
    page.context.close()
    return found


def main() -> None:
    with ExitStack() as stack:
        site = stack.enter_context(prepared())
        stack.enter_context(gunicorn(site))
        found = list(rounds(site))  # Playwright's loop refuses the database beside it
        chromium = stack.enter_context(sync_playwright()).chromium
        browser = chromium.launch(executable_path=executable(), args=ARGUMENTS)
        begin()
        counted = [str(len(paths)) for _, paths in found]
        say("pages of a visitor, a member, a lead and behind links", ", ".join(counted))
        seen = [
            broken_and_moving(browser, site, each, way) for each in found for way in ALL
        ]
        broken = [line for lines, _ in seen for line in lines]
        moving = [line for _, lines in seen for line in lines]
        wide = [line for each in found for line in too_wide(browser, site, each)]
        say(f"broken rules, {len(ALL)} looks at each page", len(broken), at_most=0)
        say(f"pages that move, {len(ALL)} looks at each", len(moving), at_most=0)
        say(f"pages that scroll sideways at {NARROW} pixels", len(wide), at_most=0)
        print("", *broken, *moving, *wide, sep="\n")
    end()


if __name__ == "__main__":
    main()
