"""Compare Stripe's books with ours, and put right what a lost message left open."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Min, Q
from django.utils import timezone

from events.ledger.matching import note_line, try_again
from events.ledger.matters import waiting
from events.ledger.models import Check, Movement
from events.ledger.payouts import note_payout
from events.ledger.people import organisers, own_orders
from events.payments import elsewhere, stripe_api
from events.payments.models import Dispute, Payment
from events.payments.rounds import SILENCE
from events.payments.services import settle_session
from home.mail.services import Debt, owe_mail, owe_mails

logger = logging.getLogger(__name__)

HOUR = timedelta(hours=1)
OVERLAP = timedelta(hours=2)  # what was being booked while the last check ran
SESSIONS = timedelta(hours=48)  # longer than any session lives
FARTHEST = timedelta(days=30)
MORNING = 6  # from this hour on the organisers hear, once a day, that something waits
FINAL = {"paid", "quarantined"}


def reconcile_when_due(*, now: datetime) -> Check | None:
    """For `tick`: once an hour; a check that failed is tried again the next minute."""
    last = Check.objects.filter(finished_at__isnull=False).order_by("-began_at").first()
    if last is not None and now < last.began_at + HOUR:
        return None
    return reconcile(now=now)


def reconcile(*, now: datetime) -> Check:
    """Sessions, refunds, disputes, every cent that moved and what went to our bank."""
    since = _since(now)
    check = Check.objects.create(since=since, began_at=now)
    try:
        unheard = _all_of_it(since, now)
    except (stripe_api.Unreachable, stripe_api.Refused) as trouble:
        unheard = [type(trouble).__name__]
    if unheard:
        check.trouble = unheard[0]
        check.save(update_fields=["trouble"])
        return check
    check.finished_at = now
    check.save(update_fields=["finished_at"])
    _tell(check, now)
    return check


def _all_of_it(since: datetime, now: datetime) -> list[str]:
    """Why something was not heard of, and must be asked about again; normally empty."""
    refunds, disputes = stripe_api.refunds_since, stripe_api.disputes_since
    return [
        *_each(stripe_api.list_sessions(now - SESSIONS), partial(_session, now=now)),
        *_each(refunds(since), partial(elsewhere.note_result, now=now)),
        *_each(disputes(since), partial(elsewhere.note_dispute, now=now)),
        *_follow_open_disputes(now),
        *_each(stripe_api.moved_since(since), partial(note_line, now=now)),
        *_match_again(now),
        *_each(stripe_api.payouts_since(now - FARTHEST), partial(note_payout, now=now)),
    ]


def _since(now: datetime) -> datetime:
    """From the last check on, and from the beginning of what was not booked by then:
    money that came back of an attempt says nothing to us before we know it as paid."""
    last = Check.objects.filter(finished_at__isnull=False).order_by("-began_at").first()
    if last is None:
        return now - FARTHEST
    since = last.began_at - OVERLAP
    late = Payment.objects.filter(Q(settled_at=None) | Q(settled_at__gte=since))
    begun = late.aggregate(first=Min("created_at"))["first"] or since
    return max(now - FARTHEST, min(since, begun))


def _each(found: Iterable[Any], act: Callable[[Any], object]) -> list[str]:
    """One that fails may not stop those behind it; a Stripe that stays silent does.

    What it refuses it will refuse again: then we do not wait for it."""
    silent: list[str] = []
    for thing in found:
        try:
            act(thing)
        except stripe_api.Unreachable as trouble:
            silent.append(type(trouble).__name__)
            if len(silent) == SILENCE:
                raise
        except stripe_api.Refused as refusal:
            more = {"what": thing.id, "code": refusal.code}
            logger.warning("refused by Stripe", extra=more)
        except Exception:
            logger.exception("not reconciled", extra={"what": thing.id})
    return silent


def _session(session: stripe_api.Session, *, now: datetime) -> None:
    """Paid or over at Stripe, and not yet for us (F6, F13); not another site's."""
    if session.metadata.get("site") != settings.SITE_URL or session.is_open:
        return
    payment = Payment.objects.filter(key=session.metadata.get("attempt", "")).first()
    if payment is None or payment.status in FINAL:
        return  # the money of an unknown one is a movement without a row of ours
    if session.is_paid or not payment.is_final:
        settle_session(session_id=session.id, now=now)


def _follow_open_disputes(now: datetime) -> list[str]:
    """A bank takes weeks: longer than we look back."""
    still_open = Dispute.objects.filter(status="open")
    return _each(still_open, partial(_follow_dispute, now=now))


def _follow_dispute(dispute: Dispute, *, now: datetime) -> None:
    elsewhere.follow_dispute(stripe_id=dispute.stripe_id, now=now)


def _match_again(now: datetime) -> list[str]:
    """What differed may have been put right since, or can be now."""
    recent = Movement.objects.that_differ().filter(at__gte=now - 2 * FARTHEST)
    return _each(recent.order_by("pk")[:500], partial(try_again, now=now))


@transaction.atomic
def _tell(check: Check, now: datetime) -> None:
    """Once a day, and only when something waits for a person."""
    today = timezone.localdate(now)
    told = Check.objects.filter(told_on=today).exists()
    if told or timezone.localtime(now).hour < MORNING:
        return
    if not waiting(now=now).exists():
        return
    check.told_on = today
    check.save(update_fields=["told_on"])
    owe_mail(kind="events.money_waits", about=check, now=now)
    owe_mails(
        [
            Debt("events.own_money_waits", user.pk, today.isoformat())
            for user in organisers()
            if waiting(now=now, orders=own_orders(user)).exists()
        ],
        now=now,
    )
