"""Face 2: the real SDK over loopback, the payment page, the panel, and webhooks."""

import json
import queue
import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import requests

from events.payments import stripe_api
from events.payments.fake_stripe import panel, state
from events.payments.fake_stripe.core import FakeStripe
from events.payments.fake_stripe.server import NotLoopback, is_loopback, serve
from tests.factories.stripe import make_params


@pytest.fixture
def core() -> FakeStripe:
    return FakeStripe()


@pytest.fixture
def url(core, settings):
    """Where the fake answers; our own code finds it there, as in development."""
    settings.STRIPE_HTTP_CLIENT = None
    with serve(core) as url:
        settings.STRIPE_API_BASE = url
        yield url
        stripe_api.client()._requestor._client.close()


@pytest.fixture
def session(url):
    params = make_params(datetime.now(UTC))
    return stripe_api.create_session(params, idempotency_key="k1")


def get(address):
    return requests.get(address, timeout=60)


def post(address, **form):
    return requests.post(address, data=form, timeout=60, allow_redirects=False)


def test_our_code_pays_over_http(core, url, session):
    core.pay(session.id)

    paid = stripe_api.fetch_session(session.id)
    refund = stripe_api.refund(
        payment_intent=paid.payment_intent,
        amount=paid.amount,
        metadata={},
        idempotency_key="r1",
    )
    assert session.url == f"{url}/c/pay/{session.id}"
    assert paid.is_paid is True
    assert refund.status == "succeeded"


def test_a_call_that_is_carried_out_without_an_answer(core, url):
    core.fail_next("timeout")
    params = make_params(datetime.now(UTC))

    session = stripe_api.create_session(params, idempotency_key="k1")

    assert [made["id"] for made in core.sessions] == [session.id]


def test_a_live_key_is_refused_over_http(url, session):
    answer = requests.get(
        f"{url}/v1/checkout/sessions/{session.id}",
        headers={"Authorization": "Bearer sk_live_1"},
        timeout=60,
    )

    assert answer.status_code == 403
    assert "sk_live_1" not in answer.text


def test_the_payment_page_shows_what_is_paid_for(session):
    page = get(session.url)

    assert page.status_code == 200
    assert "Proefbetaling: hier wordt niets afgeschreven" in page.text
    assert "€\N{NO-BREAK SPACE}298,00" in page.text
    assert "Betaal met iDEAL | Wero" in page.text
    assert 'href="http://testserver/afgebroken/"' in page.text


@pytest.mark.parametrize(
    ("choice", "method"), [("ideal", "ideal"), ("card", "card"), ("later", "ideal")]
)
def test_who_pays_goes_back_to_the_site(core, session, choice, method):
    answer = post(session.url, keuze=choice)

    assert answer.status_code == 303
    assert answer.headers["Location"] == f"http://testserver/betaald/?s={session.id}"
    assert core.sessions[0]["status"] == "complete"
    assert core.charges[0]["payment_method_details"]["type"] == method


@pytest.mark.parametrize(
    ("choice", "says", "status", "payment"),
    [
        ("refused", "Je bank heeft de betaling geweigerd", "open", "unpaid"),
        ("closed", "de browser is dicht", "complete", "paid"),
        ("expired", "Deze betaalpagina is verlopen", "expired", "unpaid"),
        ("dance", "Je betaalt", "open", "unpaid"),
    ],
)
def test_it_may_go_otherwise(core, session, choice, says, status, payment):
    answer = post(session.url, keuze=choice)

    assert answer.status_code == 200
    assert says in answer.text
    assert core.sessions[0]["status"] == status
    assert core.sessions[0]["payment_status"] == payment


def test_a_second_click_does_not_pay_again(core, session):
    post(session.url, keuze="ideal")
    second = post(session.url, keuze="ideal")

    assert "Deze bestelling is betaald" in second.text
    assert len(core.charges) == 1


@pytest.mark.parametrize("path", ["/c/pay/cs_unknown", "/nergens", "/c/pay/%00"])
def test_a_page_that_is_not_there(url, path):
    assert get(url + path).status_code == 404
    assert post(url + path).status_code == 404


def test_the_panel_shows_what_happened_and_does_what_is_clicked(core, url, session):
    paid = core.pay(session.id, method="card")
    before = get(f"{url}/").text
    disputed = post(f"{url}/", wat="dispute", id=paid["payment_intent"]).text

    assert "K7M-2PX" in before
    assert "De kaarthouder betwist de betaling." in disputed
    assert [dispute["status"] for dispute in core.disputes] == ["needs_response"]


