"""How long we keep who takes part in a call."""

from datetime import datetime

from home.privacy.keepers import Keeper, Promise, Rows, keeps
from stories.calls.models import Answer
from stories.reactions.retention import TO_BE_READ, YEARS


def forget(*, now: datetime) -> int:
    """What nobody confirmed goes with its link: see `home.readers.retention`."""
    return Answer.objects.filter(asked_at__lte=now - TO_BE_READ).delete()[0]


def about(email: str) -> dict[str, Rows]:
    answers = Answer.objects.filter(reader__email=email.lower()).order_by("pk")
    return {
        "Oproepen waaraan je meedoet": [
            {
                "oproep": each.story.title,
                "rol": each.role.name,
                "naam op de lijst": each.name,
                "doet mee sinds": each.joined_at,
            }
            for each in answers.select_related("story", "role")
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    return Answer.objects.filter(reader__email=email.lower()).delete()[0]


def unname(*, email: str, now: datetime) -> int:
    """It counts on, without who it was."""
    theirs = Answer.objects.filter(reader__email=email.lower())
    gone, _ = theirs.filter(joined_at=None).delete()
    return gone + theirs.update(reader=None, name="")


KEEPER = keeps(
    Keeper(
        [
            Promise(
                "Dat je meedoet met een oproep: je rol, en je naam als die op de lijst "
                "mag",
                f"{YEARS} jaar; eerder weg als je erom vraagt",
            )
        ],
        forget,
        about,
        erase,
        {Answer: ["name"]},
        unname,
    )
)
