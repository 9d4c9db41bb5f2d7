"""After the stories: what readers say about them, and a moderator decided."""

from datetime import datetime

from django.contrib.auth.models import User
from django.utils.text import slugify

from config.demo import writing
from config.demo.days import days_before
from config.demo.reactions import REACTIONS
from home.models import Reader
from home.readers.services import reader_for
from stories.models import Comment, Report, Ruling, StoryPage


def load(now: datetime) -> dict[str, int]:
    return {"reacties": sum(_reaction(said, now) for said in REACTIONS)}


def reader(name: str, now: datetime) -> Reader:
    """Somebody who confirmed an address at our own example of a domain."""
    known = reader_for(f"{slugify(name)[:40]}@voorbeeld.example", now=now)
    Reader.objects.filter(pk=known.pk, confirmed_at=None).update(confirmed_at=now)
    return known


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