def test_the_panel_gives_a_part_back_and_makes_the_books_differ(core, url, session):
    paid = core.pay(session.id)

    given = post(f"{url}/", wat="refund-part", id=paid["payment_intent"]).text
    differs = post(f"{url}/", wat="differ", id=session.id).text

    assert "€ 10 terugbetaald in het dashboard" in given
    assert [refund["amount"] for refund in core.refunds] == [1000]
    assert "De boeken van Stripe wijken nu af" in differs
    assert core.sessions[0]["client_reference_id"] == "KLOPT-NIET"


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"wat": "dans"},
        {"wat": "expire"},
        {"wat": "expire", "id": "cs_unknown"},
        {"wat": "fault", "fout": "brand", "keer": "1"},
        {"wat": "fault", "fout": "500", "keer": "veel"},
        {"wat": "telling", "hoe": "luid"},
        {"wat": "send", "id": "evt_unknown"},
    ],
)
def test_the_panel_survives_a_form_that_is_wrong(core, url, form):
    answer = post(f"{url}/", **form)

    assert answer.status_code == 200
    assert 'role="status"' in answer.text
    assert (core.account.faults, core.account.deliveries) == ([], [])


@pytest.mark.parametrize(
    ("how", "times"), [("now", 1), ("twice", 2), ("reversed", 1), ("never", 0)]
)
def test_the_panel_tells_again_about_one_payment(core, how, times):
    with serve(core) as url:  # which sends nothing: it was given no webhook address
        session = _paid(core, url)
        core.take_due_webhooks()

        panel.act(core, {"wat": "send-all", "id": session, "hoe": how})

        assert len(core.take_due_webhooks()) == times


class Endpoint(HTTPServer):
    """A site that hears of payments; it answers what it was told to answer."""

    def __init__(self, *answers: int) -> None:
        self.answers = list(answers)
        self.heard: queue.Queue = queue.Queue()
        super().__init__(("127.0.0.1", 0), EndpointHandler)


class EndpointHandler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.server.answers.pop(0))
        self.end_headers()
        self.server.heard.put((body, self.headers["Stripe-Signature"]))

    def log_message(self, *_):
        """Quiet."""


@pytest.fixture
def endpoint():
    server = Endpoint(200, 200, 200)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_webhooks_reach_the_site_signed(core, settings, endpoint):
    address = f"http://127.0.0.1:{endpoint.server_port}/tickets/stripe/"
    with serve(core, webhook_url=address, webhook_secret="whsec_tests") as url:
        session = _paid(core, url)
        body, signature = endpoint.heard.get(timeout=60)

    notice = stripe_api.read_event(body, signature)
    assert (notice.type, notice.object_id) == ("checkout.session.completed", session)


def test_a_webhook_that_failed_waits_for_its_next_try(core, endpoint):
    endpoint.answers = [500]
    address = f"http://127.0.0.1:{endpoint.server_port}/"
    with serve(core, webhook_url=address, webhook_secret="whsec_tests") as url:
        _paid(core, url)
        endpoint.heard.get(timeout=60)

    [again] = core.account.deliveries
    assert again["attempt"] == 1
    assert again["due"] > core.account.now()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "example.nl"])
def test_other_machines_are_refused(core, host):
    with pytest.raises(NotLoopback), serve(core, host=host):
        pass
    with pytest.raises(NotLoopback), serve(core, webhook_url=f"http://{host}/"):
        pass


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_this_machine(host):
    assert is_loopback(host) is True


def test_a_restart_keeps_the_payments(core, tmp_path):
    file = tmp_path / "var" / "fakestripe.json"
    with serve(core, kept=file) as url:
        session = _paid(core, url)
        post(f"{url}/", wat="outcome", hoe="pending")

    again = FakeStripe()
    state.load(again, file)
    assert again.dump() == json.loads(json.dumps(core.dump()))
    assert [one["id"] for one in again.sessions] == [session]
    assert again.account.new_id("cs") == core.account.new_id("cs")


def _paid(core, url) -> str:
    """A paid session, made without the SDK."""
    answer = requests.post(
        f"{url}/v1/checkout/sessions",
        headers={"Authorization": "Bearer sk_test_1"},
        data={
            "mode": "payment",
            "success_url": "http://testserver/",
            "line_items[0][quantity]": "1",
            "line_items[0][price_data][currency]": "eur",
            "line_items[0][price_data][unit_amount]": "14900",
            "line_items[0][price_data][product_data][name]": "Duoticket",
        },
        timeout=60,
    )
    return core.pay(answer.json()["id"])["id"]
