"""The fake against the SDK's own types: an upgrade that moves them fails here."""

import builtins
import functools
import inspect
import re
import sys
import typing
from decimal import Decimal

import pytest
import stripe as package
from stripe.checkout import Session

from events.payments.fake_stripe import parameters
from events.payments.fake_stripe.api import CALLS
from tests.events.fake_stripe.walk import every_state

RESOURCES = {
    "checkout.session": Session,
    "payment_intent": package.PaymentIntent,
    "charge": package.Charge,
    "refund": package.Refund,
    "dispute": package.Dispute,
    "payout": package.Payout,
    "event": package.Event,
    "balance_transaction": package.BalanceTransaction,
    "item": package.LineItem,
    "price": package.Price,
}


LISTS = (list, package.ListObject)
ON_THE_LINE = {str: Decimal}  # an exact number travels as text


class Names(dict):
    """The SDK imports some names for type checkers only."""

    def __missing__(self, name):
        if hasattr(builtins, name):
            raise KeyError(name)
        return getattr(package, name, ELSEWHERE.get(name, object))


# The ones that are not in `stripe` itself, as far as they matter here.
ELSEWHERE = {"CardResource": package.Card, "DisputeResource": package.Dispute}


@functools.cache
def hints_of(resource) -> dict:
    names = Names(vars(sys.modules[resource.__module__]))
    hints = typing.get_type_hints(resource, localns=names)
    return {
        name: hint
        for name, hint in hints.items()
        if not name.startswith("_") and typing.get_origin(hint) is not typing.ClassVar
    }


def differences(value, hint, at: str):
    """Where a value is not what the SDK says it is."""
    shapes = parameters.alternatives(hint)
    if value is None:
        if type(None) not in shapes:
            yield f"{at}: null"
    elif isinstance(value, dict):
        yield from in_object(value, shapes, at)
    elif isinstance(value, list):
        for item in value:
            yield from differences(item, item_of(shapes), f"{at}[]")
    else:
        yield from in_word(value, shapes, at)


def item_of(shapes: list):
    [of_a_list] = [s for s in shapes if typing.get_origin(s) in LISTS]
    return typing.get_args(of_a_list)[0]


def in_word(value, shapes: list, at: str):
    words = [word for shape in shapes for word in parameters.words(shape)]
    if words:
        if value not in words:
            yield f"{at}: {value!r} is no word for it"
    elif type(value) not in shapes and ON_THE_LINE.get(type(value)) not in shapes:
        yield f"{at}: {value!r} is no {shapes}"


def in_object(value: dict, shapes: list, at: str):
    kind = value.get("object")  # an event's data has an object under that name
    resource = RESOURCES.get(kind) if isinstance(kind, str) else None
    classes = [s for s in shapes if isinstance(s, type) and s.__module__ != "builtins"]
    if kind == "list":
        for item in value["data"]:
            yield from in_object(item, [], f"{at}.data[]")
        return
    if not (resource or classes):
        return  # metadata, or an object of any kind
    hints = hints_of(resource or classes[0])
    yield from (f"{at}.{name}: unknown" for name in value.keys() - hints.keys())
    for name, hint in hints.items():
        if name in value:
            yield from differences(value[name], hint, f"{at}.{name}")
        elif type(None) not in parameters.alternatives(hint):
            yield f"{at}.{name}: missing"


def test_every_object_is_as_the_sdk_types_it(sdk, stripe, now):
    found = {
        difference
        for thing in every_state(stripe, sdk, now)
        for difference in in_object(thing, [], thing["object"])
    }

    assert sorted(found) == []


def test_the_walk_sees_what_is_wrong(sdk, stripe, now, session):
    """The guard itself: it would notice a field, a word and a null."""
    wrong = {**stripe.sessions[0], "colour": "red", "status": "done", "mode": None}
    del wrong["payment_status"]

    assert sorted(in_object(wrong, [], "checkout.session")) == [
        "checkout.session.colour: unknown",
        "checkout.session.mode: null",
        "checkout.session.payment_status: missing",
        "checkout.session.status: 'done' is no word for it",
    ]


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.expects.__name__)
def test_every_call_knows_its_parameters_from_the_sdk(call):
    known = parameters.hints_of(call.expects)

    assert "expand" in known
    assert not parameters.OPTIONS & known.keys()


@pytest.mark.parametrize("module", ["api", "parameters", "refunds", "sessions"])
def test_every_error_code_is_one_of_stripes(module):
    hint = hints_of(package.PaymentIntent.LastPaymentError)["code"]
    shapes = parameters.alternatives(hint)
    known = {word for shape in shapes for word in parameters.words(shape)}
    source = inspect.getsource(sys.modules[f"events.payments.fake_stripe.{module}"])

    assert set(re.findall(r'code="(\w+)"', source)) - known == set()
