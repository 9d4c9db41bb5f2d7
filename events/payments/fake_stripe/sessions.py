"""Checkout Sessions: how one is made, what is refused, how it ends unpaid."""

import re
from urllib.parse import urlsplit

from events.payments.fake_stripe import events
from events.payments.fake_stripe.account import INTENT, SESSION, Account, Json
from events.payments.fake_stripe.parameters import missing
from events.payments.fake_stripe.refusals import Refusal

HALF_AN_HOUR = 30 * 60
DAY = 24 * 60 * 60
LEAST_CENTS = 50
MAIL_ADDRESS = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
METHODS = ("card", "ideal")  # what the account has switched on


def create(account: Account, params: Json) -> Json:
    _check(account, params)
    lines = [
        _line(account, line, f"line_items[{at}]")
        for at, line in enumerate(params["line_items"])
    ]
    total = sum(line["amount_total"] for line in lines)
    currencies = {line["currency"] for line in lines}
    if len(currencies) > 1:
        raise Refusal("All prices must have the same currency.", param="line_items")
    if total < LEAST_CENTS:
        raise Refusal(
            "The Checkout Session's total amount must convert to at least 50 cents.",
            code="amount_too_small",
        )
    session = _session(account, params, total=total, currency=currencies.pop())
    account.lines[session["id"]] = lines
    account.intent_data[session["id"]] = params.get("payment_intent_data", {})
    return account.add(session)


def _check(account: Account, params: Json) -> None:
    for name in ("mode", "line_items", "success_url"):
        if not params.get(name):
            raise missing(name)
    if params["mode"] != "payment":
        raise Refusal("This fake sells once: mode must be payment.", param="mode")
    if params.get("ui_mode", "hosted_page") != "hosted_page":
        raise Refusal("This fake has a hosted page only.", param="ui_mode")
    _check_texts(params)
    _check_end(account, params)


def _check_texts(params: Json) -> None:
    if len(params.get("client_reference_id", "")) > 200:
        raise Refusal(
            "Invalid string: must be at most 200 characters",
            param="client_reference_id",
        )
    mail = params.get("customer_email")
    if mail and not MAIL_ADDRESS.fullmatch(mail):
        raise Refusal(
            f"Invalid email address: {mail}",
            code="email_invalid",
            param="customer_email",
        )
    for name in ("success_url", "cancel_url"):
        if name in params and urlsplit(params[name]).scheme not in ("http", "https"):
            raise Refusal("Not a valid URL", code="url_invalid", param=name)


def _check_end(account: Account, params: Json) -> None:
    if "expires_at" not in params:
        return
    lasts = params["expires_at"] - account.now()
    if lasts < HALF_AN_HOUR:
        raise Refusal(
            "The `expires_at` timestamp must be at least 30 minutes from Checkout "
            "Session creation.",
            param="expires_at",
        )
    if lasts > DAY:
        raise Refusal(
            "The `expires_at` timestamp must be less than 24 hours from Checkout "
            "Session creation.",
            param="expires_at",
        )


def _line(account: Account, line: Json, name: str) -> Json:
    price = line.get("price_data")
    if price is None or "product" in price:
        raise Refusal(
            f"No such price: '{line.get('price', '')}'",
            code="resource_missing",
            param=f"{name}[price]",
        )
    for field in ("unit_amount", "product_data"):
        if field not in price:
            raise missing(f"{name}[price_data][{field}]")
    if "quantity" not in line:
        raise missing(f"{name}[quantity]")
    if line["quantity"] < 1:
        raise _too_low(f"{name}[quantity]", 1)
    if price["unit_amount"] < 0:
        raise _too_low(f"{name}[price_data][unit_amount]", 0)
    total = price["unit_amount"] * line["quantity"]
    return {
        "id": account.new_id("li"),
        "object": "item",
        "adjustable_quantity": None,
        "amount_discount": 0,
        "amount_subtotal": total,
        "amount_tax": 0,
        "amount_total": total,
        "currency": price["currency"].lower(),
        "description": price["product_data"]["name"],
        "metadata": line.get("metadata", {}),
        "price": _price(account, price),
        "quantity": line["quantity"],
    }


