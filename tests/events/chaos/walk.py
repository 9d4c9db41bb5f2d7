"""A walk: one thing after another happens, then the dust settles, then we look."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from random import Random

from django.tasks.signals import task_finished

from config.management.commands import tick
from tests.events.chaos import (
    buyers,
    codes,
    desk,
    door,
    fairness,
    guests,
    outside,
    plans,
    resales,
    truths,
    waiters,
)
from tests.events.chaos.complaints import Complaints, of_a_task
from tests.events.chaos.crashes import Crash
from tests.events.chaos.world import World

type Rule = Callable[[World, Random], None]

RULES: dict[Rule, int] = {  # and how often each happens, compared with the others
    buyers.hold: 10,
    buyers.ask_more_time: 2,
    buyers.never_mind: 2,
    buyers.hold_again: 2,
    buyers.choose_again: 3,
    buyers.go_and_pay: 14,
    buyers.pay: 6,
    buyers.pay_and_return: 3,
    buyers.pay_later: 3,
    buyers.be_declined: 2,
    buyers.come_back: 3,
    buyers.go_back: 2,
    buyers.change_my_mind: 3,
    desk.cancel: 1,
    desk.be_generous: 1,
    desk.repair: 2,
    desk.ask_back: 1,
    desk.decide: 2,
    desk.stripe_says_something_else: 1,
    desk.refund_in_dashboard: 1,
    desk.dispute: 2,
    desk.judge: 2,
    codes.change: 2,
    waiters.wait: 3,
    waiters.go_away: 1,
    waiters.come_back: 1,
    waiters.take_the_offer: 4,
    waiters.think_it_over: 3,
    waiters.decline: 1,
    resales.offer_again: 3,
    resales.keep_after_all: 1,
    plans.move: 1,
    plans.choose: 2,
    plans.call_it_off: 1,
    plans.give_pairs: 1,
    plans.sell_pairs: 1,
    guests.be_invited: 2,
    guests.be_named_as_host: 1,
    guests.confirm: 3,
    guests.begin_to_answer: 2,
    guests.stay_away: 2,
    guests.be_replaced: 3,
    guests.be_reached_elsewhere: 1,
    guests.hand_over_the_place: 2,
    guests.change_own_data: 2,
    door.come_in: 8,
    door.was_a_mistake: 2,
    outside.time_passes: 6,
    outside.a_day_passes: 1,
    outside.the_bank_answers: 3,
    outside.messages_arrive: 6,
    outside.messages_go_otherwise: 1,
    outside.stripe_fails: 5,
    outside.refunds_go_otherwise: 1,
    outside.stripe_pays_out: 1,
    outside.the_mail_server_stops: 1,
    outside.the_hall_changes: 2,
    outside.a_hold_is_lost: 2,
    outside.a_process_will_die: 6,
    outside.a_round_of_jobs: 5,
    outside.one_job: 3,
}
AROUND_THE_LIST: dict[Rule, int] = {  # where what is free may be promised already
    buyers.hold: 8,
    buyers.hold_again: 2,
    buyers.choose_again: 3,
    buyers.go_and_pay: 5,
    buyers.pay_and_return: 5,
    buyers.change_my_mind: 2,
    waiters.wait: 5,
    waiters.think_it_over: 8,
    waiters.take_the_offer: 2,
    plans.give_pairs: 2,
    codes.change: 2,
    resales.offer_again: 2,
    outside.the_hall_changes: 4,
    outside.time_passes: 2,
    outside.a_round_of_jobs: 6,
}
STEP = timedelta(minutes=30)
LONGEST = 4 * 24 * 2  # four days in such steps: longer than any patience of ours


@contextmanager
def listening(world: World) -> Iterator[None]:
    """Points of death are live, and what is swallowed elsewhere is heard here."""
    complaints, root = Complaints(), logging.getLogger()
    complaints.heard = world.wrong

    def finished(sender, task_result, **kwargs):
        if trouble := of_a_task(task_result):
            world.wrong.append(trouble)

    root.addHandler(complaints)
    task_finished.connect(finished)
    try:
        with world.crashes.watch_the_database():
            yield
    finally:
        task_finished.disconnect(finished)
        root.removeHandler(complaints)


def take(world: World, rule: Rule, dice: Random) -> None:
    """One thing happens, or half of it when a process dies; then nothing is crooked."""
    try:
        rule(world, dice)
    except Crash:
        world.crashes.note()
    always = [*truths.always(), *fairness.always(world), *door.always()]
    truths.insist([*world.wrong, *always])


def walk(
    world: World, *, seed: int, steps: int, among: dict[Rule, int] = RULES
) -> None:
    dice = Random(seed)
    rules, weights = list(among), list(among.values())
    with listening(world):
        for rule in dice.choices(rules, weights, k=steps):
            take(world, rule, dice)
        settle_the_dust(world, dice)
    truths.insist(at_last(world))


def at_last(world: World) -> list[str]:
    """What is wrong once the dust has settled; nothing."""
    return [*truths.at_last(world), *fairness.at_last(world), *guests.at_last()]


def settle_the_dust(world: World, dice: Random) -> None:
    """Nothing fails any more, banks and organisers decide, and jobs do the rest.

    No message of Stripe arrives: the jobs alone are enough."""
    world.crashes.disarm()
    world.office.refuses = False
    world.stripe.account.faults = []
    world.stripe.next_refunds("succeeded")
    for session in world.stripe.sessions:
        if (session["status"], session["payment_status"]) == ("complete", "unpaid"):
            intent = world.stripe.account.get(
                "payment_intent", session["payment_intent"]
            )
            if intent["status"] == "processing":
                world.stripe.finish(session["id"], paid=dice.random() < 0.5)
    for refund in world.stripe.refunds:
        if refund.get("pending_reason") == "insufficient_funds":
            world.stripe.succeed_refund(refund["id"])
    for _ in range(LONGEST):
        world.wait(STEP)
        desk.tidy_up(world, dice)
        waiters.leave_at_last(world)
        assert tick.run(outside.ROUND, now=world.now) == []
        truths.insist([*world.wrong, *truths.always()])
        if truths.is_quiet():
            return
