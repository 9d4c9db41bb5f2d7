"""Money back: asked for by us, made in the dashboard, and failing a day later."""

from enum import StrEnum

from events.payments.fake_stripe import events, ledger
from events.payments.fake_stripe.account import CHARGE, INTENT, REFUND, Account, Json
from events.payments.fake_stripe.refusals import Impossible, Refusal

DAY = 24 * 60 * 60
IDEAL_REFUND_DAYS = 180


class Outcome(StrEnum):
    """How the refunds that are asked for next will go."""

    SUCCEEDED = "succeeded"
    PENDING = "pending"  # succeeds a day later
    SHORT = "insufficient_funds"  # waits until somebody tops up the balance
    FAILS = "fails_tomorrow"


def create(account: Account, params: Json) -> Json:
    charge = _charge_for(account, params)
    amount = _amount(charge, params.get("amount"))
    _check_refundable(account, charge)
    return _make(
        account,
        charge,
        amount,
        reason=params.get("reason"),
        metadata=params.get("metadata") or {},
    )


def make_in_dashboard(account: Account, intent: Json, *, amount: int | None) -> Json:
    """Somebody clicked *Refund* at Stripe: it carries nothing of ours."""
    charge = _charge_for(account, {"payment_intent": intent["id"]})
    amount = _amount(charge, amount)
    _check_refundable(account, charge)
    return _make(account, charge, amount, reason="requested_by_customer", metadata={})


def _charge_for(account: Account, params: Json) -> Json:
    if ("payment_intent" in params) == ("charge" in params):
        raise Refusal(
            "One of the following params should be provided for this request: "
            "payment_intent or charge.",
            code="parameter_missing",
        )
    if "charge" in params:
        return account.get(CHARGE, params["charge"], param="charge")
    intent = account.get(INTENT, params["payment_intent"], param="payment_intent")
    if intent["status"] != "succeeded":
        raise Refusal(
            f"This PaymentIntent ({intent['id']}) does not have a successful charge "
            "to refund.",
            code="charge_not_refundable",
            param="payment_intent",
        )
    return account.get(CHARGE, intent["latest_charge"])


def _amount(charge: Json, asked: int | None) -> int:
    left = charge["amount"] - charge["amount_refunded"]
    if left == 0:
        raise Refusal(
            f"Charge {charge['id']} has already been refunded.",
            code="charge_already_refunded",
        )
    if asked is None:
        return left
    if asked < 1:
        raise Refusal(
            "This value must be greater than or equal to 1.",
            code="parameter_invalid_integer",
            param="amount",
        )
    if asked > left:
        raise Refusal(
            f"Refund amount ({_euros(asked)}) is greater than unrefunded amount on "
            f"charge ({_euros(left)})",
            code="amount_too_large",
            param="amount",
        )
    return asked


def _check_refundable(account: Account, charge: Json) -> None:
    if charge["disputed"] and not _dispute_was_won(account, charge):
        raise Refusal(
            f"Charge {charge['id']} has been charged back; cannot issue a refund.",
            code="charge_disputed",
        )
    age = account.now() - charge["created"]
    is_ideal = charge["payment_method_details"]["type"] == "ideal"
    if is_ideal and age > IDEAL_REFUND_DAYS * DAY:
        raise Refusal(
            f"iDEAL payments can be refunded until {IDEAL_REFUND_DAYS} days after "
            "the payment.",
            code="charge_not_refundable",
        )


def _dispute_was_won(account: Account, charge: Json) -> bool:
    about = [d for d in account.all("dispute") if d["charge"] == charge["id"]]
    return all(dispute["status"] == "won" for dispute in about)


def _make(
    account: Account, charge: Json, amount: int, *, reason: str | None, metadata: Json
) -> Json:
    outcome = Outcome(account.refunds_go)
    is_card = charge["payment_method_details"]["type"] == "card"
    refund = {
        "id": account.new_id("re" if is_card else "pyr"),
        "object": REFUND,
        "amount": amount,
        "balance_transaction": None,
        "charge": charge["id"],
        "created": account.now(),
        "currency": charge["currency"],
        "destination_details": {
            "type": "card" if is_card else "ideal",
            **({"card": {"type": "pending"}} if is_card else {}),
        },
        "metadata": metadata,
        "payment_intent": charge["payment_intent"],
        "reason": reason,
        "receipt_number": None,
        "source_transfer_reversal": None,
        "status": "succeeded",
        "transfer_reversal": None,
    }
    account.add(refund)
    charge["amount_refunded"] += amount  # a pending refund counts too
    charge["refunded"] = charge["amount_refunded"] == charge["amount"]
    if outcome is Outcome.SHORT:
        refund.update(status="pending", pending_reason="insufficient_funds")
    else:
        _book(account, refund, is_card=is_card)
    if outcome in (Outcome.PENDING, Outcome.FAILS):
        refund.update(status="pending", pending_reason="processing")
        what = "succeed" if outcome is Outcome.PENDING else "fail"
        account.later(account.now() + DAY, f"refund.{what}", refund["id"])
    events.emit(account, "refund.created", refund)
    events.emit(account, "charge.refunded", charge)
    return refund


def _book(account: Account, refund: Json, *, is_card: bool) -> None:
    refund["balance_transaction"] = ledger.book(
        account,
        amount=-refund["amount"],
        kind="refund" if is_card else "payment_refund",
        category="refund",
        source=refund,
    )


def succeed(account: Account, refund: Json) -> Json:
    if refund["status"] != "pending":
        raise Impossible("Deze terugbetaling is al afgerond.")
    if refund["balance_transaction"] is None:
        _book(account, refund, is_card=refund["id"].startswith("re_"))
    refund["status"] = "succeeded"
    refund.pop("pending_reason", None)
    events.emit(account, "refund.updated", refund)
    return refund


def fail(account: Account, refund: Json) -> Json:
    """The money comes back to us: it could not be given to the buyer after all."""
    if refund["status"] not in ("pending", "succeeded"):
        raise Impossible("Deze terugbetaling is al mislukt.")
    if refund["balance_transaction"]:
        refund["failure_balance_transaction"] = ledger.book(
            account,
            amount=refund["amount"],
            kind="refund_failure",
            category="refund_failure",
            source=refund,
        )
    refund.update(status="failed", failure_reason="expired_or_canceled_card")
    refund.pop("pending_reason", None)
    charge = account.get(CHARGE, refund["charge"])
    charge["amount_refunded"] -= refund["amount"]
    charge["refunded"] = False
    events.emit(account, "refund.updated", refund)
    events.emit(account, "refund.failed", refund)
    return refund


def fail_tomorrow(account: Account, refund: Json) -> None:
    if refund["status"] not in ("pending", "succeeded"):
        raise Impossible("Deze terugbetaling is al mislukt.")
    account.later(account.now() + DAY, "refund.fail", refund["id"])


def _euros(cents: int) -> str:
    return f"€{cents / 100:.2f}"
