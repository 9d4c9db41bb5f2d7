"""What a request may hold, read from the SDK's own types: an upgrade moves it along."""

import functools
import re
import types
import typing
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from urllib.parse import parse_qsl

import typing_extensions
from stripe import RequestOptions

from events.payments.fake_stripe.refusals import Refusal

OPTIONS = set(RequestOptions.__annotations__)  # of the call itself: key, version, …
OF_THE_OPTIONS = {"StripeContext": object, "Mapping": Mapping}  # names in their types
STEP = re.compile(r"[^\[\]]+|(?<=\[)(?=\])")


def decode(form: str) -> dict:
    """`a[b][0]=c` as nested dicts of text; a list is a dict with numbers as keys."""
    tree: dict = {}
    for name, value in parse_qsl(form, keep_blank_values=True):
        *way, last = STEP.findall(name) or [name]
        node = tree
        for step in way:
            node = node.setdefault(step, {})
            if not isinstance(node, dict):
                raise Refusal("Invalid hash", param=name)
        node[last or str(len(node))] = value
    return tree


def read(tree: dict, expected: type, *, name: str = "") -> dict:
    """The parameters with their types, or Stripe's refusal of the first wrong one."""
    hints = hints_of(expected)
    for key in tree:
        if key not in hints:
            at = _at(name, key)
            raise Refusal(
                f"Received unknown parameter: {at}", code="parameter_unknown", param=at
            )
    for key in getattr(expected, "__required_keys__", ()):
        if key not in tree and key in hints:
            raise missing(_at(name, key))
    return {
        key: _value(value, hints[key], _at(name, key)) for key, value in tree.items()
    }


@functools.cache
def hints_of(expected: type) -> dict[str, typing.Any]:
    hints = typing.get_type_hints(expected, localns=OF_THE_OPTIONS)
    return {name: hint for name, hint in hints.items() if name not in OPTIONS}


def missing(param: str) -> Refusal:
    return Refusal(
        f"Missing required param: {param}.", code="parameter_missing", param=param
    )


def _at(name: str, key: str) -> str:
    return f"{name}[{key}]" if name else key


def _value(value: typing.Any, hint: typing.Any, name: str) -> typing.Any:
    shapes = alternatives(hint)
    if isinstance(value, dict):
        return _compound(value, shapes, name)
    choices = [word for shape in shapes for word in words(shape)]
    if value == "":
        return _nothing(choices, name)
    for kind, reader in ((int, _integer), (bool, _boolean), (Decimal, _decimal)):
        if kind in shapes:
            return reader(value, name)
    if any(choices) and value not in choices:
        *most, last = [word for word in choices if word]
        allowed = f"{', '.join(most)}, or {last}" if most else last
        raise Refusal(f"Invalid {name}: must be one of {allowed}", param=name)
    return value


def _compound(value: dict, shapes: list, name: str) -> typing.Any:
    for shape in shapes:
        if typing.get_origin(shape) is list:
            (item,) = typing.get_args(shape)
            return [_value(value[at], item, _at(name, at)) for at in value]
        if typing.get_origin(shape) is dict:
            return _labels(value, name)
        if typing_extensions.is_typeddict(shape):
            return read(value, shape, name=name)
    raise Refusal("Invalid string", param=name)


def _labels(value: dict, name: str) -> dict:
    """Metadata: 50 short texts, and nothing nested."""
    if len(value) > 50:
        raise Refusal("Metadata can have at most 50 keys.", param=name)
    for key, text in value.items():
        if len(key) > 40 or not isinstance(text, str) or len(text) > 500:
            at = _at(name, key)
            raise Refusal(
                "Metadata keys have at most 40 characters, values at most 500.",
                param=at,
            )
    return {key: text for key, text in value.items() if text}


def _nothing(choices: list[str], name: str) -> str:
    if "" in choices:
        return ""
    raise Refusal(
        f"You passed an empty string for '{name}'. We assume empty values are an "
        f"attempt to unset a field; however '{name}' cannot be unset.",
        code="parameter_invalid_empty",
        param=name,
    )


def alternatives(hint: typing.Any) -> list:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return [s for part in typing.get_args(hint) for s in alternatives(part)]
    return [hint]


def words(shape: typing.Any) -> tuple:
    return typing.get_args(shape) if typing.get_origin(shape) is typing.Literal else ()


def _integer(value: str, name: str) -> int:
    try:
        return int(value)
    except ValueError:
        raise Refusal(
            f"Invalid integer: {value}", code="parameter_invalid_integer", param=name
        ) from None


def _boolean(value: str, name: str) -> bool:
    if value not in ("true", "false"):
        raise Refusal(f"Invalid boolean: {value}", param=name)
    return value == "true"


def _decimal(value: str, name: str) -> Decimal:
    try:
        return Decimal(value)
    except InvalidOperation:
        raise Refusal(f"Invalid decimal: {value}", param=name) from None
