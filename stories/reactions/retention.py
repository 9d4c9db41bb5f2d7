"""How long the words of readers stay; who never confirmed, the readers forget."""

from datetime import datetime, timedelta

from django.db.models import Exists, Model, OuterRef, QuerySet

from home.privacy.keepers import Keeper, Promise, Rows, keeps
from stories.reactions.models import Comment, Ground, Report, Ruling

YEARS = 5
TO_BE_READ = timedelta(days=YEARS * 365)
AFTERWARDS = timedelta(days=365)


def forget(*, now: datetime) -> int:
    """What is old, sooner what nobody reads, and whose ban is over."""
    old = Comment.objects.filter(written_at__lte=now - TO_BE_READ)
    unread = Comment.objects.exclude(state=Comment.State.SHOWN)
    unread = unread.filter(written_at__lte=now - AFTERWARDS)
    reports, _ = Report.objects.filter(reported_at__lte=now - AFTERWARDS).delete()
    over = Ruling.objects.filter(until__lte=now, reader__isnull=False)
    return empty(old) + empty(unread) + reports + over.update(reader=None)


def empty(comments: QuerySet[Comment]) -> int:
    """Gone; of what others answered to, a line stays without name and words."""
    gone = Comment.objects.filter(pk__in=list(comments.values_list("pk", flat=True)))
    answered = Exists(Comment.objects.filter(parent=OuterRef("pk")))
    answers, _ = gone.exclude(parent=None).delete()
    firsts, _ = gone.filter(~answered).delete()
    emptied = gone.exclude(ground=Ground.GONE).update(
        reader=None,
        name="",
        text="",
        state=Comment.State.HIDDEN,
        ground=Ground.GONE,
    )
    return answers + firsts + emptied


def about(email: str) -> dict[str, Rows]:
    said = Comment.objects.filter(reader__email=email.lower()).order_by("pk")
    bans = Ruling.objects.filter(reader__email=email.lower()).order_by("pk")
    return {
        "Geweerd": [
            {"grond": each.get_ground_display(), "op": each.at, "tot": each.until}
            for each in bans
        ],
        "Reacties": [
            {
                "bij": each.story.title,
                "naam": each.name,
                "reactie": each.text,
                "stand": each.get_state_display(),
                "geschreven op": each.written_at,
            }
            for each in said.select_related("story")
        ],
    }


def erase(*, email: str, now: datetime) -> int:
    return empty(Comment.objects.filter(reader__email=email.lower()))


UNREAD = "Een reactie die niet (meer) te lezen is, en een melding over een reactie"


def unname(*, email: str, now: datetime) -> int:
    """What is to be read stays; the rest goes."""
    theirs = Comment.objects.filter(reader__email=email.lower())
    gone = empty(theirs.exclude(state=Comment.State.SHOWN))
    return gone + theirs.update(reader=None, name="")


BANNED = "Dat een moderator je adres weert, en waarom"
WHAT = "Een reactie bij een verhaal: de naam en de woorden die iedereen leest"
FIELDS: dict[type[Model], list[str]] = {Comment: ["name", "text"], Report: ["text"]}
KEEPER = keeps(
    Keeper(
        [
            Promise(WHAT, f"{YEARS} jaar; eerder weg als je erom vraagt"),
            Promise(UNREAD, f"{AFTERWARDS.days} dagen"),
            Promise(BANNED, "tot het voorbij is, hoogstens een jaar"),
        ],
        forget,
        about,
        erase,
        FIELDS,
        unname,
    )
)
