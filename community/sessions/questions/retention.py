"""How long the words of viewers stay, and how long a browser is recognised."""

from datetime import datetime, timedelta

from django.db.models import Model

from community.sessions.questions.models import LiveQuestion, QuestionSupport
from home.privacy.keepers import Keeper, Promise, keeps

YEARS = 5
A_MONTH, LONG = timedelta(days=30), timedelta(days=YEARS * 365)


def forget(*, now: datetime) -> int:
    """What got no answer goes with the keys; the number of supporters stays."""
    keys = QuestionSupport.objects.filter(question__session__ends_at__lte=now - A_MONTH)
    over = LiveQuestion.objects.filter(session__ends_at__lte=now - A_MONTH)
    answered = LiveQuestion.objects.with_an_answer().values("pk")
    gone = keys.delete()[0] + over.exclude(pk__in=answered).delete()[0]
    return gone + over.filter(session__ends_at__lte=now - LONG).delete()[0]


KEEPER = keeps(
    Keeper(
        promises=[
            Promise("Welke vragen je steunt: een cookie, zonder naam", "30 dagen"),
            Promise(
                "Een vraag bij een bijeenkomst, met je naam als je die erbij zette",
                f"{YEARS} jaar met het antwoord; zonder antwoord 30 dagen",
            ),
        ],
        forget=forget,
        fields=dict[type[Model], list[str]](
            {LiveQuestion: ["text", "name", "answer"], QuestionSupport: ["key"]}
        ),
    )
)
