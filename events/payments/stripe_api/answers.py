"""What our code gets to see of Stripe: five refusals and answers in plain Python."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


class Unreachable(Exception):
    """Ask again later: no answer, 5xx, too many requests, or our key is not valid."""


class Refused(Exception):
    """Stripe says no, and will say so again; `code` is Stripe's word for why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotOpen(Exception):
    """The session is paid or expired already: fetch it and settle."""


class NotFromStripe(Exception):
    """None of our secrets signed this body, or it was signed too long ago."""


@dataclass(frozen=True)
class Line:
    """One line on the buyer's receipt; `amount` is the price of one, VAT included."""

    name: str
    description: str
    amount: Decimal
    quantity: int


@dataclass(frozen=True)
class Session:
    """What Stripe says about one attempt to pay."""

    id: str
    url: str  # empty once the session is no longer open
    status: str
    payment_status: str
    amount: Decimal
    currency: str
    livemode: bool
    reference: str
    metadata: dict[str, str]
    expires_at: datetime
    payment_intent: str  # empty until the buyer tries to pay
    intent_status: str

    @property
    def is_open(self) -> bool:
        return self.status == "open"

    @property
    def is_paid(self) -> bool:
        return self.payment_status == "paid"

    @property
    def is_processing(self) -> bool:
        """The buyer is done and the bank is not (failure mode F8)."""
        return self._waits_for_the_bank and self.intent_status == "processing"

    @property
    def has_failed(self) -> bool:
        """The bank said no after the buyer was done (failure mode F9)."""
        refused = self.intent_status in {"requires_payment_method", "canceled"}
        return self._waits_for_the_bank and refused

    @property
    def has_expired(self) -> bool:
        return self.status == "expired"

    @property
    def _waits_for_the_bank(self) -> bool:
        return self.status == "complete" and self.payment_status == "unpaid"


@dataclass(frozen=True)
class RefundResult:
    """What Stripe says about one refund."""

    id: str
    status: str  # pending, requires_action, succeeded, failed or canceled
    amount: Decimal
    currency: str
    payment_intent: str
    metadata: dict[str, str]
    failure_reason: str


@dataclass(frozen=True)
class Notice:
    """All that is believed of an event: what it is called and what it is about."""

    id: str
    type: str  # without the `v1.` of thin events
    object_id: str


@dataclass(frozen=True)
class DisputeResult:
    """What Stripe says about a card holder who wants the money back (F18)."""

    id: str
    status: str
    amount: Decimal
    reason: str
    payment_intent: str
    is_refundable: bool  # as long as it is only an enquiry
    opened_at: datetime
    answer_by: datetime | None

    @property
    def is_lost(self) -> bool:
        return self.status == "lost"

    @property
    def is_over(self) -> bool:
        return self.status in {"lost", "won", "warning_closed", "prevented"}


@dataclass(frozen=True)
class Moved:
    """One movement of our balance at Stripe, and what caused it."""

    id: str
    kind: str  # Stripe's reporting category: charge, refund, dispute, payout, …
    amount: Decimal
    fee: Decimal
    currency: str
    at: datetime
    source: str  # the number of a charge, a refund or a dispute
    payment_intent: str  # empty where no payment is behind it
    metadata: dict[str, str]


@dataclass(frozen=True)
class PayoutResult:
    """What Stripe says about one transfer to our bank account."""

    id: str
    status: str  # pending, in_transit, paid, canceled or failed
    amount: Decimal
    currency: str
    is_automatic: bool  # of the others Stripe does not say of what they consist
    is_complete: bool  # its lines can be asked
    created_at: datetime
    arrives_on: date
