"""The line to Stripe, on which a process may die before or after the question."""

from events.payments.fake_stripe.http_client import InProcess
from tests.events.chaos.crashes import Crashes


class Line(InProcess):
    """As in every other test, with two points around each request."""

    def __init__(self, core, crashes: Crashes) -> None:
        super().__init__(core)
        self.crashes = crashes

    def request(self, *args, **kwargs):
        self.crashes.point()
        answer = super().request(*args, **kwargs)
        self.crashes.point()
        return answer
