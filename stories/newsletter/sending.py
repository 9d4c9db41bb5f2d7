"""Send an issue: to everybody it is for, once, in parts, whatever happens between."""

import logging
import smtplib
from contextlib import suppress
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, mailers
from django.db import transaction
from django.db.models import F

from home.mail.delivery import wait_after
from home.mail.letters import Words
from home.mail.services import new_message_id
from home.transactions import whole
from stories.newsletter.bounces import note_bounce
from stories.newsletter.letters import as_mail, for_reader
from stories.newsletter.models import Delivery, Mailing, Subscriber
from stories.newsletter.pages import IssuePage
from stories.newsletter.rules import is_final, status_in

logger = logging.getLogger(__name__)

A_BATCH = 50  # as many as can be sent long before their lease ends
A_ROUND = 500  # of one `tick`, so that what else it does is not kept waiting
LEASE = timedelta(minutes=30)
MOST_ATTEMPTS = 10  # most of a day
NOBODY = "proef"  # in the links of a proof, which say that they are not known


class AlreadyPlanned(Exception):
    """This issue goes out, or went out."""


class NothingToStop(Exception):
    """Everything is sent."""


@whole
def plan(*, issue: IssuePage, at: datetime, by: User, now: datetime) -> Mailing:
    """The last version goes out at that moment; `tick` begins.

    Raises AlreadyPlanned, and ValidationError when the issue is half a draft."""
    issue = issue.get_latest_revision_as_object()
    issue.full_clean()
    revision = issue.get_latest_revision()
    if issue.go_live_at or revision is None:
        issue.go_live_at = None  # or it is not on the site when the mail says so
        revision = issue.save_revision(user=by)
    mailing, is_new = Mailing.objects.get_or_create(
        issue_id=issue.pk,
        defaults={"revision": revision, "by": by, "starts_at": max(at, now)},
    )
    if not is_new:
        raise AlreadyPlanned
    return mailing


@whole
def stop(*, mailing: Mailing, now: datetime) -> None:
    """What is planned is planned no more; what is going out waits. May raise."""
    mailing = Mailing.objects.select_for_update().get(pk=mailing.pk)
    if mailing.done_at:
        raise NothingToStop
    if mailing.begun_at is None:
        mailing.delete()
    else:
        Mailing.objects.filter(pk=mailing.pk).update(stopped_at=now)


def go_on(*, mailing: Mailing) -> None:
    """Where it was stopped."""
    Mailing.objects.filter(pk=mailing.pk).update(stopped_at=None)


def send_proof(*, issue: IssuePage, to: str) -> None:
    """To the editor who asks, at once; raises OSError when the server refuses."""
    words = as_mail(issue)
    proof = words._replace(subject=f"Proef: {words.subject}")
    for_reader(proof, to=to, token=NOBODY, message_id=new_message_id()).send()


def send_issues(*, now: datetime) -> int:
    """For `tick`: begin what is planned for now, and send a part of what is due."""
    waiting = Mailing.objects.filter(begun_at=None, starts_at__lte=now)
    for mailing in waiting.order_by("starts_at", "pk"):
        try:
            begin(mailing=mailing, now=now)
        except ValidationError:  # one that cannot be published stops no other
            extra = {"mailing": mailing.pk}
            logger.exception("a newsletter cannot be published", extra=extra)
    handled = 0
    while handled < A_ROUND and (batch := _claim(now)):
        handled += len(batch)
        if not _send(batch, now):
            break  # the mail server does not answer; the next round asks again
    _close(now)
    return handled


@transaction.atomic
def begin(*, mailing: Mailing, now: datetime) -> None:
    """Publish the version that was planned, fix its words, and note who gets it."""
    waiting = Mailing.objects.select_for_update(of=("self",)).filter(pk=mailing.pk)
    found = waiting.select_related("revision", "issue").first()
    if found is None or found.begun_at:
        return
    mailing = found
    if mailing.revision is None:  # thrown away meanwhile
        mailing.delete()
        return
    if mailing.issue.live_revision_id != mailing.revision_id:
        mailing.revision.publish(skip_permission_checks=True)
    issue = IssuePage.objects.get(pk=mailing.issue_id)
    words = as_mail(issue)
    mailing.subject, mailing.text, mailing.html = words
    mailing.begun_at = now
    mailing.save()
    readers = Subscriber.objects.who_get(issue).order_by("pk")
    Delivery.objects.bulk_create(
        [
            Delivery(mailing=mailing, subscriber_id=pk, message_id=new_message_id())
            for pk in readers.values_list("pk", flat=True)
        ],
        batch_size=500,
    )


