"""Every page of the site, by its links: axe at two widths in two colour schemes.

At 320 pixels: does it scroll sideways, also with the text spacing of WCAG 1.4.12?"""

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.figures import begin, end, say
from benchmarks.site import Site, gunicorn, prepared
from tests.journeys.axe import violations
from tests.journeys.browser import ARGUMENTS, executable
from tests.journeys.crawl import crawl
from tests.journeys.looks import ALL, NARROW, sticking_out


def look(browser: Browser, **context) -> Page:
    page = browser.new_context(locale="nl-NL", **context).new_page()
    page.set_default_timeout(60_000)
    return page


def broken_rules(browser: Browser, site: Site, paths: list[str]) -> list[str]:
    found = []
    for width, scheme in ALL:
        size = {"width": width, "height": 900}
        page = look(browser, viewport=size, color_scheme=scheme)
        for path in paths:
            page.goto(site.origin + path)
            found += [f"{width} {scheme} {line}" for line in violations(page)]
        page.context.close()
    return found


def too_wide(browser: Browser, site: Site, paths: list[str]) -> list[str]:
    page = look(browser, viewport={"width": NARROW, "height": 900})
    found = []
    for path in paths:
        page.goto(site.origin + path)
        if max(by := sticking_out(page)) > 0:
            found.append(f"{path} by {by[0]}, with text spacing by {by[1]} pixels")
    page.context.close()
    return found


def main() -> None:
    with prepared() as site, gunicorn(site), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable(), args=ARGUMENTS
        )
        visited = crawl(site.origin)
        paths = [one.path for one in visited if one.is_page and one.status == 200]
        begin()
        say("pages", len(paths))
        rules = broken_rules(browser, site, paths)
        say(f"broken rules, {len(ALL)} looks at each page", len(rules), at_most=0)
        wide = too_wide(browser, site, paths)
        say(f"pages that scroll sideways at {NARROW} pixels", len(wide), at_most=0)
        print("", *rules, *wide, sep="\n")
    end()


if __name__ == "__main__":
    main()
