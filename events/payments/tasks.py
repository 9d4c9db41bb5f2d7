"""The edge between the queue and the money: asks the clock, calls one service."""

from django.tasks import task
from django.utils import timezone

from events.payments import elsewhere, refunds, services


@task
def settle_session(session_id: str) -> None:
    """Stripe spoke about this session; what is true, it is asked."""
    services.settle_session(session_id=session_id, now=timezone.now())


@task
def give_owed_refunds() -> None:
    """After the commit that owes them; what fails is done by the next `tick`."""
    refunds.pay_owed_refunds(now=timezone.now())


@task
def follow_refund(stripe_id: str) -> None:
    """Stripe spoke about this refund."""
    elsewhere.follow_refund(stripe_id=stripe_id, now=timezone.now())


@task
def follow_dispute(stripe_id: str) -> None:
    """Stripe spoke about this dispute."""
    elsewhere.follow_dispute(stripe_id=stripe_id, now=timezone.now())
