"""What comes back: read it, note it, and stop writing to who is not there any more."""

import email
import email.policy
import re
from datetime import datetime
from email.message import Message
from typing import NamedTuple

from django.db.models import Q

from home.transactions import whole
from stories.newsletter.models import Delivery, Subscriber
from stories.newsletter.rules import says_gone

IN_A_ROW = 2  # issues that came back from nobody
NUMBER = re.compile(r"<[!-~]{1,118}>")  # as we write ours
STATUS = re.compile(r"[245](\.\d{1,3}){2}")


class Report(NamedTuple):
    """What a mail server says about one of our mails."""

    message_id: str
    status: str


def read_report(raw: bytes) -> Report | None:
    """From a mail as servers send it (RFC 3464); None when it is another kind of mail.

    Whose mail it was, only the number says that we gave it: anybody can write an
    address in a mail, and would make us stop writing to somebody else."""
    mail = email.message_from_bytes(raw, policy=email.policy.compat32)
    status, message_id = "", ""
    for part in mail.walk():
        kind = part.get_content_type()
        if kind == "message/delivery-status":
            status = status or _status(part)
        elif kind in {"message/rfc822", "text/rfc822-headers"}:
            message_id = message_id or _number(part)
    return Report(message_id, status) if status and message_id else None


def _status(part: Message) -> str:
    """Of the recipient that failed; one that is late is not lost."""
    for group in _inside(part):
        if str(group.get("Action", "")).strip().lower() == "failed":
            return _like(STATUS, group.get("Status", ""))
    return ""


def _number(part: Message) -> str:
    inner = _inside(part) or [email.message_from_string(str(part.get_payload()))]
    return _like(NUMBER, inner[0].get("Message-ID", ""))


def _inside(part: Message) -> list[Message]:
    inside = part.get_payload()
    return [each for each in inside if isinstance(each, Message)]


def _like(pattern: re.Pattern, said: object) -> str:
    """Whatever else stands there is not for a database."""
    found = pattern.match(str(said).strip())
    return found[0] if found else ""


def take_in(raw: bytes, *, now: datetime) -> bool:
    """True when it was about one of ours that had not come back before."""
    report = read_report(raw)
    if report is None:
        return False
    found = Delivery.objects.filter(message_id=report.message_id, bounced_at=None)
    delivery = found.select_related("subscriber").first()
    if delivery is None:
        return False
    note_bounce(delivery=delivery, status=report.status, now=now)
    return True


@whole
def note_bounce(*, delivery: Delivery, status: str, now: datetime) -> None:
    """Once per mail; who is gone twice in a row gets no third."""
    Delivery.objects.filter(pk=delivery.pk).update(bounced_at=now, status=status)
    subscriber = delivery.subscriber
    if subscriber and says_gone(status) and _is_gone(subscriber):
        Subscriber.objects.active().filter(pk=subscriber.pk).update(stopped_at=now)


def _is_gone(subscriber: Subscriber) -> bool:
    """The last issues since they joined came back, because nobody was there."""
    tried = Q(sent_at__isnull=False) | Q(bounced_at__isnull=False)
    since = Q(mailing__begun_at__gte=subscriber.confirmed_at)
    latest = subscriber.deliveries.filter(tried, since).order_by("-pk")[:IN_A_ROW]
    came_back = [one.bounced_at and says_gone(one.status) for one in latest]
    return len(came_back) == IN_A_ROW and all(came_back)
