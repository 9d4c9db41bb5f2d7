"""A fake Stripe inside this process, so that demo orders are made by the real services."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from django.conf import settings

from events.payments.fake_stripe.core import FakeStripe
from events.payments.fake_stripe.http_client import InProcess
from events.payments.fake_stripe.refusals import Impossible
from events.payments.fake_stripe.state import load, save


class Bank(FakeStripe):
    """A Stripe whose clock is set by hand and that tells nobody what happened."""

    def __init__(self, now: datetime) -> None:
        self.today = now
        super().__init__(clock=lambda: self.today)

    def pay_last(self) -> None:
        self.pay(self.sessions[-1]["id"])

    def pay_out_weekly(self, now: datetime) -> None:
        """As far back as the site compares."""
        for weeks in range(5, 0, -1):
            self.today = now - timedelta(weeks=weeks)
            with suppress(Impossible):
                self.pay_out()


def is_fake() -> bool:
    """Orders are never invented where real money is taken."""
    return bool(settings.STRIPE_API_BASE or settings.STRIPE_HTTP_CLIENT)


@contextmanager
def open_bank(now: datetime) -> Iterator[Bank]:
    """What happens here is in the file with which `make run` starts its fake Stripe."""
    bank = Bank(now)
    file = settings.VAR_DIR / "fakestripe.json"
    load(bank, file)
    bank.tell_webhooks("never")
    outside = settings.STRIPE_HTTP_CLIENT
    settings.STRIPE_HTTP_CLIENT = InProcess(bank)
    log = logging.getLogger("stripe")  # it would name each of a hundred requests
    level = log.level
    log.setLevel(logging.WARNING)
    try:
        yield bank
    finally:
        settings.STRIPE_HTTP_CLIENT = outside
        log.setLevel(level)
    bank.pay_out_weekly(now)
    bank.today = now
    bank.tell_webhooks("now")
    save(bank, file)
