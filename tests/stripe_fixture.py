"""The fixture `stripe`: the fake Stripe in this process, and the hands of its people.

`tests/conftest.py` loads it (`pytest_plugins`). With the fixture, time stands still at
`now` for everybody: our code, the fake and the signatures; `stripe.clock.shift(…)`
moves it. Without the fixture, a test that reaches for Stripe fails.
"""

from datetime import UTC, datetime

import pytest
import stripe as sdk
import time_machine

from events.payments.fake_stripe import events
from events.payments.fake_stripe.account import EVENT, SESSION
from events.payments.fake_stripe.core import FakeStripe
from events.payments.fake_stripe.http_client import InProcess

WEBHOOK = "/tickets/stripe/"


class StripeInTests(FakeStripe):
    """All of `FakeStripe`, and webhooks posted with Django's test client."""

    def __init__(self, *, clock: time_machine.Traveller, secret: str) -> None:
        super().__init__(clock=lambda: datetime.now(UTC), seed="tests")
        self.clock = clock
        self.secret = secret

    @property
    def last_session(self) -> str:
        """The id of the session that was made last."""
        return self.sessions[-1]["id"]

    def tell(self, client, name: str, object_id: str, *, thin: bool = True, **headers):
        """Post the webhook about that object, also when it never happened at Stripe."""
        with self.turn() as account:
            told = [e for e in account.all(EVENT) if e["type"] == name]
            told = events.about(told, object_id)
            if not told:
                told = [events.emit(account, name, self._any(object_id))]
            write = events.thin_body if thin else events.snapshot_body
            body = write(told[-1])
        return self._post(client, body, **headers)

    def deliver(self, client) -> list[int]:
        """Post what is due, in its order; the answers are noted as Stripe does."""
        answers = []
        for sent, body in self.take_due_webhooks():
            status = self._post(client, body).status_code
            self.note_outcome(sent, received=200 <= status < 300)
            answers.append(status)
        return answers

    def _post(self, client, body: str, **headers):
        signature = events.signature_for(body, self.secret)
        return client.post(
            WEBHOOK,
            body,
            content_type="application/json",
            headers={"Stripe-Signature": signature, **headers},
        )

    def _any(self, object_id: str) -> dict:
        for table in self.account.tables.values():
            if object_id in table:
                return table[object_id]
        return {"id": object_id, "object": SESSION}


class NobodyThere(sdk.HTTPClient):
    """What a test meets that reaches for Stripe without the fixture."""

    name = "nobody"

    def request(self, *args, **kwargs):
        raise AssertionError("This test needs the fixture `stripe`.")


@pytest.fixture(autouse=True)
def _no_stripe_by_accident(settings):
    settings.STRIPE_HTTP_CLIENT = NobodyThere()


@pytest.fixture
def stripe(settings, now):
    """The fake Stripe, empty, at the moment `now`."""
    with time_machine.travel(now, tick=False) as clock:
        core = StripeInTests(clock=clock, secret=settings.STRIPE_WEBHOOK_SECRETS[0])
        settings.STRIPE_HTTP_CLIENT = InProcess(core)
        yield core
