"""A running site and a real browser that notices what a visitor would not say.

    def test_a_reader_finds_a_story(site, open_page):
        page = open_page(width=390)          # or 1440; scheme="dark"
        page.goto(site.url("/verhalen/"))

Every page that `open_page` gives is watched: a request that leaves this machine, an
error on the console (the content security policy speaks there) or in a script fails
the test. What must be asked for: `assert violations(page) == []` (axe).

A click does not wait for the page it leads to: first `expect` what only that page has,
or click in `page.expect_navigation()`. No minute passes but by `site.pass_a_minute()`.

Under our policy `page.wait_for_function` does not work; use locators and `expect`."""

import os
import re
import signal
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.journeys.axe import tested
from tests.journeys.browser import ARGUMENTS, executable
from tests.journeys.running import running_site

PICTURES = settings.BASE_DIR / "var" / "journeys"
PATIENCE = 120_000  # milliseconds, for a machine that has more to do
LONGEST = 1800  # seconds for one journey; not all that a browser does has a limit
expect.set_options(timeout=PATIENCE)
outcome = pytest.StashKey[pytest.TestReport]()


def pytest_collection_modifyitems(items):
    """Whatever lives in this folder is a journey, and comes after the quick tests."""
    for item in items:
        if "tests/journeys/" in item.nodeid:
            item.add_marker(pytest.mark.journey)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Which journey waits for a browser that answers no more is said, and all ends."""

    def end(*_):
        item.config.pluginmanager.getplugin("capturemanager").suspend(in_=True)
        os.write(2, f"\n{item.nodeid} took longer than {LONGEST} s\n".encode())
        os._exit(1)

    signal.signal(signal.SIGALRM, end)
    signal.alarm(LONGEST)
    done = yield
    signal.alarm(0)
    return done


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        item.stash[outcome] = report
    return report


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """What `make run` serves, once for all journeys: use names of your own in it."""
    with running_site(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture(autouse=True)
def _no_trouble_in_the_log(request):
    """A page may look fine while the site complains."""
    if "site" not in request.fixturenames:
        yield
        return
    site = request.getfixturevalue("site")
    before = len(site.said())
    yield
    assert "Traceback" not in site.said()[before:], site.said()[before:]


@pytest.fixture(scope="session")
def browser():
    """Debian's chromium, driven by Playwright."""
    found = executable()
    if found is None:
        pytest.skip("no chromium on the path: apt install chromium")
    # Playwright's loop runs in this thread; Django would refuse the database beside it
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=found, args=ARGUMENTS, timeout=PATIENCE
        )
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_page(browser: Browser, request):
    """A visitor of its own: `open_page(width=390, scheme="light", **context)`."""
    opened: list[tuple[Page, list[str]]] = []

    def open_one(*, width: int = 1440, scheme: str = "light", **context) -> Page:
        page = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            # the busier the machine, the oftener a picture is taken halfway a move
            **{"reduced_motion": "reduce", **context},
        ).new_page()
        page.context.set_default_timeout(PATIENCE)  # also of a page that it opens
        opened.append((page, watch(page)))
        return page

    yield open_one
    failed = request.node.stash.get(outcome, None)
    keep = failed is not None and failed.failed
    for number, (page, _) in enumerate(opened):
        if keep and not page.is_closed():
            keep_picture(page, f"{request.node.name}-{number}")
        page.context.close()
    assert [line for _, complaints in opened for line in complaints] == []


def watch(page: Page) -> list[str]:
    """Complaints about this page, as they come."""
    complaints: list[str] = []

    def on_request(asked):
        address = urlsplit(asked.url)
        if address.scheme in {"http", "https"} and address.hostname != "127.0.0.1":
            complaints.append(f"{page.url} asked {asked.url}")

    def on_console(message):
        # an error page that a journey meant to see is no complaint
        expected = ["Failed to load resource"]
        # Wagtail tells who else is here, also with the token of a session that ended
        expected.append("Error fetching %s /cms/editing-sessions/")
        if page in tested:
            expected.append("Applying inline style violates")
        if message.type == "error" and not message.text.startswith(tuple(expected)):
            complaints.append(f"{page.url} console: {message.text}")

    page.on("request", on_request)
    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(f"{page.url} script: {error}"))
    return complaints


def keep_picture(page: Page, name: str) -> None:
    """What the page looked like when its test failed."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    file = PICTURES / f"{re.sub(r'[^a-z0-9-]+', '-', name.lower())}.png"
    page.screenshot(path=file, full_page=True)
