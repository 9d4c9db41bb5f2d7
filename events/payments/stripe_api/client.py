"""One client per process, and two answers to what can go wrong.

The fake takes its place by a setting, never by a patch: `STRIPE_API_BASE` names another
server, `STRIPE_HTTP_CLIENT` a `stripe.HTTPClient` (or the path to one) in here."""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import stripe
from django.conf import settings
from django.utils.module_loading import import_string

from events.payments.stripe_api.answers import Refused, Unreachable

# The SDK would keep an id in the home directory and tell Stripe about this machine.
stripe.enable_telemetry = False

CONNECT_SECONDS, ANSWER_SECONDS = 3, 12  # the SDK's own default is 80
TRIES_AFTER_THE_FIRST = 2  # with the same idempotency key; a bare client never retries
# A wrong key is ours to put right; until then no payment and no refund is given up.
NOT_NOW = (
    stripe.APIConnectionError,
    stripe.RateLimitError,
    stripe.APIError,
    stripe.AuthenticationError,
    stripe.PermissionError,
)


def client() -> stripe.StripeClient:
    """One client per process, made anew only when the settings are others."""
    return _client(
        settings.STRIPE_SECRET_KEY,
        settings.STRIPE_API_BASE,
        settings.STRIPE_HTTP_CLIENT,
    )


@functools.lru_cache(maxsize=1)
def _client(
    key: str, base: str, http_client: stripe.HTTPClient | str | None
) -> stripe.StripeClient:
    if isinstance(http_client, str):
        http_client = cast(stripe.HTTPClient, import_string(http_client))
    return stripe.StripeClient(
        key,
        base_addresses={"api": base or stripe.DEFAULT_API_BASE},
        max_network_retries=TRIES_AFTER_THE_FIRST,
        http_client=http_client
        or stripe.RequestsClient(timeout=(CONNECT_SECONDS, ANSWER_SECONDS)),
    )


@contextmanager
def at_stripe() -> Iterator[None]:
    """Two answers to what can go wrong: try again later, or do not."""
    try:
        yield
    except NOT_NOW as error:
        raise Unreachable from error
    except stripe.StripeError as error:
        raise Refused(error.code or type(error).__name__) from error
