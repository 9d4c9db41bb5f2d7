"""Disputes: a card holder wants the money back, and a bank decides."""

from events.payments.fake_stripe import events, ledger
from events.payments.fake_stripe.account import CHARGE, DISPUTE, Account, Json
from events.payments.fake_stripe.refusals import Impossible

DAYS_TO_ANSWER = 14 * 24 * 60 * 60
EVIDENCE = (
    "access_activity_log",
    "billing_address",
    "cancellation_policy",
    "cancellation_policy_disclosure",
    "cancellation_rebuttal",
    "customer_communication",
    "customer_email_address",
    "customer_name",
    "customer_purchase_ip",
    "customer_signature",
    "duplicate_charge_documentation",
    "duplicate_charge_explanation",
    "duplicate_charge_id",
    "product_description",
    "receipt",
    "refund_policy",
    "refund_policy_disclosure",
    "refund_refusal_explanation",
    "service_date",
    "service_documentation",
    "shipping_address",
    "shipping_carrier",
    "shipping_date",
    "shipping_documentation",
    "shipping_tracking_number",
    "uncategorized_file",
    "uncategorized_text",
)


def open_one(account: Account, intent: Json) -> Json:
    """The bank takes what was not refunded at once, and Stripe a fee."""
    charge = _disputable(account, intent)
    dispute = {
        "id": account.new_id("du"),
        "object": DISPUTE,
        "amount": charge["amount"] - charge["amount_refunded"],
        "balance_transactions": [],
        "charge": charge["id"],
        "created": account.now(),
        "currency": charge["currency"],
        "enhanced_eligibility_types": [],
        "evidence": {**dict.fromkeys(EVIDENCE), "enhanced_evidence": {}},
        "evidence_details": {
            "due_by": account.now() + DAYS_TO_ANSWER,
            "enhanced_eligibility": {},
            "has_evidence": False,
            "past_due": False,
            "submission_count": 0,
            "submission_method": "not_submitted",
        },
        "is_charge_refundable": False,
        "livemode": False,
        "metadata": {},
        "payment_intent": intent["id"],
        "payment_method_details": {
            "card": {
                "brand": "visa",
                "case_type": "chargeback",
                "network": "visa",
                "network_reason_code": "13.1",
            },
            "type": "card",
        },
        "reason": "product_not_received",
        "status": "needs_response",
    }
    account.add(dispute)
    charge["disputed"] = True
    _move(account, dispute, -dispute["amount"], "dispute", fee=ledger.DISPUTE_FEE)
    events.emit(account, "charge.dispute.created", dispute)
    events.emit(account, "charge.dispute.funds_withdrawn", dispute)
    return dispute


def _disputable(account: Account, intent: Json) -> Json:
    """The charge, unless nobody can dispute it (any more)."""
    if intent["status"] != "succeeded":
        raise Impossible("Er is niets betaald om te betwisten.")
    charge = account.get(CHARGE, intent["latest_charge"])
    if charge["payment_method_details"]["type"] != "card":
        raise Impossible("Een betaling met iDEAL kan niet betwist worden.")
    if charge["disputed"]:
        raise Impossible("Deze betaling is al betwist.")
    if charge["refunded"]:
        raise Impossible("Deze betaling is al helemaal terugbetaald.")
    return charge


def close(account: Account, dispute: Json, *, won: bool) -> Json:
    if dispute["status"] in ("won", "lost"):
        raise Impossible("Over deze betwisting is al beslist.")
    dispute["status"] = "won" if won else "lost"
    if won:
        _move(account, dispute, dispute["amount"], "dispute_reversal")
    events.emit(account, "charge.dispute.closed", dispute)
    if won:
        events.emit(account, "charge.dispute.funds_reinstated", dispute)
    return dispute


def _move(
    account: Account, dispute: Json, amount: int, category: str, *, fee: int = 0
) -> None:
    movement = ledger.book(
        account,
        amount=amount,
        kind="adjustment",
        category=category,
        source=dispute,
        fee=fee,
    )
    dispute["balance_transactions"].append(account.get("balance_transaction", movement))
