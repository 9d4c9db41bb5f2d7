"""Balance transactions: every cent that came in or went out, with Stripe's fees."""

from events.payments.fake_stripe.account import MOVEMENT, Account, Json

WEEK = 7 * 24 * 3600
DISPUTE_FEE = 2000


def fee_for(amount: int, method: str) -> int:
    """iDEAL costs a fixed sum; a card 1.5 % (half a cent goes up) and 25 cents."""
    return 29 if method == "ideal" else (amount * 15 + 500) // 1000 + 25


def book(
    account: Account,
    *,
    amount: int,
    kind: str,
    category: str,
    source: Json,
    fee: int = 0,
) -> str:
    """Write one movement of the account's balance; its id goes on what caused it."""
    now = account.now()
    details = {
        "amount": fee,
        "application": None,
        "currency": source["currency"],
        "description": "Stripe processing fees",
        "type": "stripe_fee",
    }
    movement = {
        "id": account.new_id("txn"),
        "object": MOVEMENT,
        "amount": amount,
        "available_on": now + WEEK,
        "balance_type": "payments",
        "created": now,
        "currency": source["currency"],
        "description": source.get("description"),
        "exchange_rate": None,
        "fee": fee,
        "fee_details": [details] if fee else [],
        "net": amount - fee,
        "reporting_category": category,
        "source": source["id"],
        "status": "pending",
        "type": kind,
    }
    return account.add(movement)["id"]
