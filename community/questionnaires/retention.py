"""How long we know who answered; what all said together stays."""

from datetime import datetime, timedelta

from django.db.models import Model, Q

from community.questionnaires.models import Answer, Invitation, Response
from home.privacy.keepers import Keeper, Promise, Rows, keeps

State = Response.State
AFTER_CLOSING = timedelta(days=30)
WITH_A_NAME = timedelta(days=2 * 365)
CLOSES = "questionnaire__closes_at__lte"


def forget(*, now: datetime) -> int:
    """What was not sent, and who was asked; later also whose the answers are."""
    over = {CLOSES: now - AFTER_CLOSING}
    unsent, _ = Response.objects.exclude(state=State.SENT).filter(**over).delete()
    asked, _ = Invitation.objects.filter(**over).delete()
    long_ago = Response.objects.filter(**{CLOSES: now - WITH_A_NAME})
    words = Answer.objects.filter(
        ~Q(text=""),
        is_shown=False,
        response__questionnaire__closes_at__lte=now - WITH_A_NAME,
    )
    return unsent + asked + _unname(long_ago) + words.delete()[0]


def _unname(responses) -> int:
    """The answers of nobody in particular."""
    return responses.exclude(reader=None, name="").update(reader=None, name="")


def _sheets(email: str):
    return Response.objects.filter(reader__email=email.lower())


def about(email: str) -> dict[str, Rows]:
    """Not of an anonymous questionnaire: nobody can tell which is theirs."""
    answers = Answer.objects.filter(response__in=_sheets(email))
    asked = Invitation.objects.filter(reader__email=email.lower())
    return {
        "Ingevulde vragenlijsten": [
            {
                "vragenlijst": each.question.questionnaire.title,
                "naam": each.response.name,
                "vraag": each.question.text,
                "antwoord": each.text or each.number or str(each.option),
                "plaats": each.place,
                "begonnen op": each.response.begun_on,
            }
            for each in answers.select_related(
                "response", "option__ranked__point", "question__questionnaire"
            ).order_by("response", "question__position", "place", "pk")
        ],
        "Uitnodigingen voor een vragenlijst": [
            {"vragenlijst": each.questionnaire.title}
            for each in asked.select_related("questionnaire").order_by("pk")
        ],
    }


def erase(*, email: str, now: datetime) -> int:
    """Their words go, and what was not sent; what was counted stays, of nobody."""
    sheets = _sheets(email)
    words, _ = Answer.objects.filter(response__in=sheets).exclude(text="").delete()
    return words + unname(email=email, now=now)


def unname(*, email: str, now: datetime) -> int:
    sheets = _sheets(email)
    unsent, _ = sheets.exclude(state=State.SENT).delete()
    asked, _ = Invitation.objects.filter(reader__email=email.lower()).delete()
    return unsent + asked + _unname(sheets)


WHAT = (
    "Je antwoorden op een vragenlijst die op naam of vertrouwelijk is, met je adres. "
    "Daarna telt alleen het totaal"
)
ANONYMOUS = "Antwoorden op een anonieme vragenlijst: we weten niet van wie ze zijn"
WORDS = "Wat je in eigen woorden antwoordde en wat niet op de site kwam"
UNSENT = "Een vragenlijst die je niet verstuurde, en een uitnodiging"
FIELDS: dict[type[Model], list[str]] = {
    Response: ["name"],
    Answer: ["text"],
    Invitation: [],
}
KEEPER = keeps(
    Keeper(
        [
            Promise(WHAT, "2 jaar na het sluiten"),
            Promise(WORDS, "2 jaar na het sluiten"),
            Promise(ANONYMOUS, "zonder naam en adres, zolang de uitslag er staat"),
            Promise(UNSENT, f"{AFTER_CLOSING.days} dagen na het sluiten"),
        ],
        forget,
        about,
        erase,
        FIELDS,
        unname,
    )
)
