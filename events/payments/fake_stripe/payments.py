"""What the buyer and the bank do: intents and charges, at once or days later."""

from events.payments.fake_stripe import events, ledger
from events.payments.fake_stripe.account import CHARGE, INTENT, Account, Json
from events.payments.fake_stripe.refusals import Impossible

DETAILS: dict[str, Json] = {
    "ideal": {
        "bank": "bunq",
        "bic": "BUNQNL2A",
        "generated_sepa_debit": None,
        "generated_sepa_debit_mandate": None,
        "iban_last4": "0018",
        "transaction_id": None,
        "verified_name": "T. Proefbetaler",
    },
    "card": {
        "amount_authorized": None,
        "authorization_code": None,
        "brand": "visa",
        "checks": {
            "address_line1_check": None,
            "address_postal_code_check": None,
            "cvc_check": "pass",
        },
        "country": "NL",
        "exp_month": 12,
        "exp_year": 2034,
        "fingerprint": None,
        "funding": "debit",
        "installments": None,
        "last4": "4242",
        "mandate": None,
        "network": "visa",
        "network_token": {"used": False},
        "network_transaction_id": None,
        "regulated_status": "regulated",
        "three_d_secure": None,
        "wallet": None,
    },
}


def pay(account: Account, session: Json, *, method: str) -> Json:
    """The buyer pays and the bank says so at once."""
    intent = _start(account, session, method)
    charge = _charge(account, intent, method, status="succeeded")
    _receive(account, intent, charge)
    _complete(account, session, payment_status="paid")
    return session


def pay_later(account: Account, session: Json, *, method: str) -> Json:
    """The buyer is done, the bank is not: `complete` and still `unpaid`."""
    intent = _start(account, session, method)
    _charge(account, intent, method, status="pending")
    intent["status"] = "processing"
    _complete(account, session, payment_status="unpaid")
    return session


def finish(account: Account, session: Json, *, paid: bool) -> Json:
    """What the bank says at last about a payment that was being processed."""
    intent = account.tables[INTENT].get(session["payment_intent"] or "")
    if session["status"] != "complete" or not intent:
        raise Impossible("Deze betaling is niet in behandeling.")
    if intent["status"] != "processing":
        raise Impossible("De uitslag van deze betaling is al bekend.")
    charge = account.get(CHARGE, intent["latest_charge"])
    if paid:
        charge.update(status="succeeded", paid=True, captured=True)
        _receive(account, intent, charge)
        session["payment_status"] = "paid"
        events.emit(account, "checkout.session.async_payment_succeeded", session)
    else:
        _refuse(account, intent, charge)
        events.emit(account, "checkout.session.async_payment_failed", session)
    return session


def decline(account: Account, session: Json, *, method: str) -> Json:
    """The bank says no while the buyer is there: the session stays open."""
    intent = _start(account, session, method)
    charge = _charge(account, intent, method, status="failed")
    _refuse(account, intent, charge)
    return session


def _start(account: Account, session: Json, method: str) -> Json:
    if session["status"] != "open":
        raise Impossible("Deze betaalpagina is niet meer open.")
    if method not in session["payment_method_types"]:
        raise Impossible("Zo kan hier niet betaald worden.")
    if session["payment_intent"]:
        intent = account.get(INTENT, session["payment_intent"])
        intent["last_payment_error"] = None
        return intent
    intent = account.add(_intent(account, session))
    session["payment_intent"] = intent["id"]
    return intent


def _complete(account: Account, session: Json, *, payment_status: str) -> None:
    session.update(
        status="complete",
        payment_status=payment_status,
        url=None,
        customer_details={
            "address": None,
            "business_name": None,
            "email": session["customer_email"],
            "individual_name": None,
            "name": "T. Proefbetaler",
            "phone": None,
            "tax_exempt": "none",
            "tax_ids": [],
        },
    )
    events.emit(account, "checkout.session.completed", session)


def _receive(account: Account, intent: Json, charge: Json) -> None:
    method = charge["payment_method_details"]["type"]
    charge["amount_captured"] = charge["amount"]
    charge["balance_transaction"] = ledger.book(
        account,
        amount=charge["amount"],
        kind="charge" if method == "card" else "payment",
        category="charge",
        source=charge,
        fee=ledger.fee_for(charge["amount"], method),
    )
    intent.update(status="succeeded", amount_received=intent["amount"])
    events.emit(account, "charge.succeeded", charge)
    events.emit(account, "payment_intent.succeeded", intent)


