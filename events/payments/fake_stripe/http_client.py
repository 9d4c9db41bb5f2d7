"""Face 1: the real SDK talks to the core inside this process, without a socket."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import stripe
from requests.structures import CaseInsensitiveDict

from events.payments.fake_stripe.api import Request
from events.payments.fake_stripe.core import FakeStripe
from events.payments.fake_stripe.refusals import NoAnswer


class InProcess(stripe.HTTPClient):
    """For `StripeClient(http_client=…)`: the real SDK serialises, parses and raises."""

    name = "fake_stripe"

    def __init__(self, core: FakeStripe) -> None:
        super().__init__()
        self.core = core

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None,
        post_data: Any = None,
        **_: Any,
    ) -> tuple[str, int, Mapping[str, str]]:
        address = urlsplit(url)
        request = Request(
            method=method,
            path=address.path,
            form=post_data or "" if method == "post" else address.query,
            headers={name.lower(): value for name, value in (headers or {}).items()},
        )
        try:
            answer = self.core.handle(request)
        except NoAnswer:
            raise stripe.APIConnectionError(
                "The line went dead.", should_retry=True
            ) from None
        return answer.body, answer.status, CaseInsensitiveDict(answer.headers)

    def _sleep_time_seconds(self, num_retries: int) -> float:
        return 0  # the SDK's pauses between tries would make every test wait

    def close(self) -> None:
        """Nothing is open."""
