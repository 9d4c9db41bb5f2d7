"""How long we keep who judged, why, and who answered."""

from datetime import datetime

from django.db.models import Model

from home.privacy.keepers import Keeper, Promise, Rows, keeps
from stories.field_tests.models import FieldTest, Reply
from stories.reactions.models import Ground
from stories.reactions.retention import AFTERWARDS, TO_BE_READ, YEARS

State = FieldTest.State


def forget(*, now: datetime) -> int:
    """What is old; a reason that nobody reads sooner; the verdict counts on."""
    old, _ = FieldTest.objects.filter(written_at__lte=now - TO_BE_READ).delete()
    unread = FieldTest.objects.counted().with_a_reason().exclude(state=State.SHOWN)
    unread = unread.filter(written_at__lte=now - AFTERWARDS)
    emptied = unread.update(reason="", state=State.HIDDEN, ground=Ground.GONE)
    replies, _ = Reply.objects.filter(asked_at__lte=now - TO_BE_READ).delete()
    asked = Reply.objects.filter(asked_at__lte=now - AFTERWARDS).exclude(email="")
    return old + emptied + replies + asked.update(email="")


def about(email: str) -> dict[str, Rows]:
    judged = FieldTest.objects.filter(reader__email=email.lower()).order_by("pk")
    replies = Reply.objects.filter(email__iexact=email).order_by("pk")
    return {
        "Praktijktoets": [
            {
                "verhaal": each.story.title,
                "oordeel": each.get_verdict_display(),
                "rol": each.get_role_display(),
                "toelichting": each.reason,
                "stand": each.get_state_display(),
                "geschreven op": each.written_at,
            }
            for each in judged.select_related("story")
        ],
        "Antwoorden namens een organisatie": [
            {
                "verhaal": each.story.title,
                "naam en functie": each.name,
                "antwoord": each.text,
                "gevraagd op": each.asked_at,
            }
            for each in replies.select_related("story")
        ],
    }


def erase(*, email: str, now: datetime) -> int:
    """The verdict goes; the answer of an organisation stays, without who gave it."""
    gone, _ = FieldTest.objects.filter(reader__email=email.lower()).delete()
    replies = Reply.objects.filter(email__iexact=email)
    return gone + replies.update(email="", name="")


def unname(*, email: str, now: datetime) -> int:
    """The verdict counts on, and its reason with a role stays."""
    theirs = FieldTest.objects.filter(reader__email=email.lower())
    gone, _ = theirs.exclude(state=State.SHOWN).delete()
    replies = Reply.objects.filter(email__iexact=email).update(email="", name="")
    return gone + theirs.update(reader=None) + replies


WHAT = "Je oordeel in een praktijktoets: je rol en je toelichting"
ANSWER = "Je naam en functie, als je namens een organisatie antwoordt"
FIELDS: dict[type[Model], list[str]] = {
    FieldTest: ["reason"],
    Reply: ["email", "name", "text"],
}
KEEPER = keeps(
    Keeper(
        [
            Promise(WHAT, f"{YEARS} jaar; eerder weg als je erom vraagt"),
            Promise(ANSWER, f"{YEARS} jaar; je e-mailadres {AFTERWARDS.days} dagen"),
        ],
        forget,
        about,
        erase,
        FIELDS,
        unname,
    )
)
