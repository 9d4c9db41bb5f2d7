"""How long a remark about an outcome stays, and whose it is."""

from datetime import datetime

from django.db.models import Model

from community.consultation.models import Remark
from home.privacy.keepers import Keeper, Promise, Rows, keeps
from stories.reactions.retention import TO_BE_READ, YEARS


def forget(*, now: datetime) -> int:
    return Remark.objects.filter(written_at__lte=now - TO_BE_READ).delete()[0]


def about(email: str) -> dict[str, Rows]:
    said = Remark.objects.filter(reader__email=email.lower()).order_by("pk")
    return {
        "Reacties op uitkomsten": [
            {
                "uitkomst": each.outcome.title,
                "waarover": each.passage,
                "oordeel": each.get_verdict_display(),
                "naam": each.name,
                "reactie": each.text,
                "antwoord van de groep": each.answer,
                "stand": each.get_state_display(),
                "geschreven op": each.written_at,
            }
            for each in said.select_related("outcome")
        ]
    }


def erase(*, email: str, now: datetime) -> int:
    return Remark.objects.filter(reader__email=email.lower()).delete()[0]


def unname(*, email: str, now: datetime) -> int:
    """What others read stays, and is nobody’s."""
    theirs = Remark.objects.filter(reader__email=email.lower())
    gone, _ = theirs.exclude(state=Remark.State.SHOWN).delete()
    return gone + theirs.update(reader=None, name="")


WHAT = "Je reactie op een uitkomst van een werkgroep: je naam en wat je schreef"
FIELDS: dict[type[Model], list[str]] = {Remark: ["name", "passage", "text", "answer"]}
KEEPER = keeps(
    Keeper(
        [Promise(WHAT, f"{YEARS} jaar; eerder weg als je erom vraagt")],
        forget,
        about,
        erase,
        FIELDS,
        unname,
    )
)
