"""The real SDK in front of the fake."""

import pytest
import stripe as package

from events.payments import stripe_api
from tests.factories.stripe import make_params


@pytest.fixture
def sdk(stripe) -> package.StripeClient:
    """The client that our code uses, for the calls that it does not make (yet)."""
    return stripe_api.client()


@pytest.fixture
def session(sdk, now):
    """An open session of € 298."""
    return sdk.v1.checkout.sessions.create(make_params(now))


@pytest.fixture
def intent(stripe, session) -> str:
    """The id of a payment of € 298 by card."""
    return stripe.pay(session.id, method="card")["payment_intent"]
