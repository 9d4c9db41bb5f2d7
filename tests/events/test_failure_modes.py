"""F1 to F23 of docs/architecture.md: which test proves that each one ends well.

The walk of test_chaos.py meets nearly all of them at once, in any order."""

from pathlib import Path

import pytest

from events.payments.services import settle
from home.mail.services import pay_owed_mail
from tests.factories.payments import make_placed_order, settle_last

HERE = Path(__file__).parent
PROOF = {
    "F1": [
        "test_payments::test_a_crash_between_stripe_and_our_note_loses_nothing",
        "test_stripe_api::test_what_is_asked_survives_the_database",
    ],
    "F2": [
        "fake_stripe/test_idempotency::test_the_same_key_takes_no_other_parameters",
        "test_elsewhere::test_a_refund_in_the_dashboard_of_a_part_of_what_is_owed_"
        "leaves_the_rest",
    ],
    "F3": [
        "test_payments::test_a_second_click_is_the_same_payment",
        "test_payments::test_two_live_payments_of_one_order_cannot_exist",
    ],
    "F4": [
        "test_giving_up::test_an_old_page_reloaded_ends_nothing_new",
        "test_checkout::test_a_session_that_has_ended_is_not_offered_again",
        "test_payments::test_who_paid_and_then_went_back_has_paid",
    ],
    "F5": [
        "test_stripe_webhook::test_the_same_message_twice_is_one_purchase",
        "test_attempts::test_one_message_fifty_times_at_once_is_one_sale",
        "test_payments::test_ten_who_settle_at_one_instant_are_one_purchase",
    ],
    "F6": [
        "test_payments::test_every_lost_message_is_made_good_by_the_sweep",
        "test_reconcile::test_all_messages_lost_and_everything_is_fulfilled_within_15_"
        "minutes",
    ],
    "F7": ["test_stripe_webhook::test_the_webhook_settles"],
    "F8": [
        "test_payments::test_a_bank_that_answers_later_keeps_the_place_held",
        "test_giving_up::test_while_the_bank_thinks_about_it_there_is_no_second_button",
        "test_failure_modes::test_a_bank_that_takes_its_time_is_told_and_so_is_its_no",
    ],
    "F9": [
        "test_payments::test_a_bank_that_answers_later_keeps_the_place_held",
        "test_failure_modes::test_a_bank_that_takes_its_time_is_told_and_so_is_its_no",
    ],
    "F10": [
        "test_payments::test_a_late_payment_gets_its_place_back_while_there_is_one",
        "test_payments::test_a_late_payment_for_a_place_that_is_gone_is_refunded_whole",
    ],
    "F11": ["test_payments::test_a_second_payment_is_refunded_by_itself"],
    "F12": [
        "test_payments::test_a_payment_that_does_not_match_our_books_waits_for_a_person",
        "test_quarantine::test_it_goes_back_whole_and_the_places_are_free",
        "test_quarantine::test_what_is_right_after_all_is_booked",
    ],
    "F13": [
        "test_reconcile::test_money_that_no_row_of_ours_explains_is_shown",
        "test_reconcile::test_money_of_another_site_in_the_same_account_is_not_ours",
        "test_quarantine::test_a_session_that_stripe_does_not_know_is_not_asked_about_"
        "for_ever",
    ],
    "F14": [
        "test_refunds::test_a_refund_is_asked_once_also_when_the_answer_is_lost",
        "test_refunds::test_a_refund_whose_answer_was_lost_is_found_when_the_key_is_"
        "forgotten",
    ],
    "F15": [
        "test_refunds::test_a_refund_that_failed_is_told_to_the_organisers_once",
        "test_refunds::test_a_refund_that_failed_is_asked_once_more_under_a_new_key",
        "test_reconcile::test_a_refund_that_fails_days_later_without_a_message_is_found",
    ],
    "F16": ["test_refunds::test_a_balance_that_is_too_low_makes_a_refund_wait"],
    "F17": [
        "test_elsewhere::test_a_refund_in_the_dashboard_is_booked_and_the_tickets_stay",
        "test_reconcile::test_a_refund_in_the_dashboard_without_a_message_is_found",
    ],
    "F18": [
        "test_elsewhere::test_a_dispute_is_marked_and_the_organisers_hear_the_deadline",
        "test_elsewhere::test_a_lost_dispute_is_taken_off_the_invoice",
        "test_elsewhere::test_during_a_dispute_a_refund_waits_and_does_not_fail",
    ],
    "F19": [
        "test_payments::test_while_stripe_is_silent_the_places_stay_and_a_retry_goes_on",
        "test_checkout::test_when_stripe_is_silent_the_form_stays_and_the_same_payment_"
        "goes_on",
    ],
    "F20": [
        "test_payments::test_nobody_gets_a_place_that_stripe_may_still_call_paid",
        "test_reconcile::test_an_attempt_of_which_stripe_says_nothing_is_shown_and_"
        "keeps_its_places",
    ],
    "F21": ["test_payments::test_the_hold_outlives_the_session"],
    "F22": ["test_stripe_api::test_an_old_secret_is_good_until_it_is_taken_away"],
    "F23": [
        "../home/test_owed_mail::test_a_refused_mail_waits_longer_each_time_and_never_"
        "stops",
        "../home/test_owed_mail::test_who_died_while_sending_is_taken_over_from",
    ],
}


def test_every_failure_mode_has_its_proof():
    assert list(PROOF) == [f"F{number}" for number in range(1, 24)]


@pytest.mark.parametrize(
    "proof", sorted({proof for proofs in PROOF.values() for proof in proofs})
)
def test_the_proof_is_there(proof):
    file, _, name = proof.partition("::")

    assert f"def {name}(" in (HERE / f"{file}.py").read_text()


@pytest.mark.django_db
def test_a_bank_that_takes_its_time_is_told_and_so_is_its_no(stripe, now, mailoutbox):
    """F8 and F9: nobody pays twice, and who may try again hears how."""
    order = make_placed_order(now)
    stripe.pay_later(stripe.last_session)
    settle_last(order, now)
    settle(payment=order.payments.get(), now=now)
    pay_owed_mail(now=now)
    stripe.finish(stripe.last_session, paid=False)
    settle_last(order, now)
    pay_owed_mail(now=now)

    assert [mail.subject for mail in mailoutbox] == [
        "Je betaling voor Hackathon Een Nieuw Geluid wordt verwerkt",
        "Je betaling voor Hackathon Een Nieuw Geluid is niet gelukt",
    ]
    assert order.token in mailoutbox[-1].body
