"""Ask to join a group, let somebody in, or say why not."""

from datetime import datetime

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from community.joining.mail import KIND
from community.joining.models import Introduction, JoinRequest
from community.joining.persons import person_of
from community.working_groups.drafts import follow_in_draft
from community.working_groups.group_page import WorkingGroupPage
from community.working_groups.membership import Membership
from home.mail.services import owe_mail
from home.readers.purposes import Purpose, confirms
from home.readers.services import ask_to_confirm, reader_for
from home.transactions import whole

PURPOSE = "community.joining"
State = JoinRequest.State


class AlreadyAnswered(Exception):
    """Somebody else who leads the group was first."""


@whole
def ask_to_join(
    *, group: WorkingGroupPage, email: str, who: Introduction, now: datetime
) -> JoinRequest:
    """It waits for the lead once the address is confirmed. Raises TooManyAsked.

    Asked again before there is an answer, it is the same request."""
    asked = _request(group, email, who, now)
    if asked.state == State.ASKED:
        ask_to_confirm(reader=asked.reader, purpose=PURPOSE, about=asked, now=now)
    return asked


@whole
def ask_as_member(
    *, group: WorkingGroupPage, email: str, who: Introduction, now: datetime
) -> JoinRequest:
    """Of who is logged in the address is known to be theirs."""
    asked = _request(group, email, who, now)
    if asked.state == State.ASKED:
        accept_address(asked, now=now)
    return asked


def _request(group, email, who: Introduction, now: datetime) -> JoinRequest:
    return JoinRequest.objects.get_or_create(
        group=group,
        reader=reader_for(email, now=now),
        state__in=[State.ASKED, State.WAITING],
        defaults={**vars(who), "written_at": now},
    )[0]


def accept_address(asked: JoinRequest, *, now: datetime) -> None:
    asked.state, asked.waiting_since = State.WAITING, now
    asked.save(update_fields=["state", "waiting_since"])


def withdraw(asked: JoinRequest, *, now: datetime) -> None:
    """Who is a member already stays one; the lead ends that."""
    asked.delete()


@whole
def let_in(*, asked: JoinRequest, by: User, now: datetime) -> Membership:
    """A member from today, under a name in the one registry of people.

    Raises AlreadyAnswered."""
    _answer(asked, State.ACCEPTED, by, now)
    person = person_of(asked, now=now)
    today = timezone.localdate(now)
    current = Membership.objects.on(today).filter(group=asked.group, person=person)
    membership = current.first() or Membership.objects.create(
        group=asked.group, person=person, role=asked.function, since=today
    )
    follow_in_draft(asked.group)
    owe_mail(kind=KIND, about=asked, now=now)
    return membership


@whole
def decline(*, asked: JoinRequest, reason: str, by: User, now: datetime) -> None:
    """With the reason, by mail. Raises AlreadyAnswered."""
    asked.reason = reason
    _answer(asked, State.DECLINED, by, now)
    owe_mail(kind=KIND, about=asked, now=now)


def _answer(asked: JoinRequest, state: State, by: User, now: datetime) -> None:
    waiting = JoinRequest.objects.waiting().select_for_update()
    if not waiting.filter(pk=asked.pk).exists():
        raise AlreadyAnswered
    asked.state, asked.answered_at, asked.answered_by = state, now, by
    asked.save(update_fields=["state", "reason", "answered_at", "answered_by"])


def _leads_to(asked: JoinRequest) -> str:
    return f"{reverse('ask_to_join', args=[asked.group.slug])}?bevestigd=1"


confirms(
    PURPOSE,
    Purpose(
        model=JoinRequest,
        what="je aanmelding bij een werkgroep",
        button="Ja, ik wil meedoen",
        accept=accept_address,
        refuse=withdraw,
        leads_to=_leads_to,
        shows=lambda asked: asked.answer,
        withdraws=withdraw,
    ),
)
