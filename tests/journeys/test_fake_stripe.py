"""The stand-in payment page and the panel, as somebody meets them in a browser."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from events.payments import stripe_api
from events.payments.fake_stripe.core import FakeStripe
from events.payments.fake_stripe.server import serve
from tests.factories.stripe import make_params
from tests.journeys.axe import violations


@pytest.fixture
def core():
    return FakeStripe()


@pytest.fixture
def url(core, settings):
    settings.STRIPE_HTTP_CLIENT = None
    with serve(core) as url:
        settings.STRIPE_API_BASE = url
        yield url
        stripe_api.client()._requestor._client.close()


def make_session(url: str, key: str = "k1") -> stripe_api.Session:
    params = make_params(
        datetime.now(UTC), success_url=f"{url}/?s={{CHECKOUT_SESSION_ID}}"
    )
    return stripe_api.create_session(params, idempotency_key=key)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing(core, url, open_page, width, scheme):
    first, second, third = (make_session(url, key) for key in ("k1", "k2", "k3"))
    core.pay(second.id, method="card")
    core.pay_out()
    core.refund_in_dashboard(core.sessions[1]["payment_intent"], amount=100)
    core.open_dispute(core.sessions[1]["payment_intent"])
    core.expire(third.id)
    page = open_page(width=width, scheme=scheme)

    for path in ("/", *(f"/c/pay/{made.id}" for made in (first, second, third))):
        page.goto(url + path)

        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_buyer_is_refused_and_pays_after_all(core, url, open_page):
    session = make_session(url)
    page = open_page()

    page.goto(session.url)
    page.get_by_role("button", name="De bank weigert").click()
    expect(page.get_by_role("status")).to_contain_text("geweigerd")
    page.get_by_role("button", name="Betaal met iDEAL | Wero").click()

    expect(page).to_have_url(f"{url}/?s={session.id}")
    assert stripe_api.fetch_session(session.id).is_paid


def test_a_developer_lets_a_slow_bank_refuse(core, url, open_page):
    session = make_session(url)
    core.pay_later(session.id)
    page = open_page()

    page.goto(f"{url}/")
    page.get_by_role("button", name="Uitslag: mislukt").click()

    expect(page.get_by_role("status")).to_contain_text("De bank heeft geweigerd.")
    assert stripe_api.fetch_session(session.id).has_failed