def _refuse(account: Account, intent: Json, charge: Json) -> None:
    is_card = charge["payment_method_details"]["type"] == "card"
    code = "card_declined" if is_card else "payment_intent_payment_attempt_failed"
    message = "The payment was refused."
    charge.update(status="failed", paid=False, captured=False)
    charge.update(failure_code=code, failure_message=message)
    intent["status"] = "requires_payment_method"
    intent["last_payment_error"] = {
        "charge": charge["id"],
        "code": code,
        "doc_url": f"https://stripe.com/docs/error-codes/{code.replace('_', '-')}",
        "message": message,
        "type": "card_error" if is_card else "invalid_request_error",
    }
    events.emit(account, "charge.failed", charge)
    events.emit(account, "payment_intent.payment_failed", intent)


def _intent(account: Account, session: Json) -> Json:
    wanted = account.intent_data.get(session["id"], {})
    intent_id = account.new_id("pi")
    return {
        "id": intent_id,
        "object": INTENT,
        "amount": session["amount_total"],
        "amount_capturable": 0,
        "amount_details": {"tip": {}},
        "amount_received": 0,
        "application": None,
        "application_fee_amount": None,
        "automatic_payment_methods": None,
        "canceled_at": None,
        "cancellation_reason": None,
        "capture_method": wanted.get("capture_method", "automatic_async"),
        "client_secret": f"{intent_id}_secret",
        "confirmation_method": "automatic",
        "created": account.now(),
        "currency": session["currency"],
        "customer": None,
        "customer_account": None,
        "description": wanted.get("description"),
        "excluded_payment_method_types": session["excluded_payment_method_types"],
        "last_payment_error": None,
        "latest_charge": None,
        "livemode": False,
        "metadata": wanted.get("metadata", {}),
        "next_action": None,
        "on_behalf_of": None,
        "payment_method": account.new_id("pm"),
        "payment_method_configuration_details": None,
        "payment_method_options": {},
        "payment_method_types": session["payment_method_types"],
        "processing": None,
        "receipt_email": wanted.get("receipt_email"),
        "review": None,
        "setup_future_usage": None,
        "shipping": None,
        "statement_descriptor": wanted.get("statement_descriptor"),
        "statement_descriptor_suffix": wanted.get("statement_descriptor_suffix"),
        "status": "requires_payment_method",
        "transfer_data": None,
        "transfer_group": None,
    }


# A charge has these fields too; nothing of ours ever fills them at the start.
EMPTY_IN_A_CHARGE: Json = {
    "application": None,
    "application_fee": None,
    "application_fee_amount": None,
    "calculated_statement_descriptor": None,
    "customer": None,
    "failure_balance_transaction": None,
    "failure_code": None,
    "failure_message": None,
    "on_behalf_of": None,
    "outcome": None,
    "receipt_number": None,
    "receipt_url": None,
    "review": None,
    "shipping": None,
    "source_transfer": None,
    "statement_descriptor": None,
    "statement_descriptor_suffix": None,
    "transfer_data": None,
    "transfer_group": None,
}


def _charge(account: Account, intent: Json, method: str, *, status: str) -> Json:
    charge = {
        **EMPTY_IN_A_CHARGE,
        "id": account.new_id("ch" if method == "card" else "py"),
        "object": CHARGE,
        "amount": intent["amount"],
        "amount_captured": 0,
        "amount_refunded": 0,
        "balance_transaction": None,
        "billing_details": {
            "address": None,
            "email": None,
            "name": "T. Proefbetaler",
            "phone": None,
            "tax_id": None,
        },
        "captured": status == "succeeded",
        "created": account.now(),
        "currency": intent["currency"],
        "description": intent["description"],
        "disputed": False,
        "fraud_details": {},
        "livemode": False,
        "metadata": intent["metadata"],
        "paid": status == "succeeded",
        "payment_intent": intent["id"],
        "payment_method": intent["payment_method"],
        "payment_method_details": {"type": method, method: DETAILS[method]},
        "receipt_email": intent["receipt_email"],
        "refunded": False,
        "status": status,
    }
    intent["latest_charge"] = charge["id"]
    return account.add(charge)
