"""Requests and answers: who may ask, which call it is, what is kept of the answer."""

import copy
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import stripe
from stripe import params as sdk
from stripe.params import checkout

from events.payments.fake_stripe import (
    idempotency,
    lists,
    parameters,
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
from events.payments.fake_stripe.refusals import NoAnswer, Refusal

DAY = 24 * 60 * 60
EVENTS_ARE_KEPT = 30 * DAY


class Fault(StrEnum):
    """What goes wrong with the next call."""

    UNREACHABLE = "unreachable"  # nothing is carried out, and no answer comes
    TIMEOUT = "timeout"  # all is carried out, and no answer comes
    RATE_LIMIT = "429"
    SERVER_ERROR = "500"  # before anything is carried out
    SERVER_ERROR_KEPT = "500_kept"  # and the same key gets it again for a day


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    form: str = ""  # of the query or the body
    headers: Mapping[str, str] = field(default_factory=dict)  # names in lower case


@dataclass(frozen=True)
class Answer:
    status: int
    body: str
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Call:
    """One line of the API: what is asked, what it may hold, who answers."""

    method: str
    path: str
    expects: type
    do: Callable[..., Json]


def _retrieve(kind: str) -> Callable[..., Json]:
    def retrieve(account: Account, params: Json, thing_id: str) -> Json:
        return account.get(kind, thing_id)

    return retrieve


def _list(kind: str, url: str) -> Callable[..., Json]:
    def list_them(account: Account, params: Json) -> Json:
        return lists.page(account, account.all(kind), params, url)

    return list_them


def _list_events(account: Account, params: Json) -> Json:
    """The last 30 days; `delivery_success` asks whether our endpoint heard of them."""
    oldest = account.now() - EVENTS_ARE_KEPT
    found = [event for event in account.all(EVENT) if event["created"] >= oldest]
    for event in found:
        event["pending_webhooks"] = account.undelivered.get(event["id"], 0)
    wanted = params.pop("delivery_success", None)
    if wanted is not None:
        found = [e for e in found if (e["pending_webhooks"] == 0) is wanted]
    return lists.page(account, found, params, "/v1/events")


def _list_movements(account: Account, params: Json) -> Json:
    payout = params.pop("payout", None)
    found = payouts.lines_of(account, payout) if payout else account.all(MOVEMENT)
    return lists.page(account, found, params, "/v1/balance_transactions")


def _expire(account: Account, params: Json, session_id: str) -> Json:
    return sessions.expire(account, account.get(SESSION, session_id))


def _line_items(account: Account, params: Json, session_id: str) -> Json:
    account.get(SESSION, session_id)
    return lists.line_items(account, session_id)


ONE = "([A-Za-z0-9_]+)"
SESSIONS = "/v1/checkout/sessions"
CALLS = (
    Call("post", SESSIONS, checkout.SessionCreateParams, sessions.create),
    Call("get", SESSIONS, checkout.SessionListParams, _list(SESSION, SESSIONS)),
    Call(
        "get", f"{SESSIONS}/{ONE}", checkout.SessionRetrieveParams, _retrieve(SESSION)
    ),
    Call("post", f"{SESSIONS}/{ONE}/expire", checkout.SessionExpireParams, _expire),
    Call(
        "get",
        f"{SESSIONS}/{ONE}/line_items",
        checkout.SessionListLineItemsParams,
        _line_items,
    ),
    Call("post", "/v1/refunds", sdk.RefundCreateParams, refunds.create),
    Call("get", "/v1/refunds", sdk.RefundListParams, _list(REFUND, "/v1/refunds")),
    Call("get", f"/v1/refunds/{ONE}", sdk.RefundRetrieveParams, _retrieve(REFUND)),
    Call("get", "/v1/events", sdk.EventListParams, _list_events),
    Call("get", f"/v1/events/{ONE}", sdk.EventRetrieveParams, _retrieve(EVENT)),
    Call("get", "/v1/disputes", sdk.DisputeListParams, _list(DISPUTE, "/v1/disputes")),
    Call("get", f"/v1/disputes/{ONE}", sdk.DisputeRetrieveParams, _retrieve(DISPUTE)),
    Call("get", "/v1/charges", sdk.ChargeListParams, _list(CHARGE, "/v1/charges")),
    Call("get", f"/v1/charges/{ONE}", sdk.ChargeRetrieveParams, _retrieve(CHARGE)),
    Call(
        "get",
        "/v1/payment_intents",
        sdk.PaymentIntentListParams,
        _list(INTENT, "/v1/payment_intents"),
    ),
    Call(
        "get",
        f"/v1/payment_intents/{ONE}",
        sdk.PaymentIntentRetrieveParams,
        _retrieve(INTENT),
    ),
    Call(
        "get",
        "/v1/balance_transactions",
        sdk.BalanceTransactionListParams,
        _list_movements,
    ),
    Call(
        "get",
        f"/v1/balance_transactions/{ONE}",
        sdk.BalanceTransactionRetrieveParams,
        _retrieve(MOVEMENT),
    ),
    Call("get", "/v1/payouts", sdk.PayoutListParams, _list(PAYOUT, "/v1/payouts")),
    Call("get", f"/v1/payouts/{ONE}", sdk.PayoutRetrieveParams, _retrieve(PAYOUT)),
)


def answer(account: Account, request: Request) -> Answer:
    """What Stripe answers, or NoAnswer when the line goes dead on order."""
    key = request.headers.get("idempotency-key", "")
    account.request = {"id": account.new_id("req"), "idempotency_key": key or None}
    fault = _next_fault(account, request)
    try:
        _check_key(request.headers.get("authorization", ""))
        _fail_before(fault, request)
        given = _carry_out(account, request, key, fault)
    except Refusal as refusal:
        given = _answer(account, refusal.status, refusal.as_json())
    finally:
        account.request = {"id": None, "idempotency_key": None}
    if fault is Fault.TIMEOUT:
        raise NoAnswer
    return given


def _carry_out(
    account: Account, request: Request, key: str, fault: Fault | None
) -> Answer:
    call, ids = _find(request)
    tree = parameters.decode(request.form)
    params = parameters.read(tree, call.expects)  # a refusal here leaves the key unused
    if request.method != "post" or not key:
        return _answer(account, 200, _do(account, call, params, ids))
    asked = {"path": request.path, "params": tree}
    kept = idempotency.recall(account, key, asked)
    if kept:
        again = {"Idempotent-Replayed": "true", "Original-Request": kept["request"]}
        return _answer(account, kept["status"], kept["body"], again)
    try:
        if fault is Fault.SERVER_ERROR_KEPT:
            raise _broken()
        status, body = 200, _do(account, call, params, ids)
    except Refusal as refusal:
        status, body = refusal.status, refusal.as_json()
    idempotency.keep(account, key, asked, status=status, body=body)
    return _answer(account, status, body)


def _do(account: Account, call: Call, params: Json, ids: tuple[str, ...]) -> Json:
    wanted = params.pop("expand", [])
    done = copy.deepcopy(call.do(account, params, *ids))
    for path in wanted:
        lists.expand(account, done, path)
    return done


def _find(request: Request) -> tuple[Call, tuple[str, ...]]:
    for call in CALLS:
        match = re.fullmatch(call.path, request.path)
        if match and call.method == request.method:
            return call, match.groups()
    raise Refusal(
        f"Unrecognized request URL ({request.method.upper()}: {request.path}).",
        status=404,
    )


def _check_key(authorization: str) -> None:
    key = authorization.removeprefix("Bearer ")
    if key.startswith(("sk_live_", "rk_live_")):
        raise LiveKey
    if not key.startswith(("sk_test_", "rk_test_")):
        raise Refusal("Invalid API Key provided.", status=401)


class LiveKey(Refusal):
    """A real key must never come here; who sends one has a wrong setting."""

    def __init__(self) -> None:
        super().__init__(
            "This is the fake Stripe. It takes test keys only; your live key was not "
            "kept. Look at STRIPE_API_BASE.",
            status=403,
        )


def fail_next(account: Account, fault: Fault, *, times: int, path: str) -> None:
    """The next calls whose path begins so are answered with this fault instead."""
    account.faults.append({"fault": fault.value, "left": times, "path": path})


def _next_fault(account: Account, request: Request) -> Fault | None:
    for ordered in account.faults:
        if request.path.startswith(ordered["path"]):
            ordered["left"] -= 1
            if not ordered["left"]:
                account.faults.remove(ordered)
            return Fault(ordered["fault"])
    return None


def _fail_before(fault: Fault | None, request: Request) -> None:
    """The faults of the road: nothing is carried out and no key is used up."""
    if fault is Fault.SERVER_ERROR_KEPT and request.method != "post":
        fault = Fault.SERVER_ERROR
    if fault is Fault.UNREACHABLE:
        raise NoAnswer
    if fault is Fault.RATE_LIMIT:
        raise Refusal("Too many requests.", code="rate_limit", status=429)
    if fault is Fault.SERVER_ERROR:
        raise _broken()


def _broken() -> Refusal:
    return Refusal("An unknown error occurred", status=500, kind="api_error")


def _answer(
    account: Account, status: int, body: Json, extra: Mapping[str, str] | None = None
) -> Answer:
    headers = {
        "Content-Type": "application/json",
        "Request-Id": account.request["id"],
        "Stripe-Version": stripe.api_version,
        **(extra or {}),
    }
    if account.request["idempotency_key"]:
        headers["Idempotency-Key"] = account.request["idempotency_key"]
    return Answer(status, json.dumps(body), headers)
