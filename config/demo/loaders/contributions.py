"""Pieces of readers, and what the programme gave to who wrote enough."""

from datetime import datetime

from django.core.files.base import ContentFile

from config.demo import writing
from config.demo.contributions import PIECES, WRITERS
from config.demo.days import days_before
from config.demo.loaders.home import photo
from config.demo.loaders.reactions import reader
from home.models import Person, Photo
from stories.contributions.programme import honour_writers
from stories.models import Contribution, Contributor


def load(now: datetime) -> dict[str, int]:
    return {
        "bijdragen": sum(_piece(piece, now) for piece in PIECES),
        "schrijvers": sum(_writer(name, now) for name in WRITERS),
        "beloningen": honour_writers(now=now),
    }


def _piece(piece: writing.Piece, now: datetime) -> int:
    moment = days_before(now, piece.days_ago)
    contribution, is_new = Contribution.objects.get_or_create(
        reader=reader(piece.name, moment),
        defaults={
            "name": piece.name,
            "function": piece.function,
            "title": piece.title,
            "plan": piece.plan,
            "text": piece.text,
            "status": piece.status,
            "asked_at": moment,
            "saved_at": moment,
            "handed_in_at": moment if piece.status == "in" else None,
        },
    )
    if is_new and piece.status == "in":
        taken = photo("planner")
        contribution.photos.create(
            file=ContentFile(taken.file.read(), name="rooster.jpg"),
            credit=piece.name,
            note="Het rooster van vorig jaar, zonder namen.",
            rights=Photo.Rights.OWN,
        )
        taken.file.close()
    return int(is_new)


def _writer(name: str, now: datetime) -> int:
    person = Person.objects.get(name=name)
    _, is_new = Contributor.objects.get_or_create(
        person=person, defaults={"reader": reader(name, now)}
    )
    return int(is_new)
