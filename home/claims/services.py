"""Ask to be somebody; only an editor who confirms it ties a person to an account."""

from datetime import datetime

from django.contrib.auth.models import User

from home.claims.mail import DECIDED
from home.claims.models import Claim
from home.mail.services import owe_mail
from home.people.models import Person
from home.transactions import whole

Status = Claim.Status


class Taken(Exception):
    """The person is somebody's already, or the account is a person already."""


class NotOpen(Exception):
    """A colleague decided meanwhile, or it was taken back."""


class OwnClaim(Exception):
    """Nobody decides who they are themselves."""


@whole
def claim(*, user: User, person: Person, note: str, now: datetime) -> Claim:
    """One at a time: another wish takes the place of the one that waits."""
    User.objects.select_for_update().get(pk=user.pk)
    if _is_tied(user, person):
        raise Taken
    Claim.objects.open().filter(user=user).exclude(person=person).delete()
    return Claim.objects.get_or_create(
        user=user,
        person=person,
        status=Status.ASKED,
        defaults={"note": note, "asked_at": now},
    )[0]


@whole
def take_back(*, user: User) -> None:
    Claim.objects.open().filter(user=user).delete()


@whole
def confirm_claim(*, asked: Claim, by: User, now: datetime) -> None:
    """The account may what the person may. Raises Taken, NotOpen, OwnClaim."""
    asked = _to_decide(asked, by)
    person = Person.objects.select_for_update().get(pk=asked.person_id)
    if _is_tied(asked.user, person):
        raise Taken
    person.user = asked.user
    person.save(update_fields=["user"])
    _decide(asked, Status.CONFIRMED, "", by, now)


@whole
def refuse_claim(*, asked: Claim, reason: str, by: User, now: datetime) -> None:
    """With a reason, which they read. Raises NotOpen, OwnClaim."""
    _decide(_to_decide(asked, by), Status.REFUSED, reason, by, now)


def _is_tied(user: User, person: Person) -> bool:
    return person.user_id is not None or Person.objects.filter(user=user).exists()


def _to_decide(asked: Claim, by: User) -> Claim:
    waiting = Claim.objects.open().select_for_update().filter(pk=asked.pk).first()
    if waiting is None:
        raise NotOpen
    if waiting.user_id == by.pk:
        raise OwnClaim
    return waiting


def _decide(asked: Claim, status: str, reason: str, by: User, now: datetime) -> None:
    asked.status, asked.reason = status, reason
    asked.decided_by, asked.decided_at = by, now
    asked.save(update_fields=["status", "reason", "decided_by", "decided_at"])
    owe_mail(kind=DECIDED, about=asked, now=now)
