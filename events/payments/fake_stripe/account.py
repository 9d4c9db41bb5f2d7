"""The books of one Stripe test account, every object as the JSON that Stripe sends."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime

from events.payments.fake_stripe.refusals import Refusal

# Stripe's names of the objects, and how their ids begin.
SESSION = "checkout.session"
INTENT = "payment_intent"
CHARGE = "charge"
REFUND = "refund"
DISPUTE = "dispute"
MOVEMENT = "balance_transaction"
PAYOUT = "payout"
EVENT = "event"
KINDS = (SESSION, INTENT, CHARGE, REFUND, DISPUTE, MOVEMENT, PAYOUT, EVENT)

Json = dict


class Account:
    """Tables of plain JSON, so that the whole account can be kept in a file."""

    def __init__(self, *, clock: Callable[[], datetime], seed: str = ""):
        self.clock = clock
        self.seed = seed or secrets.token_hex(8)  # the same seed gives the same ids
        self.made = 0
        self.tables: dict[str, dict[str, Json]] = {kind: {} for kind in KINDS}
        self.lines: dict[str, list[Json]] = {}  # of a session; the API tells on request
        self.intent_data: dict[str, Json] = {}  # what a session asks of its intent
        self.paid_out: dict[str, str] = {}  # by movement: the payout it is part of
        self.agenda: list[Json] = []  # what will happen by itself, and when
        self.deliveries: list[Json] = []  # webhooks on their way
        self.undelivered: dict[str, int] = {}  # event id: how many are not yet received
        self.answers: dict[str, Json] = {}  # by idempotency key
        self.faults: list[Json] = []  # what the next calls are answered instead
        self.webhooks = "now"  # how the next events are told: see `events.Telling`
        self.thin = True
        self.refunds_go = "succeeded"  # how the next refunds end: see `refunds.Outcome`
        self.page_base = "https://checkout.stripe.com"
        self.request: Json = {"id": None, "idempotency_key": None}

    def now(self) -> int:
        return int(self.clock().timestamp())

    def new_id(self, prefix: str, *, length: int = 24) -> str:
        self.made += 1
        digest = hashlib.sha256(f"{self.seed}-{self.made}".encode()).hexdigest()
        return f"{prefix}_{digest[:length]}"

    def add(self, thing: Json) -> Json:
        self.tables[thing["object"]][thing["id"]] = thing
        return thing

    def get(self, kind: str, thing_id: str, *, param: str = "id") -> Json:
        try:
            return self.tables[kind][thing_id]
        except KeyError:
            raise Refusal(
                f"No such {kind}: '{thing_id}'",
                code="resource_missing",
                param=param,
                status=404,
            ) from None

    def all(self, kind: str) -> list[Json]:
        """Oldest first."""
        return list(self.tables[kind].values())

    def later(self, due: int, what: str, about: str, **details: object) -> None:
        """Note what happens by itself; `core` does it when the time has come."""
        self.agenda.append({"due": due, "what": what, "about": about, **details})

    def dump(self) -> Json:
        """Everything but the clock and the place where the pages are served."""
        mine = vars(self)
        return {name: mine[name] for name in mine if name not in NOT_KEPT}

    def restore(self, kept: Json) -> None:
        tables = {kind: {} for kind in KINDS}  # an older file does not know them all
        vars(self).update({name: kept[name] for name in self.dump() if name in kept})
        self.tables = tables | self.tables


NOT_KEPT = {"clock", "page_base", "request"}
