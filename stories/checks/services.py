"""Ask somebody to read a draft; take in what they say."""

from datetime import datetime, time

from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.models import Revision

from home.mail.services import owe_mail
from home.transactions import whole
from stories.checks.mail import ANSWERED, ASKED
from stories.checks.models import OPEN_FOR, Check
from stories.pages.story_page import StoryPage


class NothingToRead(Exception):
    """No version of this story was kept yet."""


class TooLate(Exception):
    """The link has ended."""


class AlreadyAnswered(Exception):
    """An answer came in before this one; it stays."""


@whole
def ask(
    *, story: StoryPage, name: str, email: str, by: User | None, now: datetime
) -> Check:
    """The newest version as it is now; what is written later needs a new question."""
    revision: Revision | None = story.get_latest_revision()
    if revision is None:
        raise NothingToRead
    check = Check.objects.create(
        story=story,
        revision=revision,
        name=name,
        email=email,
        asked_by=by,
        asked_at=now,
        open_until=_end_of_the_day(now + OPEN_FOR),
    )
    owe_mail(kind=ASKED, about=check, now=now)
    return check


@whole
def answer(*, check: Check, answer: str, remarks: str, now: datetime) -> None:
    """Once; whoever asked hears it."""
    check = Check.objects.select_for_update().get(pk=check.pk)
    if check.answered_at:
        raise AlreadyAnswered
    if not check.is_open(now):
        raise TooLate
    check.answer, check.remarks, check.answered_at = answer, remarks, now
    check.save(update_fields=["answer", "remarks", "answered_at"])
    owe_mail(kind=ANSWERED, about=check, now=now)


def _end_of_the_day(moment: datetime) -> datetime:
    """The mail says "tot en met"."""
    return timezone.make_aware(datetime.combine(timezone.localdate(moment), time.max))
