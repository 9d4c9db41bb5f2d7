"""The site as a server runs it: gunicorn, production settings, collected files."""

import gzip
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse

import pytest
from django.conf import settings
from django.template.loader import render_to_string

from tests.journeys.axe import violations
from tests.journeys.running import bare_environment, free_port

VARIABLES = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "alleen-voor-deze-test-en-daarna-nooit-meer",
    "STRIPE_SECRET_KEY": "sk_test_tests",
    "STRIPE_WEBHOOK_SECRET": "whsec_tests",
}


@pytest.fixture(scope="module")
def port(site, tmp_path_factory):
    """Where gunicorn serves a copy of the demo site."""
    var, port = tmp_path_factory.mktemp("production"), free_port()
    with (
        closing(sqlite3.connect(site.var / "db.sqlite3")) as old,
        closing(sqlite3.connect(var / "db.sqlite3")) as new,
    ):
        old.backup(new)
    shutil.copytree(site.var / "media", var / "media")
    environment = {
        **bare_environment(),
        **VARIABLES,
        "SITE_URL": f"http://127.0.0.1:{port}",
        "PORT": str(port),
        "VAR_DIR": str(var),
    }

    def start(*arguments: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, *arguments], cwd=settings.BASE_DIR, env=environment
        )

    for command in ("setup", "collectstatic"):
        assert start("manage.py", command, "-v0").wait() == 0
    server = start("-m", "gunicorn", "config.wsgi", "--log-level=warning")
    try:
        wait_for(port, server)
        yield port
    finally:
        server.terminate()
        assert server.wait(timeout=120) == 0


def wait_for(port: int, server: subprocess.Popen) -> None:
    end = time.monotonic() + 300
    while time.monotonic() < end:
        assert server.poll() is None
        try:
            if ask(port, "/readyz").status == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError("gunicorn does not answer")


def ask(port: int, path: str, **headers: str) -> HTTPResponse:
    """One request; the body is in `.text`."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET", path, headers=named)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.headers["Content-Encoding"] == "gzip":
        body = gzip.decompress(body)
    answer.text = body.decode(errors="replace")
    return answer


def test_one_style_sheet_hashed_compressed_and_kept_for_a_year(port):
    home = ask(port, "/")
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', home.text)

    sheet = ask(port, sheets[0], Accept_Encoding="gzip")

    assert len(sheets) == 1
    assert re.fullmatch(r"/static/css/style\.[0-9a-f]{12}\.css", sheets[0])
    assert sheet.status == 200
    assert sheet.headers["Content-Encoding"] == "gzip"
    assert "max-age=315360000" in sheet.headers["Cache-Control"]
    assert "@import" not in sheet.text


def test_every_file_that_a_page_names_is_there(port):
    names = set()
    for path in ("/", "/verhalen/", "/agenda/hackathon/", "/werkgroepen/kwaliteit/"):
        text = ask(port, path).text
        names |= set(re.findall(r'(?:src|href)="(/(?:static|media)/[^"]+)"', text))
        names |= set(re.findall(r"(/media/images/[^\s\",]+)", text))

    missing = [name for name in names if ask(port, name).status != 200]

    assert missing == []
    assert any(name.startswith("/media/") for name in names)


def test_a_page_that_did_not_change_is_not_sent_again(port):
    page = ask(port, "/verhalen/")

    again = ask(port, "/verhalen/", If_None_Match=page.headers["ETag"])

    assert (page.status, again.status, again.text) == (200, 304, "")
    assert page.headers["Set-Cookie"] is None


@pytest.mark.parametrize("path", ["/stijlgids/", "/dev/post/"])
def test_what_is_for_developers_is_not_there(path, port):
    assert ask(port, path).status == 404


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
def test_the_error_pages_look_like_the_site_and_are_accessible(
    width, scheme, port, open_page
):
    page = open_page(width=width, scheme=scheme)
    origin = f"http://127.0.0.1:{port}"
    broken = render_to_string("500.html")
    page.route("**/stuk/", lambda route: route.fulfill(status=500, body=broken))
    found = []

    for path in ("/bestaat-niet/", "/?p=%00", "/stuk/"):
        page.goto(origin + path)
        found += violations(page)
        assert page.locator("h1").count() == 1
        assert page.locator(".masthead").is_visible()

    assert found == []


def test_a_form_that_stood_open_too_long_says_so(port, open_page):
    page = open_page()
    page.goto(f"http://127.0.0.1:{port}/contact/")
    page.context.clear_cookies()

    with page.expect_navigation() as navigation:
        page.locator("main form").evaluate("form => form.submit()")

    assert navigation.value.status == 403
    assert page.locator("h1").count() == 1
    assert violations(page) == []
