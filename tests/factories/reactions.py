"""Comments, as if their writers had confirmed them."""

from datetime import datetime

from home.models import Reader, Role
from stories.models import Answer, Comment, FieldTest, Reply, Report, StoryPage
from tests.factories.stories import make_story

WILMA = "wilma@voorbeeld.example"


def make_reader(email: str = WILMA, *, now: datetime) -> Reader:
    known = {"asked_at": now, "confirmed_at": now}
    return Reader.objects.get_or_create(email=email, defaults=known)[0]


def make_comment(
    story: StoryPage | None = None,
    *,
    now: datetime,
    email: str = WILMA,
    state: str = "shown",
    **fields,
) -> Comment:
    """To be read, unless told otherwise; a hidden one had been."""
    if state in {"shown", "hidden"}:
        fields.setdefault("shown_at", now)
    if state == "hidden":
        fields.setdefault("ground", "advert")
    fields = {"name": "Wilma", "text": "Die vraag neem ik over.", **fields}
    return Comment.objects.create(
        story=story or make_story(),
        reader=make_reader(email, now=now),
        state=state,
        written_at=now,
        **fields,
    )


def make_report(comment: Comment, *, now: datetime, **fields) -> Report:
    fields = {"ground": "advert", "text": "", **fields}
    return Report.objects.create(comment=comment, reported_at=now, **fields)


def make_practice_story(**fields) -> StoryPage:
    """With the field test on."""
    return make_story(**{"kind": "praktijkverhaal", "testable": True, **fields})


def make_verdict(
    story: StoryPage | None = None,
    *,
    now: datetime,
    email: str = WILMA,
    state: str = "shown",
    **fields,
) -> FieldTest:
    fields = {"verdict": "same", "role": "teamleider", "reason": "Zo is het.", **fields}
    if state == "shown":
        fields.setdefault("shown_at", now)
    return FieldTest.objects.create(
        story=story or make_practice_story(),
        reader=make_reader(email, now=now),
        state=state,
        written_at=now,
        **fields,
    )


def make_reply(story: StoryPage | None = None, *, now: datetime, **fields) -> Reply:
    """Asked, and not answered yet."""
    fields = {"email": "pers@lichtmeer.example", "asked_at": now, **fields}
    return Reply.objects.create(story=story or make_practice_story(), **fields)


def make_answer(
    story: StoryPage | None = None,
    *,
    now: datetime,
    email: str = WILMA,
    role: str = "teamleider",
    **fields,
) -> Answer:
    """To a call, and confirmed."""
    return Answer.objects.create(
        story=story or make_story(kind="oproep"),
        reader=make_reader(email, now=now),
        role=Role.objects.get(slug=role),
        asked_at=now,
        **{"name": "Wilma", "joined_at": now, **fields},
    )
