"""Payouts: what goes to the bank, of what it consists, how it ends."""

from datetime import timedelta

import pytest
from stripe import InvalidRequestError

from events.payments.fake_stripe.refusals import Impossible


def lines_of(sdk, payout: str) -> list[tuple[str, int]]:
    """Newest first, one to a page."""
    found = sdk.v1.balance_transactions.list({"payout": payout, "limit": 1})
    return [(line.reporting_category, line.net) for line in found.auto_paging_iter()]


def test_all_that_moved_goes_to_the_bank_once(sdk, stripe, intent):
    stripe.refund_in_dashboard(intent, amount=1000)

    payout = stripe.pay_out()

    assert payout["amount"] == 29800 - 472 - 1000
    assert lines_of(sdk, payout["id"]) == [
        ("payout", -28328),
        ("refund", -1000),
        ("charge", 29328),
    ]
    with pytest.raises(Impossible, match="niets om uit te betalen"):
        stripe.pay_out()


def test_it_arrives_by_itself(sdk, stripe, intent):
    payout = stripe.pay_out()["id"]
    before = sdk.v1.payouts.retrieve(payout).status

    stripe.clock.shift(timedelta(days=2))

    assert (before, sdk.v1.payouts.retrieve(payout).status) == ("in_transit", "paid")


def test_what_the_bank_sends_back_is_in_the_next_one(sdk, stripe, intent):
    failed = stripe.fail_payout(stripe.pay_out()["id"])

    payout = stripe.pay_out()

    assert sdk.v1.payouts.retrieve(failed["id"]).failure_code == "account_closed"
    assert lines_of(sdk, payout["id"]) == [
        ("payout", -29328),
        ("payout_reversal", 29328),
    ]


def test_of_what_one_by_hand_consists_nobody_tells(sdk, stripe, intent):
    payout = stripe.pay_out(automatic=False)["id"]

    with pytest.raises(InvalidRequestError, match="not manual"):
        lines_of(sdk, payout)


def test_a_file_from_before_payouts_is_read(stripe, intent):
    kept = stripe.dump()
    del kept["tables"]["payout"], kept["paid_out"]

    stripe.restore(kept)

    assert stripe.pay_out()["amount"] == 29328
