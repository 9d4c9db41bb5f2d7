"""What the site tells browsers about safety, with the settings of production."""

import re

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from config.middleware import visitor_address
from home.readers.models import Confirmation
from stories.newsletter.services import Wish, subscribe
from tests.factories.events import make_paid_order
from tests.factories.home import make_site
from tests.factories.newsletter import make_issue
from tests.factories.stories import make_subscriber
from tests.observatory import grade
from tests.production import COMPLETE, production_settings, what_decides_about_http

HOST = "www.een-nieuw-geluid.example"
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; "
    "frame-src https://www.youtube-nocookie.com https://player.vimeo.com; "
    "manifest-src 'self'; "
    "form-action 'self' https://checkout.stripe.com; base-uri 'none'; "
    "frame-ancestors 'none'"
)


@pytest.fixture
def visitor(monkeypatch, settings):
    """A browser that visits the site as production serves it, through the proxy."""
    its = production_settings(monkeypatch, COMPLETE)
    for name, value in what_decides_about_http(its).items():
        setattr(settings, name, value)
    return Client(headers={"host": HOST, "x-forwarded-proto": "https"})


def over_http(path: str):
    return Client(headers={"host": HOST}).get(path)


@pytest.mark.django_db
def test_mozilla_observatory_would_give_an_a_plus(visitor):
    make_site()

    page = visitor.get("/")

    assert page.status_code == 200
    assert grade(page=page, redirect=over_http("/"), html=page.content.decode()) == (
        "A+",
        120,
    )


@pytest.mark.django_db
def test_a_machine_asks_over_http_whether_the_site_lives(visitor):
    answers = [over_http(path) for path in ("/healthz", "/readyz")]

    assert [answer.status_code for answer in answers] == [200, 200]


@pytest.mark.django_db
def test_pages_of_readers_and_buyers_get_the_same_grade(visitor):
    make_site()
    now = timezone.now()
    issue, subscriber = make_issue(live=True), make_subscriber(now=now)
    subscribe(email="noor@voorbeeld.example", wish=Wish("week", []), now=now)
    order = make_paid_order()
    mine, theirs = [order.reference, order.token], [subscriber.token]
    addresses = [
        "/nieuwsbrief/",
        issue.url,
        reverse("newsletter_sign_up"),
        reverse("newsletter_preferences", args=theirs),
        reverse("newsletter_leave", args=theirs),
        reverse("confirm", args=[Confirmation.objects.get().token]),
        reverse("order", args=mine),
        reverse("my_links"),
        reverse("withdraw_here"),
    ]

    pages = {address: visitor.get(address) for address in addresses}

    assert {page.status_code for page in pages.values()} == {200}
    grades = {
        address: grade(page=page, redirect=over_http(address), html=page.text)
        for address, page in pages.items()
    }
    assert {at: got for at, got in grades.items() if got[0] != "A+"} == {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("setting", "weaker", "expected"),
    [
        ("SECURE_CSP", None, "B"),
        ("SECURE_CSP", {"script-src": ["'unsafe-inline'"]}, "B+"),
        ("SECURE_HSTS_SECONDS", 0, "B+"),
        ("SECURE_SSL_REDIRECT", False, "B+"),
        ("SECURE_REFERRER_POLICY", "unsafe-url", "A+"),
    ],
)
def test_the_grade_falls_with_what_it_stands_on(
    setting, weaker, expected, visitor, settings
):
    make_site()
    setattr(settings, setting, weaker)

    page = visitor.get("/")

    letter, score = grade(
        page=page, redirect=over_http("/"), html=page.content.decode()
    )
    assert (letter, score < 120) == (expected, True)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/bestaat-niet/", "/robots.txt", "/?p=%00"])
def test_every_answer_carries_the_strict_policy(path, visitor):
    make_site()

    headers = visitor.get(path).headers

    assert headers["Content-Security-Policy"] == STRICT
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Strict-Transport-Security"] == (
        "max-age=63072000; includeSubDomains; preload"
    )


@pytest.mark.django_db
def test_only_the_back_office_may_write_inline(visitor):
    make_site()

    policy = visitor.get("/cms/login/").headers["Content-Security-Policy"]

    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "'unsafe-eval'" not in policy
    assert "frame-ancestors 'self'" in policy


@pytest.mark.django_db
def test_who_only_reads_gets_no_cookie_and_may_keep_the_page(visitor):
    make_site()

    page = visitor.get("/")
    again = visitor.get("/", headers={"if-none-match": page.headers["ETag"]})

    assert page.cookies == {}
    assert "Cookie" not in page.headers.get("Vary", "")
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.django_db
def test_the_cookies_of_the_back_office_stay_with_us(visitor):
    make_site()

    cookies = visitor.get("/cms/login/").cookies

    assert set(cookies) == {"__Host-csrf"}
    assert cookies["__Host-csrf"]["secure"] is True
    assert cookies["__Host-csrf"]["httponly"] is True
    assert cookies["__Host-csrf"]["samesite"] == "Lax"


def test_http_is_sent_to_https_on_the_same_host(visitor):
    answer = over_http("/verhalen/?thema=mens")

    assert answer.status_code == 301
    assert answer.headers["Location"] == f"https://{HOST}/verhalen/?thema=mens"


def test_another_host_is_refused(visitor):
    answer = visitor.get("/", headers={"host": "kwaad.example"})

    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("forwarded", "expected"),
    [
        ("", "10.0.0.1"),
        ("192.0.2.7", "192.0.2.7"),
        ("verzonnen, 192.0.2.7", "192.0.2.7"),
    ],
)
def test_the_visitor_is_who_our_own_proxy_names(forwarded, expected):
    request = RequestFactory().get(
        "/", REMOTE_ADDR="10.0.0.1", headers={"x-forwarded-for": forwarded}
    )

    visitor_address(lambda _: HttpResponse())(request)

    assert request.META["REMOTE_ADDR"] == expected


def test_only_behind_https_is_a_proxy_believed(monkeypatch):
    middleware = "config.middleware.visitor_address"
    loopback = {**COMPLETE, "SITE_URL": "http://127.0.0.1:8000"}

    assert middleware in production_settings(monkeypatch, COMPLETE).MIDDLEWARE
    assert middleware not in production_settings(monkeypatch, loopback).MIDDLEWARE
    assert middleware not in settings.MIDDLEWARE


BEHIND_A_LINK = ["confirm", "newsletter_leave", "newsletter_preferences"]
BEHIND_A_LINK += ["host", "guest", "waiting_place"]


def test_search_engines_are_kept_from_every_personal_link(client):
    told = re.findall("Disallow: (.+)", client.get("/robots.txt").text)

    personal = [reverse(name, args=["x"]) for name in BEHIND_A_LINK]
    personal.append(reverse("order", args=["x", "y"]))
    assert [one for one in personal if not one.startswith(tuple(told))] == []
