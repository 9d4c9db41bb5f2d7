"""The fake Stripe as one object: a lock, a clock, and all that people and banks do."""

import copy
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from events.payments.fake_stripe import (
    api,
    disputes,
    events,
    payments,
    payouts,
    refunds,
    sessions,
)
from events.payments.fake_stripe.account import (
    CHARGE,
    DISPUTE,
    EVENT,
    INTENT,
    MOVEMENT,
    PAYOUT,
    REFUND,
    SESSION,
    Account,
    Json,
)
from events.payments.fake_stripe.api import Answer, Fault, Request
from events.payments.fake_stripe.events import Telling
from events.payments.fake_stripe.refunds import Outcome


def _real_time() -> datetime:
    return datetime.now(UTC)


class FakeStripe:
    """Any number of threads may ask; each turn first lets happen what is due by now."""

    def __init__(
        self, *, clock: Callable[[], datetime] = _real_time, seed: str = ""
    ) -> None:
        self.account = Account(clock=clock, seed=seed)
        self._lock = threading.RLock()

    @contextmanager
    def turn(self) -> Iterator[Account]:
        with self._lock:
            sessions.end_what_is_over(self.account)
            self._keep_appointments()
            yield self.account

    def _keep_appointments(self) -> None:
        now = self.account.now()
        due = [entry for entry in self.account.agenda if entry["due"] <= now]
        self.account.agenda = [e for e in self.account.agenda if e["due"] > now]
        for entry in due:
            if entry["what"] == "payout.arrive":
                self._let_arrive(entry["about"])
                continue
            refund = self.account.get(REFUND, entry["about"])
            if entry["what"] == "refund.fail" and refund["status"] != "failed":
                refunds.fail(self.account, refund)
            elif entry["what"] == "refund.succeed" and refund["status"] == "pending":
                refunds.succeed(self.account, refund)

    def _let_arrive(self, payout_id: str) -> None:
        payout = self.account.get(PAYOUT, payout_id)
        if payout["status"] == "in_transit":
            payouts.arrive(self.account, payout)

    # What our own code asks, through one of the two faces.

    def handle(self, request: Request) -> Answer:
        with self.turn() as account:
            return api.answer(account, request)

    # What the buyer and the bank do.

    def pay(self, session_id: str, *, method: str = "ideal") -> Json:
        with self.turn() as account:
            return payments.pay(
                account, account.get(SESSION, session_id), method=method
            )

    def pay_later(self, session_id: str, *, method: str = "ideal") -> Json:
        with self.turn() as account:
            session = account.get(SESSION, session_id)
            return payments.pay_later(account, session, method=method)

    def finish(self, session_id: str, *, paid: bool) -> Json:
        with self.turn() as account:
            return payments.finish(account, account.get(SESSION, session_id), paid=paid)

    def decline(self, session_id: str, *, method: str = "ideal") -> Json:
        with self.turn() as account:
            session = account.get(SESSION, session_id)
            return payments.decline(account, session, method=method)

    def open_dispute(self, payment_intent: str) -> Json:
        with self.turn() as account:
            return disputes.open_one(account, account.get(INTENT, payment_intent))

    def close_dispute(self, dispute_id: str, *, won: bool) -> Json:
        with self.turn() as account:
            return disputes.close(account, account.get(DISPUTE, dispute_id), won=won)

    # What somebody does in Stripe's dashboard, or time does.

    def expire(self, session_id: str) -> Json:
        with self.turn() as account:
            return sessions.expire(account, account.get(SESSION, session_id))

    def refund_in_dashboard(
        self, payment_intent: str, *, amount: int | None = None
    ) -> Json:
        with self.turn() as account:
            intent = account.get(INTENT, payment_intent)
            return refunds.make_in_dashboard(account, intent, amount=amount)

    def succeed_refund(self, refund_id: str) -> Json:
        with self.turn() as account:
            return refunds.succeed(account, account.get(REFUND, refund_id))

    def fail_refund(self, refund_id: str) -> Json:
        with self.turn() as account:
            return refunds.fail(account, account.get(REFUND, refund_id))

    def fail_refund_tomorrow(self, refund_id: str) -> None:
        with self.turn() as account:
            refunds.fail_tomorrow(account, account.get(REFUND, refund_id))

    def pay_out(self, *, automatic: bool = True) -> Json:
        with self.turn() as account:
            return payouts.pay_out(account, automatic=automatic)

    def arrive(self, payout_id: str) -> Json:
        with self.turn() as account:
            return payouts.arrive(account, account.get(PAYOUT, payout_id))

    def fail_payout(self, payout_id: str) -> Json:
        with self.turn() as account:
            return payouts.fail(account, account.get(PAYOUT, payout_id))

    # What shall go wrong.

    def fail_next(self, fault: Fault | str, *, times: int = 1, path: str = "") -> None:
        """The SDK tries three times: `times=3` is what our code gets to see."""
        with self.turn() as account:
            api.fail_next(account, Fault(fault), times=times, path=path)

    def next_refunds(self, outcome: Outcome | str) -> None:
        with self.turn() as account:
            account.refunds_go = Outcome(outcome).value

    def tell_webhooks(self, telling: Telling | str, *, thin: bool = True) -> None:
        with self.turn() as account:
            account.webhooks = Telling(telling).value
            account.thin = thin

    # Webhooks on their way.

    def send_again(self, event_id: str) -> None:
        with self.turn() as account:
            event = account.get(EVENT, event_id)
            events.deliver(account, event["id"], due=account.now())

    def take_due_webhooks(self) -> list[tuple[Json, str]]:
        """Each with its body; whoever takes them sends them, and notes the outcome."""
        with self.turn() as account:
            return [
                (sent, events.body_of(account, account.get(EVENT, sent["event"])))
                for sent in events.take_due(account)
            ]

    def note_outcome(self, sent: Json, *, received: bool) -> None:
        with self.turn() as account:
            events.note_outcome(account, sent, received=received)

    # What a test or the control panel looks at: copies, oldest first.

    @property
    def sessions(self) -> list[Json]:
        return self._all(SESSION)

    @property
    def intents(self) -> list[Json]:
        return self._all(INTENT)

    @property
    def charges(self) -> list[Json]:
        return self._all(CHARGE)

    @property
    def refunds(self) -> list[Json]:
        return self._all(REFUND)

    @property
    def disputes(self) -> list[Json]:
        return self._all(DISPUTE)

    @property
    def events(self) -> list[Json]:
        return self._all(EVENT)

    @property
    def movements(self) -> list[Json]:
        return self._all(MOVEMENT)

    @property
    def payouts(self) -> list[Json]:
        return self._all(PAYOUT)

    def _all(self, kind: str) -> list[Json]:
        with self.turn() as account:
            return copy.deepcopy(account.all(kind))

    def tamper(self, kind: str, thing_id: str, **fields: object) -> None:
        """Make Stripe's books differ from ours, to see that we notice."""
        with self.turn() as account:
            account.get(kind, thing_id).update(fields)

    def dump(self) -> Json:
        with self.turn() as account:
            return copy.deepcopy(account.dump())

    def restore(self, kept: Json) -> None:
        with self._lock:
            self.account.restore(kept)
