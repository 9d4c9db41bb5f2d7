"""What a page of one person tells to browsers, search engines and who looks on."""

import pytest
from bs4 import BeautifulSoup
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import reverse

from home.personal import own, personal_link
from tests.factories.events import make_paid_order
from tests.factories.home import make_site
from tests.factories.people import make_account

pytestmark = pytest.mark.django_db

KEPT_BY_NOBODY = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow",
}


@pytest.fixture
def member(now):
    make_site()
    browser = Client()
    browser.force_login(make_account(now))
    return browser


def head(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser").head


def test_a_page_behind_a_link_does_not_tell_its_address(client):
    make_site()
    order = make_paid_order()
    address = reverse("order", args=[order.reference, order.token])

    told = head(client.get(address).text)

    assert order.token not in str(told)
    assert not told.select('link[rel="canonical"], meta[property^="og:"]')
    assert told.select_one('meta[name="robots"]')["content"] == "noindex"


def test_a_page_behind_a_link_is_the_same_for_who_is_logged_in(client, member):
    order = make_paid_order()
    address = reverse("order", args=[order.reference, order.token])

    assert member.get(address).content == client.get(address).content


def test_a_page_of_who_is_logged_in_is_not_to_be_shared(member):
    told = head(member.get("/account/").text)

    assert not told.select('link[rel="canonical"], meta[property^="og:"]')
    assert told.select_one('meta[name="robots"]')["content"] == "noindex"


def test_nobody_keeps_a_page_of_who_is_logged_in(rf):
    headers = own(lambda _: HttpResponse("van mij"))(rf.get("/")).headers

    assert {name: headers[name] for name in KEPT_BY_NOBODY} == KEPT_BY_NOBODY


def test_how_a_mail_program_looks_at_a_link_writes_it_in_no_log(client, caplog):
    page = client.options("/bevestigen/geheim/")

    assert page.status_code == 405
    assert "geheim" not in caplog.text


def test_what_is_not_behind_a_link_is_kept_by_nobody_either(rf):
    @personal_link
    def missing(request):
        raise Http404

    answer = missing(rf.get("/"))

    expected = KEPT_BY_NOBODY | {"Referrer-Policy": "no-referrer"}
    assert answer.status_code == 404
    assert {name: answer.headers[name] for name in expected} == expected
