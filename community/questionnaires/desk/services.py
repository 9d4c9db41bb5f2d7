"""What a lead does with a questionnaire; from the first sheet on it is locked."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Max

from community.questionnaires.models import (
    Answer,
    Invitation,
    Option,
    Question,
    Questionnaire,
)
from community.working_groups.group_page import WorkingGroupPage
from home.mail.services import Debt, owe_mails
from home.people.services import free_slug
from home.readers.services import reader_for
from home.transactions import whole

MAIL = "community.invitation"
FEWEST: dict[str, int] = {
    Question.Kind.ONE: 2,
    Question.Kind.SEVERAL: 2,
    Question.Kind.TOP: 3,
}


class Locked(Exception):
    """Somebody began to answer, or it ranks points: what was asked stays as it was."""


class Seen(Exception):
    """Its results were to be seen: who sees them change, sees what one person said."""


class NotReady(Exception):
    """There is no question yet, or none would be left."""


class Gone(Exception):
    """Another tab took this question away."""


@dataclass(frozen=True)
class Details:
    """All of a questionnaire but its questions."""

    title: str
    intro: str
    thanks: str
    opens_at: datetime
    closes_at: datetime
    audience: str
    privacy: str
    results: str
    asks_role: bool


@dataclass(frozen=True)
class Asked:
    """One question as a lead writes it."""

    text: str
    help: str
    kind: str
    is_required: bool
    is_public: bool
    options: tuple[str, ...] = ()


@whole
def write(
    *, group: WorkingGroupPage, details: Details, by: User | None, now: datetime
) -> Questionnaire:
    """A draft, which nobody else sees."""
    return Questionnaire.objects.create(
        group=group,
        slug=free_slug(Questionnaire, details.title),
        made_at=now,
        made_by=by,
        **asdict(details),
    )


@whole
def change(*, questionnaire: Questionnaire, details: Details) -> None:
    """Raises Locked."""
    found = _unlocked(questionnaire)
    for name, value in asdict(details).items():
        setattr(found, name, value)
    found.save()


@whole
def ask(
    *, questionnaire: Questionnaire, asked: Asked, question: Question | None = None
) -> Question:
    """Another question, or this one in other words. Raises Locked, Gone."""
    found = _unlocked(questionnaire)
    said: dict[str, Any] = asdict(asked)
    options = said.pop("options")
    if question is None:
        last = found.questions.aggregate(last=Max("position"))["last"] or 0
        question = found.questions.create(position=last + 1, **said)
    elif not found.questions.filter(pk=question.pk).update(**said):
        raise Gone
    _put_options(question, options if asked.kind in Question.CHOICES else ())
    return question


def _put_options(question: Question, options: Iterable[str]) -> None:
    question.options.all().delete()
    Option.objects.bulk_create(
        Option(question=question, text=text, position=place)
        for place, text in enumerate(options, start=1)
    )


@whole
def take_away(*, question: Question) -> None:
    """What is published keeps one at least. Raises Locked, NotReady."""
    found = _unlocked(question.questionnaire)
    if found.published_at and not found.questions.exclude(pk=question.pk).exists():
        raise NotReady
    found.questions.filter(pk=question.pk).delete()


@whole
def move_up(*, question: Question) -> None:
    """Before the one above it. Raises Locked."""
    found = _unlocked(question.questionnaire)
    order = list(found.questions.all())
    at = next((n for n, each in enumerate(order) if each.pk == question.pk), 0)
    if at:
        order[at - 1], order[at] = order[at], order[at - 1]
    for position, each in enumerate(order, start=1):
        each.position = position
    Question.objects.bulk_update(order, ["position"])


@whole
def publish(*, questionnaire: Questionnaire, now: datetime) -> None:
    """It can be answered when its time comes. Raises NotReady."""
    # another tab may be taking its last question away: then that is gone first
    found = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    if not found.questions.exists():
        raise NotReady
    questionnaire.published_at = found.published_at or now
    questionnaire.save(update_fields=["published_at"])


@whole
def close_later(
    *, questionnaire: Questionnaire, closes_at: datetime, now: datetime
) -> None:
    """Also sooner: the one thing that may change when there are answers.

    Raises Seen: an anonymous one that was closed does not open again."""
    found = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    if found.is_anonymous and found.is_closed(now):
        raise Seen
    found.closes_at = closes_at
    found.save(update_fields=["closes_at"])


@whole
def copy(
    *, questionnaire: Questionnaire, by: User | None, now: datetime
) -> Questionnaire:
    """The same questions in a draft, to change and ask again."""
    known = {
        name: getattr(questionnaire, name) for name in Details.__dataclass_fields__
    }
    details = Details(**{**known, "title": f"{known['title'][:112]} (kopie)"})
    made = write(group=questionnaire.group, details=details, by=by, now=now)
    for question in questionnaire.questions.prefetch_related("options"):
        asked = Asked(
            text=question.text,
            help=question.help,
            kind=question.kind,
            is_required=question.is_required,
            is_public=question.is_public,
            options=tuple(dict.fromkeys(map(str, question.options.all()))),
        )
        ask(questionnaire=made, asked=asked)
    return made


@whole
def throw_away(*, questionnaire: Questionnaire) -> None:
    """A draft, or one that nobody answered. Raises Locked."""
    _unlocked(questionnaire).delete()


@whole
def invite(
    *, questionnaire: Questionnaire, emails: Iterable[str], now: datetime
) -> int:
    """A mail with a link of their own; who was invited before gets no second one."""
    made = []
    for email in emails:
        invitation, is_new = Invitation.objects.get_or_create(
            questionnaire=questionnaire, reader=reader_for(email, now=now)
        )
        if is_new:
            made.append(Debt(MAIL, invitation.pk))
    owe_mails(made, now=now)
    return len(made)


@whole
def review(*, answers: dict[int, bool]) -> None:
    """Which open answers everybody may read; the others are read as well."""
    for pk, is_shown in answers.items():
        Answer.objects.filter(pk=pk).update(is_read=True, is_shown=is_shown)


def _unlocked(questionnaire: Questionnaire) -> Questionnaire:
    """Locked in the database too, so that nobody begins meanwhile."""
    found = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    if found.is_locked:
        raise Locked
    return found