def _price(account: Account, price: Json) -> Json:
    return {
        "id": account.new_id("price"),
        "object": "price",
        "active": False,
        "billing_scheme": "per_unit",
        "created": account.now(),
        "currency": price["currency"].lower(),
        "custom_unit_amount": None,
        "livemode": False,
        "lookup_key": None,
        "metadata": {},
        "nickname": None,
        "product": account.new_id("prod"),
        "recurring": None,
        "tax_behavior": price.get("tax_behavior", "unspecified"),
        "tiers_mode": None,
        "transform_quantity": None,
        "type": "one_time",
        "unit_amount": price["unit_amount"],
        "unit_amount_decimal": str(price["unit_amount"]),
    }


def _too_low(name: str, least: int) -> Refusal:
    return Refusal(
        f"This value must be greater than or equal to {least}.",
        code="parameter_invalid_integer",
        param=name,
    )


def _session(account: Account, params: Json, *, total: int, currency: str) -> Json:
    session_id = account.new_id("cs_test", length=58)
    now = account.now()
    excluded = params.get("excluded_payment_method_types", [])
    return {
        **NOT_USED,
        "id": session_id,
        "object": SESSION,
        "adaptive_pricing": {
            "enabled": params.get("adaptive_pricing", {}).get("enabled", True)
        },
        "amount_subtotal": total,
        "amount_total": total,
        "cancel_url": params.get("cancel_url"),
        "client_reference_id": params.get("client_reference_id"),
        "created": now,
        "currency": currency,
        "customer_creation": params.get("customer_creation", "if_required"),
        "customer_details": None,
        "customer_email": params.get("customer_email"),
        "excluded_payment_method_types": excluded,
        "expires_at": params.get("expires_at", now + DAY),
        "livemode": False,
        "locale": params.get("locale"),
        "metadata": params.get("metadata", {}),
        "mode": "payment",
        "payment_intent": None,
        "payment_method_types": [m for m in METHODS if m not in excluded],
        "payment_status": "unpaid",
        "status": "open",
        "submit_type": params.get("submit_type"),
        "success_url": params["success_url"],
        "total_details": {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
        "ui_mode": "hosted_page",
        "url": f"{account.page_base}/c/pay/{session_id}",
    }


# A session has these fields too; this fake has one answer for each.
NOT_USED: Json = {
    "after_expiration": None,
    "allow_promotion_codes": None,
    "automatic_tax": {
        "enabled": False,
        "liability": None,
        "provider": None,
        "status": None,
    },
    "billing_address_collection": None,
    "client_secret": None,
    "collected_information": None,
    "consent": None,
    "consent_collection": None,
    "currency_conversion": None,
    "custom_fields": [],
    "custom_text": {
        "after_submit": None,
        "shipping_address": None,
        "submit": None,
        "terms_of_service_acceptance": None,
    },
    "customer": None,
    "customer_account": None,
    "discounts": [],
    "integration_identifier": None,
    "invoice": None,
    "invoice_creation": None,
    "origin_context": None,
    "payment_link": None,
    "payment_method_collection": "if_required",
    "payment_method_configuration_details": None,
    "payment_method_options": {},
    "permissions": None,
    "phone_number_collection": {"enabled": False},
    "recovered_from": None,
    "saved_payment_method_options": None,
    "setup_intent": None,
    "shipping_address_collection": None,
    "shipping_cost": None,
    "shipping_options": [],
    "subscription": None,
    "wallet_options": None,
}


def expire(account: Account, session: Json) -> Json:
    """As the API does it: only what is still open."""
    if session["status"] != "open":
        raise Refusal(
            'Only Checkout Sessions with a status in ["open"] can be expired. This '
            f"Checkout Session has a status of `{session['status']}`."
        )
    return end(account, session)


def end(account: Account, session: Json) -> Json:
    session.update(status="expired", url=None)
    if session["payment_intent"]:
        intent = account.get(INTENT, session["payment_intent"])
        intent.update(
            status="canceled",
            canceled_at=account.now(),
            cancellation_reason="expired",
        )
    events.emit(account, "checkout.session.expired", session)
    return session


def end_what_is_over(account: Account) -> None:
    """Sessions expire by themselves, to the second."""
    now = account.now()
    for session in account.tables[SESSION].values():
        if session["status"] == "open" and session["expires_at"] <= now:
            end(account, session)
