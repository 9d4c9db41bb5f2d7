"""Answer a questionnaire: begin, keep what is there, send it, once per person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from community.questionnaires.models import (
    Answer,
    Invitation,
    Option,
    Question,
    Questionnaire,
    Response,
)
from home.models import Reader, Role
from home.numbers import drawn_number
from home.readers.models import new_token
from home.readers.purposes import Purpose, confirms
from home.readers.services import ask_to_confirm, reader_for
from home.transactions import whole

PURPOSE = "community.response"
State = Response.State


class NotOpen(Exception):
    """It is not the time to answer."""


class AlreadyAnswered(Exception):
    """This person did, or used the only way to begin."""


class Incomplete(Exception):
    """A question that must be answered is not; says on which page."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.pk)
        self.question = question


@dataclass(frozen=True)
class Given:
    """What somebody filled in at one question; None leaves it open."""

    text: str = ""
    number: int | None = None
    options: tuple[Option, ...] = ()  # of a top three: in their order


@dataclass(frozen=True)
class Sender:
    """What we ask at the end; `email` only of who is not known."""

    role: Role | None = None
    name: str = ""
    email: str = ""


@whole
def begin(
    *,
    questionnaire: Questionnaire,
    reader: Reader | None = None,
    only_once: bool = False,
    now: datetime,
) -> Response:
    """A sheet to fill in. Raises NotOpen, AlreadyAnswered.

    Of an anonymous one we keep that somebody got a sheet when each may have one
    (`only_once`), and nowhere which: nor by the order of the two rows."""
    # the lead may be changing a question: then it is begun after that
    questionnaire = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    if not questionnaire.is_open(now):
        raise NotOpen
    today = timezone.localdate(now)
    if questionnaire.is_anonymous:
        if only_once and reader is not None:
            _use(questionnaire, reader)
        return questionnaire.responses.create(
            pk=drawn_number(), is_anonymous=True, begun_on=today
        )
    if reader is None:
        return questionnaire.responses.create(is_anonymous=False, begun_on=today)
    Reader.objects.select_for_update().get(pk=reader.pk)  # two tabs, in turn
    theirs = questionnaire.responses.filter(reader=reader)
    if theirs.sent().exists():
        raise AlreadyAnswered
    begun = theirs.filter(state=State.DRAFT).order_by("-pk").first()
    return begun or theirs.create(
        questionnaire=questionnaire, reader=reader, is_anonymous=False, begun_on=today
    )


def _use(questionnaire: Questionnaire, reader: Reader) -> None:
    mine, _ = Invitation.objects.get_or_create(
        questionnaire=questionnaire, reader=reader
    )
    if not Invitation.objects.filter(pk=mine.pk, is_used=False).update(is_used=True):
        raise AlreadyAnswered


@whole
def keep(*, response: Response, given: Mapping[Question, Given], now: datetime) -> None:
    """What stands on one page. Raises NotOpen, AlreadyAnswered."""
    response = _draft(response, now)
    Answer.objects.filter(response=response, question__in=list(given)).delete()
    Answer.objects.bulk_create(
        [
            answer
            for question, filled_in in given.items()
            for answer in _answers(response, question, filled_in)
        ]
    )


def _answers(response: Response, question: Question, given: Given) -> Iterable[Answer]:
    def answer(**said) -> Answer:
        number = None if response.questionnaire.is_named else drawn_number()
        return Answer(pk=number, response=response, question=question, **said)

    is_top = question.kind == Question.Kind.TOP
    for place, option in enumerate(given.options, start=1):
        yield answer(option=option, place=place if is_top else None)
    if given.number is not None:
        yield answer(number=given.number)
    if given.text:
        yield answer(text=given.text)


@whole
def send(*, response: Response, sender: Sender, now: datetime) -> Response:
    """It counts at once, or when its owner confirms.

    Raises NotOpen, AlreadyAnswered, Incomplete, TooManyAsked."""
    response = _draft(response, now)
    if lacking := missing(response).first():
        raise Incomplete(lacking)
    response.role = sender.role
    if response.is_anonymous:
        response.token = new_token()  # whoever saw the old one finds nothing by it
    else:
        response.name = sender.name
    if response.is_anonymous or response.reader_id:
        return _count(response, now)
    reader = response.reader = reader_for(sender.email, now=now)
    response.state = State.ASKED
    response.save()
    ask_to_confirm(reader=reader, purpose=PURPOSE, about=response, now=now)
    return response


def missing(response: Response) -> QuerySet[Question]:
    """What must be answered and is not."""
    asked = response.questionnaire.questions.filter(is_required=True)
    return asked.exclude(answers__response=response).order_by("position", "pk")


def _count(response: Response, now: datetime) -> Response:
    if response.reader_id:
        theirs = Response.objects.sent().filter(reader=response.reader_id)
        if theirs.filter(questionnaire=response.questionnaire_id).exists():
            raise AlreadyAnswered
    response.state, response.sent_on = State.SENT, timezone.localdate(now)
    response.save()
    return response


def _draft(response: Response, now: datetime) -> Response:
    """Locked: two tabs write in turn, and what was sent stays as it is."""
    sheets = Response.objects.select_for_update(of=("self",))
    found = sheets.select_related("questionnaire").filter(pk=response.pk).first()
    if found is None or not found.is_draft:
        raise AlreadyAnswered
    if not found.questionnaire.is_open(now):
        raise NotOpen
    return found


def accept(response: Response, *, now: datetime) -> None:
    """The click in the mail; the first that was sent is the one that counts."""
    if response.state != State.ASKED or not response.questionnaire.is_open(now):
        return
    try:
        _count(response, now)
    except AlreadyAnswered:
        response.delete()


def refuse(response: Response, *, now: datetime) -> None:
    response.delete()


def _leads_to(response: Response) -> str:
    said = "dubbel"
    if response.pk:
        said = "verstuurd" if response.state == State.SENT else "telaat"
    there = reverse("questionnaire_thanks", args=[response.questionnaire.slug])
    return f"{there}?{said}=1"


def words_of(response: Response) -> str:
    """What the confirmation shows: how much, not what."""
    number = response.answers.values("question").distinct().count()
    return f"{response.questionnaire}: {number} beantwoorde vragen"


confirms(
    PURPOSE,
    Purpose(
        model=Response,
        what="het meetellen van je antwoorden op een vragenlijst",
        button="Ja, dit zijn mijn antwoorden",
        accept=accept,
        refuse=refuse,
        leads_to=_leads_to,
        shows=words_of,
    ),
)
