"""The rows of the file that a lead takes along."""

from collections.abc import Iterator

from community.questionnaires.models import Answer, Question, Questionnaire, Response
from community.questionnaires.results.counts import to_read_one_by_one

NAME, ROLE = "Naam", "Rol in het vak"


def headings(questionnaire: Questionnaire) -> list[str]:
    """A column per question; a name and a role only where answers are by name."""
    who = [NAME, ROLE] if questionnaire.is_named else []
    numbered = enumerate(to_read_one_by_one(questionnaire), start=1)
    return [*who, *(f"{number}. {question}" for number, question in numbered)]


def rows(questionnaire: Questionnaire) -> Iterator[dict]:
    """Not in the order in which they came, unless they are by name."""
    questions = {
        question.pk: (f"{number}. {question}", question)
        for number, question in enumerate(to_read_one_by_one(questionnaire), start=1)
    }
    sent = questionnaire.responses.sent().select_related("role")
    order = "pk" if questionnaire.is_named else "token"
    responses = sent.order_by(order).prefetch_related("answers__option__ranked__point")
    for response in responses.iterator(chunk_size=500):
        row = _who(response) if questionnaire.is_named else {}
        row |= {heading: "" for heading, _ in questions.values()}
        given: dict[int, list[Answer]] = {}
        for answer in response.answers.all():
            given.setdefault(answer.question_id, []).append(answer)
        for pk in given.keys() & questions.keys():
            heading, question = questions[pk]
            row[heading] = _told(question, given[pk])
        yield row


def _who(response: Response) -> dict:
    return {NAME: response.name, ROLE: str(response.role or "")}


def _told(question: Question, answers: list[Answer]) -> str | int:
    first = answers[0]
    if question.is_open:
        return first.text
    if first.number is not None:
        return first.number
    chosen = [(each.place or 0, each.option) for each in answers if each.option]
    chosen.sort(key=lambda each: (each[0], each[1].position))
    return "; ".join(str(option) for _, option in chosen)
