"""What nobody at our desk decides: time, Stripe, its messages, jobs and death."""

from contextlib import suppress
from datetime import timedelta
from random import Random

from django.db import transaction

from config.management.commands import tick
from events.orders.capacity import PlacesTaken, set_capacity
from events.orders.models import LET_GO, Order, Pair
from events.orders.services import free_lapsed_holds
from events.payments.fake_stripe.api import Fault
from events.payments.fake_stripe.events import Telling
from events.payments.fake_stripe.refunds import Outcome
from events.payments.fake_stripe.refusals import Impossible
from events.payments.refunds import pay_owed_refunds
from events.payments.services import sweep
from home.mail.services import pay_owed_mail
from tests.events.chaos.world import World

ROUND = [step for step in tick.STEPS if step is not tick.publish_scheduled]
WAITS = [
    *(timedelta(seconds=n) for n in (1, 20, 59)),
    *(timedelta(minutes=n) for n in (1, 3, 4, 8, 15, 31, 36)),
    timedelta(hours=2),
]


def time_passes(world: World, dice: Random) -> None:
    world.wait(dice.choice(WAITS))


def a_day_passes(world: World, dice: Random) -> None:
    """Longer than Stripe remembers a key."""
    world.wait(timedelta(hours=25))


def the_bank_answers(world: World, dice: Random) -> None:
    waiting = [
        session["id"]
        for session in world.stripe.sessions
        if (session["status"], session["payment_status"]) == ("complete", "unpaid")
    ]
    if waiting:
        try:
            world.stripe.finish(dice.choice(waiting), paid=dice.random() < 0.6)
        except Impossible:
            return


def messages_arrive(world: World, dice: Random) -> None:
    """All that is due, in any order, some of it twice and some of it never."""
    due = world.stripe.take_due_webhooks()
    dice.shuffle(due)
    while due:
        sent, body = due.pop()
        if dice.random() < 0.25:  # lost; Stripe has already noted it as received
            continue
        for _ in range(dice.choice([1, 1, 2])):
            answer = world.stripe._post(world.client, body)
            if answer.status_code != 200:
                world.wrong.append(f"the webhook answered {answer.status_code}")
        world.stripe.note_outcome(sent, received=True)


def messages_go_otherwise(world: World, dice: Random) -> None:
    world.stripe.tell_webhooks(dice.choice(list(Telling)), thin=dice.random() < 0.5)


def stripe_fails(world: World, dice: Random) -> None:
    world.stripe.fail_next(
        dice.choice(list(Fault)),
        times=dice.choice([1, 2, 3, 3, 3, 6]),
        path=dice.choice(["", "", "/v1/checkout/sessions", "/v1/refunds"]),
    )


def refunds_go_otherwise(world: World, dice: Random) -> None:
    world.stripe.next_refunds(dice.choice(list(Outcome)))


def stripe_pays_out(world: World, dice: Random) -> None:
    """And now and then the bank sends it back."""
    with suppress(Impossible):
        payout = world.stripe.pay_out()
        if dice.random() < 0.3:
            world.stripe.fail_payout(payout["id"])


def the_mail_server_stops(world: World, dice: Random) -> None:
    world.office.refuses = not world.office.refuses


def the_hall_changes(world: World, dice: Random) -> None:
    try:
        set_capacity(event=world.event, capacity=dice.randint(1, 12), now=world.now)
    except PlacesTaken:
        return


def a_hold_is_lost(world: World, dice: Random) -> None:
    """What our code never does: free places that Stripe may still call paid (F10)."""
    order = world.order(dice, "held")
    if order is None:
        return
    with transaction.atomic():
        order = Order.objects.select_for_update().get(pk=order.pk)
        if order.status == "held" and order.payments.live().exists():
            Pair.objects.filter(order=order).update(state="released", **LET_GO)
            Order.objects.filter(pk=order.pk).update(status="lapsed")


def a_process_will_die(world: World, dice: Random) -> None:
    world.crashes.arm(dice.choice([1, 2, 3, 5, 8, 13]))


def a_round_of_jobs(world: World, dice: Random) -> None:
    world.wait(timedelta(minutes=1))
    if failed := tick.run(ROUND, now=world.now):
        world.wrong.append(f"tick: {failed} failed")


def one_job(world: World, dice: Random) -> None:
    dice.choice([sweep, free_lapsed_holds, pay_owed_refunds, pay_owed_mail])(
        now=world.now
    )
