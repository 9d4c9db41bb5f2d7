"""Judge a practice story, and ask its organisation to answer in public."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.urls import reverse

from home.mail.services import owe_mail
from home.readers.models import new_token
from home.readers.purposes import Purpose, confirms
from home.readers.services import ask_to_confirm, reader_for
from home.transactions import whole
from stories.field_tests.models import FieldTest, Reply
from stories.pages.story_page import StoryPage
from stories.reactions.models import Ruling

PURPOSE = "stories.field_test"
MAIL = "stories.reply_asked"
State = FieldTest.State


@dataclass(frozen=True)
class Judgement:
    """What somebody thinks, from where they stand, and why."""

    verdict: str
    role: str
    reason: str = ""


@whole
def judge(
    *, story: StoryPage, email: str, judgement: Judgement, now: datetime
) -> FieldTest:
    """It counts once its owner confirmed. Raises TooManyAsked."""
    reader = reader_for(email, now=now)
    verdict, _ = FieldTest.objects.get_or_create(  # sent twice, it is one
        story=story,
        reader=reader,
        state=State.ASKED,
        verdict=judgement.verdict,
        reason=judgement.reason,
        defaults={"role": judgement.role, "written_at": now},
    )
    ask_to_confirm(reader=reader, purpose=PURPOSE, about=verdict, now=now)
    return verdict


def accept(verdict: FieldTest, *, now: datetime) -> None:
    """In the place of what they said before; a reason waits for a moderator."""
    if Ruling.objects.banning(now).filter(reader=verdict.reader_id).exists():
        verdict.delete()
        return
    earlier = FieldTest.objects.counted().filter(
        story=verdict.story_id, reader=verdict.reader_id
    )
    earlier.delete()
    if verdict.reason:
        verdict.state = State.WAITING
        verdict.save(update_fields=["state"])  # on no page yet: all are kept
    else:
        verdict.state, verdict.shown_at = State.SHOWN, now
        verdict.save(update_fields=["state", "shown_at"])


def refuse(verdict: FieldTest, *, now: datetime) -> None:
    """Also what was confirmed before."""
    verdict.delete()


@whole
def ask_organisation(*, story: StoryPage, email: str, by: User, now: datetime) -> Reply:
    """A link of its own, in the place of one from before; what was said stays."""
    asked = {"email": email, "token": new_token(), "asked_at": now, "asked_by": by}
    reply, _ = Reply.objects.update_or_create(story=story, defaults=asked)
    owe_mail(kind=MAIL, about=reply, now=now, occasion=now.isoformat())
    return reply


def answer(*, reply: Reply, name: str, text: str, now: datetime) -> None:
    """To be read at once; it may be changed as long as the link lasts."""
    reply.name, reply.text, reply.answered_at = name, text, now
    reply.save(update_fields=["name", "text", "answered_at"])


def _leads_to(verdict: FieldTest) -> str:
    if not verdict.story.live:
        return ""
    said = "telt" if verdict.pk else "geweerd"
    return f"{reverse('field_test', args=[verdict.story.slug])}?{said}=1"


def _shows(verdict: FieldTest) -> str:
    return f"{verdict.get_verdict_display().capitalize()}. {verdict.reason}".strip()


confirms(
    PURPOSE,
    Purpose(
        model=FieldTest,
        what="het meetellen van een oordeel over een praktijkverhaal",
        button="Ja, tel mijn oordeel mee",
        accept=accept,
        refuse=refuse,
        leads_to=_leads_to,
        shows=_shows,
        withdraws=refuse,
    ),
)
