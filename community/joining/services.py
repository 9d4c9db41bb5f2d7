"""Ask to join a group, let somebody in, or say why not."""

from datetime import datetime

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from community.joining.mail import INVITES, KIND
from community.joining.models import Introduction, JoinRequest
from community.joining.persons import person_of
from community.working_groups.drafts import follow_in_draft
from community.working_groups.group_page import WorkingGroupPage
from community.working_groups.membership import Membership
from home.mail.services import owe_mail
from home.readers.purposes import Purpose, confirms
from home.readers.services import ask_to_confirm, reader_for
from home.transactions import whole
from stories.reactions.models import Ruling

PURPOSE, INVITATION = "community.joining", "community.invitation"
State = JoinRequest.State
PURPOSES = {State.ASKED: PURPOSE, State.INVITED: INVITATION}


class AsksAlready(Exception):
    """They asked to join before the lead invited them."""


class AlreadyAnswered(Exception):
    """Somebody else who leads the group was first."""


@whole
def ask_to_join(
    *, group: WorkingGroupPage, email: str, who: Introduction, now: datetime
) -> JoinRequest:
    """It waits for the lead once the address is confirmed. Raises TooManyAsked.

    Asked again before there is an answer, it is the same request."""
    asked = _request(group, email, who, now)
    if asked.state in PURPOSES:
        _ask(asked, now)
    return asked


@whole
def ask_as_member(
    *, group: WorkingGroupPage, email: str, who: Introduction, now: datetime
) -> JoinRequest:
    """Of who is logged in the address is known to be theirs.

    Without a number it is of who is banned, and gone."""
    asked = _request(group, email, who, now)
    if asked.state == State.ASKED:
        accept_address(asked, now=now)
    elif asked.state == State.INVITED:
        accept_invitation(asked, now=now)
    return asked


@whole
def invite(
    *, group: WorkingGroupPage, email: str, who: Introduction, by: User, now: datetime
) -> JoinRequest:
    """They are a member once they press the button in the mail. Raises TooManyAsked.

    Invited again, they are mailed again; who asked to join already, waits for the
    lead's answer: raises AsksAlready."""
    invited = _request(group, email, who, now, state=State.INVITED)
    if invited.state != State.INVITED:
        raise AsksAlready
    JoinRequest.objects.filter(pk=invited.pk).update(answered_by=by)
    _ask(invited, now)
    return invited


def _request(
    group, email, who: Introduction, now: datetime, state: State = State.ASKED
) -> JoinRequest:
    return JoinRequest.objects.get_or_create(
        group=group,
        reader=reader_for(email, now=now),
        state__in=[State.ASKED, State.WAITING, State.INVITED],
        defaults={**vars(who), "written_at": now, "state": state},
    )[0]


def _ask(asked: JoinRequest, now: datetime) -> None:
    purpose = PURPOSES[State(asked.state)]
    ask_to_confirm(reader=asked.reader, purpose=purpose, about=asked, now=now)


def accept_invitation(asked: JoinRequest, *, now: datetime) -> None:
    """Taken back meanwhile, or answered in another tab, nothing happens."""
    invited = JoinRequest.objects.invited().filter(pk=asked.pk)
    if invited.update(state=State.ACCEPTED, answered_at=now):
        asked.refresh_from_db()
        _welcome(asked, now)


def accept_address(asked: JoinRequest, *, now: datetime) -> None:
    """For the lead to read; of who is banned, never: they may be invited."""
    if Ruling.objects.banning(now).filter(reader=asked.reader_id).exists():
        asked.delete()
        return
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
    return _welcome(asked, now)


def _welcome(asked: JoinRequest, now: datetime) -> Membership:
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
    said = "bevestigd" if asked.pk else "geweerd"
    return f"{reverse('ask_to_join', args=[asked.group.slug])}?{said}=1"


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


def _invitation_in_words(invited: JoinRequest) -> str:
    return (
        f"Werkgroep {invited.group.title}: {invited.group.question}\n\n"
        f"Doe je mee, dan staat ‘{invited.name}’ met je functie op de pagina van de "
        "groep, en kun je in de werkruimte."
    )


confirms(
    INVITATION,
    Purpose(
        model=JoinRequest,
        what="jou lid te maken van een werkgroep",
        button="Ja, ik doe mee",
        refusal="Nee, liever niet",
        accept=accept_invitation,
        refuse=withdraw,
        leads_to=lambda invited: reverse("group_space", args=[invited.group.slug]),
        shows=_invitation_in_words,
        mail=INVITES,
    ),
)