@transaction.atomic
def _claim(now: datetime) -> list[int]:
    """Some that nobody else is sending; whoever looks at the same time skips them."""
    due = Delivery.objects.due(now).order_by("mailing", "pk")
    rows = due.select_for_update(skip_locked=True, of=("self",))
    mine = list(rows.values_list("pk", flat=True)[:A_BATCH])
    Delivery.objects.filter(pk__in=mine).update(
        leased_until=now + LEASE, attempts=F("attempts") + 1
    )
    return mine


def _send(pks: list[int], now: datetime) -> bool:
    """One connection; each is noted at once, so a crash repeats one at most."""
    batch = Delivery.objects.filter(pk__in=pks).order_by("pk")
    connection = mailers.default
    try:
        connection.open()
        for delivery in batch.select_related("mailing", "subscriber__reader"):
            subscriber = delivery.subscriber
            if subscriber is None or not subscriber.is_active:
                _note(delivery, dropped_at=now)
            else:
                _hand_over(delivery, subscriber, connection, now)
    except OSError as error:  # which those of SMTP are too
        logger.warning("newsletter not sent", extra={"error": type(error).__name__})
        _release(pks, now)
        return False
    finally:
        with suppress(OSError):
            connection.close()
    return True


def _hand_over(
    delivery: Delivery, subscriber: Subscriber, connection, now: datetime
) -> None:
    """What is wrong with this one mail is noted; what may be wrong with all is raised.

    Then it waits too, since it may be the one that a server chokes on."""
    try:
        connection.send_messages([_written(delivery, subscriber)])
    except smtplib.SMTPRecipientsRefused as refused:
        code, said = next(iter(refused.recipients.values()))
        _refused(delivery, status_in(said, code), now)
    except smtplib.SMTPNotSupportedError:  # an address this server cannot write to
        _note(delivery, dropped_at=now)
    except OSError:
        _put_off(delivery, now)
        raise
    except Exception:  # a mail that cannot be made may not stop those behind it
        logger.exception("a newsletter is broken", extra={"delivery": delivery.pk})
        _put_off(delivery, now)
    else:
        _note(delivery, sent_at=now)


def _written(delivery: Delivery, subscriber: Subscriber) -> EmailMessage:
    mailing = delivery.mailing
    return for_reader(
        Words(mailing.subject, mailing.text, mailing.html),
        to=subscriber.reader.email,
        token=subscriber.token,
        message_id=delivery.message_id,
    )


def _refused(delivery: Delivery, status: str, now: datetime) -> None:
    """By the server of this reader, at once: a bounce without a mail back."""
    if not is_final(status):
        _put_off(delivery, now)
        return
    _note(delivery, dropped_at=now)
    note_bounce(delivery=delivery, status=status, now=now)


def _put_off(delivery: Delivery, now: datetime) -> None:
    """Longer after every attempt, and after the last one for good."""
    if delivery.attempts >= MOST_ATTEMPTS:
        _note(delivery, dropped_at=now)
    else:
        until = now + wait_after(delivery.attempts)
        Delivery.objects.filter(pk=delivery.pk).update(leased_until=until)


def _note(delivery: Delivery, **what: datetime) -> None:
    Delivery.objects.filter(pk=delivery.pk).update(leased_until=None, **what)


def _release(pks: list[int], now: datetime) -> None:
    """Those whose turn did not come; for them it was no attempt."""
    untouched = Delivery.objects.open().filter(pk__in=pks, leased_until=now + LEASE)
    untouched.update(leased_until=None, attempts=F("attempts") - 1)


def _close(now: datetime) -> None:
    """Done, once nothing of it is open any more."""
    going = Mailing.objects.filter(begun_at__isnull=False, done_at=None)
    open_ones = Delivery.objects.open().values("mailing")
    going.exclude(pk__in=open_ones).update(done_at=now)
