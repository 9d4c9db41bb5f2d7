"""Lists: filters, pages, and ids opened up on request."""

from datetime import timedelta

import pytest
from stripe import InvalidRequestError

from tests.factories.stripe import make_params


@pytest.fixture
def five(sdk, stripe, now) -> list[str]:
    """Five sessions, a minute apart, the oldest first."""
    made = []
    for at in range(5):
        moment = now + timedelta(minutes=at)
        made.append(sdk.v1.checkout.sessions.create(make_params(moment)).id)
        stripe.clock.shift(timedelta(minutes=1))
    return made


def ids(page):
    return [thing.id for thing in page.data]


def test_the_newest_come_first_page_by_page(sdk, five):
    first = sdk.v1.checkout.sessions.list({"limit": 2})
    second = sdk.v1.checkout.sessions.list({"limit": 2, "starting_after": five[3]})
    back = sdk.v1.checkout.sessions.list({"limit": 2, "ending_before": five[1]})

    assert (ids(first), first.has_more) == ([five[4], five[3]], True)
    assert (ids(second), second.has_more) == ([five[2], five[1]], True)
    assert (ids(back), back.has_more) == ([five[3], five[2]], True)


def test_the_sdk_turns_the_pages(sdk, five):
    pages = sdk.v1.checkout.sessions.list({"limit": 2}).auto_paging_iter()

    assert [session.id for session in pages] == five[::-1]


def test_sessions_by_moment_and_status(sdk, stripe, five, now):
    stripe.pay(five[1])
    stripe.pay(five[3])
    since = int((now + timedelta(minutes=2)).timestamp())

    found = sdk.v1.checkout.sessions.list(
        {"created": {"gte": since}, "status": "complete"}
    )

    assert ids(found) == [five[3]]


def test_a_session_by_its_intent(sdk, stripe, five):
    intent = stripe.pay(five[2])["payment_intent"]

    assert ids(sdk.v1.checkout.sessions.list({"payment_intent": intent})) == [five[2]]


@pytest.mark.parametrize(
    ("params", "param"),
    [
        ({"limit": 0}, "limit"),
        ({"limit": 101}, "limit"),
        ({"starting_after": "cs_test_unknown"}, "starting_after"),
        ({"state": "open"}, "state"),
        ({"status": "paid"}, "status"),
        ({"created": {"since": 1}}, "created[since]"),
    ],
)
def test_what_stripe_refuses_in_a_list(sdk, params, param):
    with pytest.raises(InvalidRequestError) as refusal:
        sdk.v1.checkout.sessions.list(params)

    assert refusal.value.param == param


def test_an_id_is_opened_up_on_request(sdk, stripe, session):
    stripe.pay(session.id)

    plain = sdk.v1.checkout.sessions.retrieve(session.id)
    opened = sdk.v1.checkout.sessions.retrieve(
        session.id, {"expand": ["payment_intent.latest_charge", "line_items"]}
    )
    [listed] = sdk.v1.checkout.sessions.list({"expand": ["data.payment_intent"]}).data

    assert plain.payment_intent == opened.payment_intent.id == listed.payment_intent.id
    assert opened.payment_intent.latest_charge.amount == 29800
    assert [line.description for line in opened.line_items.data] == ["Duoticket"]
    assert "line_items" not in plain


def test_only_some_fields_can_be_opened_up(sdk, session):
    with pytest.raises(InvalidRequestError, match="cannot be expanded"):
        sdk.v1.checkout.sessions.retrieve(session.id, {"expand": ["amount_total"]})


def test_every_cent_is_in_the_ledger(sdk, stripe, intent, now):
    sdk.v1.refunds.create({"payment_intent": intent, "amount": 14900})
    day = {"gte": int(now.timestamp()), "lt": int(now.timestamp()) + 86400}

    ledger = sdk.v1.balance_transactions.list(
        {"created": day, "expand": ["data.source"]}
    )

    assert [(m.reporting_category, m.amount, m.fee, m.net) for m in ledger.data] == [
        ("refund", -14900, 0, -14900),
        ("charge", 29800, 472, 29328),
    ]
    assert [m.source.object for m in ledger.data] == ["refund", "charge"]


def test_events_of_some_types_from_the_last_30_days(sdk, stripe, five):
    stripe.pay(five[4])
    wanted = {"types": ["checkout.session.completed", "charge.succeeded"]}
    stripe.clock.shift(timedelta(days=29))
    before = [event.type for event in sdk.v1.events.list(wanted).data]
    stripe.clock.shift(timedelta(days=1, seconds=1))
    after = [event.type for event in sdk.v1.events.list(wanted).data]

    assert before == ["checkout.session.completed", "charge.succeeded"]
    assert after == []


def test_events_that_our_endpoint_has_not_heard_of(sdk, stripe, five):
    stripe.pay(five[0])
    stripe.pay(five[1])
    [(sent, _), _] = stripe.take_due_webhooks()
    stripe.note_outcome(sent, received=True)

    missed = sdk.v1.events.list(
        {"delivery_success": False, "types": ["checkout.session.completed"]}
    )

    assert [event.data.object.id for event in missed.data] == [five[1]]
