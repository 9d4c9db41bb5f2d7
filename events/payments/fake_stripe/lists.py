"""How Stripe lists things: filters, pages with a cursor, ids opened up on request."""

import copy
from collections.abc import Callable
from typing import Any

from events.payments.fake_stripe.account import (
    CHARGE,
    DISPUTE,
    INTENT,
    MOVEMENT,
    PAYOUT,
    REFUND,
    SESSION,
    Account,
    Json,
)
from events.payments.fake_stripe.refusals import Refusal

PAGING = {"limit", "starting_after", "ending_before", "expand"}
COMPARE: dict[str, Callable[[int, int], bool]] = {
    "gt": int.__gt__,
    "gte": int.__ge__,
    "lt": int.__lt__,
    "lte": int.__le__,
}
EXPANDABLE = {
    "payment_intent": INTENT,
    "latest_charge": CHARGE,
    "charge": CHARGE,
    "balance_transaction": MOVEMENT,
    "failure_balance_transaction": MOVEMENT,
}
SOURCES = (CHARGE, REFUND, DISPUTE, PAYOUT)
DEEPEST = 4


def page(account: Account, things: list[Json], params: Json, url: str) -> Json:
    """Newest first, from the cursor on, with the filters that were asked for."""
    wanted = {name: value for name, value in params.items() if name not in PAGING}
    things = [thing for thing in reversed(things) if _fits(thing, wanted)]
    limit = params.get("limit", 10)
    if not 1 <= limit <= 100:
        raise Refusal(
            "This value must be between 1 and 100.",
            code="parameter_invalid_integer",
            param="limit",
        )
    after, before = params.get("starting_after"), params.get("ending_before")
    if after:
        things = things[_position(things, after, "starting_after") + 1 :]
    if before:
        things = things[: _position(things, before, "ending_before")]
        found, more = things[-limit:], len(things) > limit
    else:
        found, more = things[:limit], len(things) > limit
    return {
        "object": "list",
        "data": copy.deepcopy(found),
        "has_more": more,
        "url": url,
    }


def _fits(thing: Json, wanted: Json) -> bool:
    return all(_has(thing, name, value) for name, value in wanted.items())


def _has(thing: Json, name: str, value: Any) -> bool:
    if name == "types":
        return thing["type"] in value
    if not isinstance(value, dict):
        return thing.get(name) == value
    if name == "customer_details":
        return (thing[name] or {}).get("email") == value["email"]
    return all(COMPARE[how](thing[name], bound) for how, bound in value.items())


def _position(things: list[Json], thing_id: str, param: str) -> int:
    for at, thing in enumerate(things):
        if thing["id"] == thing_id:
            return at
    raise Refusal(f"No such object: '{thing_id}'", code="resource_missing", param=param)


def expand(account: Account, thing: Json, path: str) -> None:
    """Put the object in the place of its id, along `payment_intent.latest_charge`."""
    head, _, rest = path.partition(".")
    if path.count(".") >= DEEPEST:
        raise Refusal(f"You cannot expand more than {DEEPEST} levels.", param="expand")
    if head == "data" and thing["object"] == "list":
        for item in thing["data"]:
            expand(account, item, rest)
        return
    thing[head] = _opened(account, thing, head)
    if rest and thing[head]:
        expand(account, thing[head], rest)


def _opened(account: Account, thing: Json, name: str) -> Json | None:
    value = thing.get(name)
    if name == "line_items" and thing["object"] == SESSION:
        return line_items(account, thing["id"])
    if name == "source" and thing["object"] == MOVEMENT:
        return _source(account, thing["source"])
    if name not in EXPANDABLE:
        raise Refusal(f"This property cannot be expanded ({name}).", param="expand")
    if isinstance(value, str):
        return copy.deepcopy(account.get(EXPANDABLE[name], value))
    return value


def line_items(account: Account, session_id: str) -> Json:
    return {
        "object": "list",
        "data": copy.deepcopy(account.lines[session_id]),
        "has_more": False,
        "url": f"/v1/checkout/sessions/{session_id}/line_items",
    }


def _source(account: Account, thing_id: str) -> Json:
    for kind in SOURCES:
        if thing_id in account.tables[kind]:
            return copy.deepcopy(account.tables[kind][thing_id])
    raise Refusal(f"No such source: '{thing_id}'", code="resource_missing")
