"""Payouts: what is on the balance goes to our bank, and Stripe tells what is in it."""

from events.payments.fake_stripe import events, ledger
from events.payments.fake_stripe.account import MOVEMENT, PAYOUT, Account, Json
from events.payments.fake_stripe.refusals import Impossible, Refusal

DAY = 24 * 60 * 60
ON_THE_ROAD = 2 * DAY


def pay_out(account: Account, *, automatic: bool = True) -> Json:
    """All that moved and was not paid out before, fees taken off."""
    now = account.now()
    lines = [
        line
        for line in account.all(MOVEMENT)
        if line["id"] not in account.paid_out and line["created"] <= now
    ]
    amount = sum(line["net"] for line in lines)
    if amount <= 0:
        raise Impossible("Er staat niets om uit te betalen.")
    payout = account.add(_payout(account, amount, automatic=automatic))
    lines.append(_book(account, payout, -amount, "payout", "payout"))
    payout["balance_transaction"] = lines[-1]["id"]
    account.paid_out |= {line["id"]: payout["id"] for line in lines}
    for line in lines:
        line["status"] = "available"
    account.later(payout["arrival_date"], "payout.arrive", payout["id"])
    events.emit(account, "payout.created", payout)
    return payout


def arrive(account: Account, payout: Json) -> Json:
    if payout["status"] != "in_transit":
        raise Impossible("Deze uitbetaling is niet onderweg.")
    payout["status"] = "paid"
    events.emit(account, "payout.paid", payout)
    return payout


def fail(account: Account, payout: Json) -> Json:
    """The bank sends it back, also days after it arrived; the next one carries it."""
    if payout["status"] not in ("in_transit", "paid"):
        raise Impossible("Deze uitbetaling is al mislukt.")
    back = _book(account, payout, payout["amount"], "payout_failure", "payout_reversal")
    payout.update(
        status="failed",
        failure_balance_transaction=back["id"],
        failure_code="account_closed",
        failure_message="The bank account has been closed.",
    )
    events.emit(account, "payout.failed", payout)
    return payout


def lines_of(account: Account, payout_id: str) -> list[Json]:
    """Oldest first, its own line among them."""
    if not account.get(PAYOUT, payout_id, param="payout")["automatic"]:
        raise Refusal(
            "Balance transaction history can only be filtered on automatic transfers, "
            "not manual.",
            param="payout",
        )
    return [
        line
        for line in account.all(MOVEMENT)
        if account.paid_out.get(line["id"]) == payout_id
    ]


def _book(
    account: Account, payout: Json, amount: int, kind: str, category: str
) -> Json:
    line = ledger.book(
        account, amount=amount, kind=kind, category=category, source=payout
    )
    return account.get(MOVEMENT, line)


def _payout(account: Account, amount: int, *, automatic: bool) -> Json:
    return {
        "id": account.new_id("po"),
        "object": PAYOUT,
        "amount": amount,
        "application_fee": None,
        "application_fee_amount": None,
        "arrival_date": account.now() + ON_THE_ROAD,
        "automatic": automatic,
        "balance_transaction": None,
        "created": account.now(),
        "currency": "eur",
        "description": "STRIPE PAYOUT",
        "destination": account.new_id("ba"),
        "failure_balance_transaction": None,
        "failure_code": None,
        "failure_message": None,
        "livemode": False,
        "metadata": {},
        "method": "standard",
        "original_payout": None,
        "payout_method": None,
        "reconciliation_status": "completed" if automatic else "not_applicable",
        "reversed_by": None,
        "source_type": "card",
        "statement_descriptor": None,
        "status": "in_transit",
        "trace_id": None,
        "type": "bank_account",
    }
