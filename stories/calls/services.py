"""Say that you take part, and think better of it."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from home.models import Role
from home.readers.purposes import Purpose, confirms
from home.readers.services import ask_to_confirm, reader_for
from home.transactions import whole
from stories.calls.models import Answer
from stories.pages.story_page import StoryPage
from stories.reactions.models import Ruling

PURPOSE = "stories.call"


@dataclass(frozen=True)
class Yes:
    """From where somebody takes part, and under which name, if any."""

    role: Role
    name: str = ""


@whole
def take_part(*, story: StoryPage, email: str, yes: Yes, now: datetime) -> Answer:
    """It counts once its owner confirmed. Raises TooManyAsked."""
    reader = reader_for(email, now=now)
    answer, _ = Answer.objects.get_or_create(  # sent twice, it is one
        story=story,
        reader=reader,
        joined_at=None,
        role=yes.role,
        name=yes.name,
        defaults={"asked_at": now},
    )
    ask_to_confirm(reader=reader, purpose=PURPOSE, about=answer, now=now)
    return answer


def accept(answer: Answer, *, now: datetime) -> None:
    """In the place of what they said before; not of who is banned."""
    if Ruling.objects.banning(now).filter(reader=answer.reader_id).exists():
        answer.delete()
        return
    earlier = Answer.objects.counted().filter(
        story=answer.story_id, reader=answer.reader_id
    )
    earlier.delete()
    answer.joined_at = now
    answer.save(update_fields=["joined_at"])


def refuse(answer: Answer, *, now: datetime) -> None:
    """Also what was confirmed before."""
    answer.delete()


def _leads_to(answer: Answer) -> str:
    if not answer.story.live:
        return ""
    said = "welkom" if answer.pk else "geweerd"
    return f"{reverse('call', args=[answer.story.slug])}?{said}=1"


def _shows(answer: Answer) -> str:
    who = answer.name or "Zonder naam op de lijst"
    return f"{who}, {answer.role}: ik doe mee met ‘{answer.story.title}’."


confirms(
    PURPOSE,
    Purpose(
        model=Answer,
        what="meedoen met een oproep",
        button="Ja, ik doe mee",
        accept=accept,
        refuse=refuse,
        leads_to=_leads_to,
        shows=_shows,
        withdraws=refuse,
    ),
)
