"""What a page weighs and asks for, without its photos, as gunicorn serves it.

Styles and scripts as whitenoise sends them; HTML as the proxy of docs/operations.md
compresses it (gzip, level 6). A browser counts requests and what moves on the page."""

import gzip
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from benchmarks.figures import begin, end, require, say
from benchmarks.kinds import one_of_each
from benchmarks.site import Site, get, gunicorn, prepared
from tests.journeys.browser import ARGUMENTS, executable
from tests.journeys.looks import TO_THE_EYE, layout_shift

KINDS = ("home", "story", "event")
WIDTHS = (390, 1440)


def kilobytes(port: int, path: str) -> float:
    """Compressed, without headers; 1 kB is 1,000 bytes."""
    answer = get(port, path, {"Accept-Encoding": "gzip"})
    body = answer.body
    if answer.headers["Content-Encoding"] != "gzip":
        body = gzip.compress(body, 6)
    return len(body) / 1000


def visit(browser: Browser, site: Site, path: str, width: int, *, scripts: bool = True):
    """Everything the page asked for (a kind and an address), and how much it moved."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=scripts
    )
    page = context.new_page()
    asked: list[tuple[str, str]] = []
    page.on("request", lambda one: asked.append((one.resource_type, one.url)))
    page.goto(site.origin + path, wait_until="networkidle")
    shift = layout_shift(page) if scripts else 0
    shown = page.locator("h1").is_visible()
    context.close()
    return asked, shift, shown


def paths(asked: list[tuple[str, str]], kind: str) -> set[str]:
    return {urlsplit(address).path for what, address in asked if what == kind}


def weigh(browser: Browser, site: Site, kind: str, path: str) -> None:
    visit(browser, site, path, WIDTHS[0])  # now its photos have been made
    visits = [visit(browser, site, path, width) for width in WIDTHS]
    asked = [one for each, _, _ in visits for one in each]
    html = kilobytes(site.port, path)
    style = sum(kilobytes(site.port, one) for one in paths(asked, "stylesheet"))
    script = sum(kilobytes(site.port, one) for one in paths(asked, "script"))
    elsewhere = [url for _, url in asked if not url.startswith((site.origin, "data:"))]
    most = max(len({url for _, url in each}) for each, _, _ in visits)
    say(f"{kind}, HTML", html, unit="kB")
    say(f"{kind}, style sheets", style, at_most=15, unit="kB")
    say(f"{kind}, scripts", script, at_most=5, unit="kB")
    say(f"{kind}, together", html + style + script, at_most=35, unit="kB")
    say(f"{kind}, requests, photos included", most, at_most=12)
    say(
        f"{kind}, layout shift",
        max(moved for _, moved, _ in visits),
        at_most=TO_THE_EYE,
    )
    require(f"{kind}, nothing from elsewhere", holds=not elsewhere)
    shown = visit(browser, site, path, WIDTHS[0], scripts=False)[2]
    require(f"{kind}, there without scripts", holds=shown)


def answers_304(site: Site, path: str) -> bool:
    tag = get(site.port, path).headers["ETag"]
    return bool(tag) and get(site.port, path, {"If-None-Match": tag}).status == 304


def main() -> None:
    with prepared() as site, gunicorn(site):
        pages = one_of_each()
        begin()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=executable(), args=ARGUMENTS
            )
            for kind in KINDS:
                weigh(browser, site, kind, pages[kind])
        for kind, path in pages.items():
            require(
                f"{kind}, 304 when it did not change", holds=answers_304(site, path)
            )
    end()


if __name__ == "__main__":
    main()
