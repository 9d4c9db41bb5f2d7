"""After the stories: what readers say about them, and a moderator decided."""

from datetime import datetime

from django.contrib.auth.models import User
from django.utils.text import slugify

from config.demo import writing
from config.demo.days import days_before
from config.demo.reactions import (
    ANSWER,
    CALL,
    CHATBOT,
    REACTIONS,
    TAKING_PART,
    VERDICTS,
)
from home.models import Reader, Role
from home.readers.services import reader_for
from stories.models import Answer, Comment, FieldTest, Reply, Report, Ruling, StoryPage


def load(now: datetime) -> dict[str, int]:
    return {
        "reacties": sum(_reaction(said, now) for said in REACTIONS),
        "praktijktoetsen": sum(_verdict(said, now) for said in VERDICTS),
        "antwoorden van organisaties": _answer(now),
        "deelnemers aan een oproep": sum(
            _taking_part(*said, now) for said in enumerate(TAKING_PART)
        ),
    }


def reader(name: str, now: datetime) -> Reader:
    """Somebody who confirmed an address at our own example of a domain."""
    known = reader_for(f"{slugify(name)[:40]}@voorbeeld.example", now=now)
    Reader.objects.filter(pk=known.pk, confirmed_at=None).update(confirmed_at=now)
    return known


def _taking_part(number: int, said: tuple[str, str], now: datetime) -> int:
    role, name = said
    story = StoryPage.objects.get(slug=CALL)
    moment = days_before(now, len(TAKING_PART) - number)
    who = reader(name or f"vakgenoot {number}", moment)
    _, is_new = Answer.objects.get_or_create(
        story=story,
        reader=who,
        defaults={"role": Role.objects.get(slug=role), "name": name}
        | {"asked_at": moment, "joined_at": moment},
    )
    return int(is_new)


def _reaction(said: writing.Reaction, now: datetime) -> int:
    story = StoryPage.objects.get(slug=said.story)
    if story.comments.filter(name=said.name).exists():
        return 0
    moment = days_before(now, said.days_ago)
    comment = Comment.objects.create(
        story=story,
        reader=reader(said.name, moment),
        parent=story.comments.filter(name=said.answers).first(),
        name=said.name,
        text=said.text,
        state=said.state,
        ground=said.ground,
        written_at=moment,
        shown_at=None if said.state == "waiting" else moment,
    )
    if said.reported:
        Report.objects.create(comment=comment, ground=said.reported, reported_at=moment)
    if said.state == "hidden":
        Ruling.objects.create(
            story=story,
            comment=comment,
            act=Ruling.Act.HIDE,
            ground=said.ground,
            at=moment,
            by=User.objects.filter(username="moderator").first(),
        )
    return 1


def _verdict(said: writing.Verdict, now: datetime) -> int:
    moment = days_before(now, said.days_ago)
    verdicts = FieldTest.Verdict
    _, is_new = FieldTest.objects.get_or_create(
        story=StoryPage.objects.get(slug=said.story),
        reader=reader(f"{said.role} {said.story}", moment),
        defaults={
            "verdict": verdicts.SAME if said.recognises else verdicts.OTHER,
            "role": said.role,
            "reason": said.reason,
            "state": said.state,
            "written_at": moment,
            "shown_at": None if said.state == "waiting" else moment,
        },
    )
    return int(is_new)


def _answer(now: datetime) -> int:
    moment = days_before(now, 35)
    _, is_new = Reply.objects.get_or_create(
        story=StoryPage.objects.get(slug=CHATBOT),
        defaults={
            "asked_at": moment,
            "answered_at": moment,
            "name": "Bas Terpstra, manager klantenservice",
            "text": ANSWER,
        },
    )
    return int(is_new)
