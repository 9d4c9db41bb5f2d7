"""Questionnaires with a question of each kind, and what people answered."""

from datetime import datetime, timedelta

from django.utils import timezone

from community.models import Answer, Question, Questionnaire, Response, WorkingGroupPage
from tests.factories.reactions import make_reader

A_WEEK = timedelta(days=7)
Kind = Question.Kind


def make_questionnaire(
    group: WorkingGroupPage, *, now: datetime, **fields
) -> Questionnaire:
    """Published and open for a week more, without questions."""
    number = Questionnaire.objects.count() + 1
    fields = {
        "title": f"Vragenlijst {number}",
        "slug": f"vragenlijst-{number}",
        "intro": "Wat moet er beter?",
        "opens_at": now - A_WEEK,
        "closes_at": now + A_WEEK,
        "published_at": now - A_WEEK,
        "made_at": now - A_WEEK,
        **fields,
    }
    return Questionnaire.objects.create(group=group, **fields)


def make_question(
    questionnaire: Questionnaire,
    kind: str = Kind.OPEN,
    *,
    options: str = "",
    **fields,
) -> Question:
    """`options` is one letter each: "ABC"."""
    position = questionnaire.questions.count() + 1
    fields = {"text": f"Vraag {position}", "position": position, **fields}
    question = questionnaire.questions.create(kind=kind, **fields)
    for place, text in enumerate(options, start=1):
        question.options.create(text=text, position=place)
    return question


def make_response(
    questionnaire: Questionnaire, *, now: datetime, email: str = "", **fields
) -> Response:
    """Sent, of this reader or of nobody that we know."""
    state = fields.setdefault("state", Response.State.SENT)
    day = timezone.localdate(now)
    return questionnaire.responses.create(
        is_anonymous=questionnaire.is_anonymous,
        reader=make_reader(email, now=now) if email else None,
        begun_on=day,
        sent_on=day if state == Response.State.SENT else None,
        **fields,
    )


def make_answers(response: Response, question: Question, said) -> list[Answer]:
    """Words, a number, or letters: of a top three in their order."""
    if question.kind == Kind.OPEN:
        return [response.answers.create(question=question, text=said)]
    if question.kind == Kind.SCALE:
        return [response.answers.create(question=question, number=said)]
    is_top = question.kind == Kind.TOP
    return [
        response.answers.create(
            question=question,
            option=question.options.get(text=letter),
            place=place if is_top else None,
        )
        for place, letter in enumerate(said, start=1)
    ]
