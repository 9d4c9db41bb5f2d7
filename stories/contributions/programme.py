"""The programme: what is published is told, and earns what was promised.

What is due follows from rows: `tick` asks every minute, publishing asks at once."""

from datetime import datetime

from django.db.models import F
from django.utils import timezone

from home.mail.services import owe_mail
from home.models import Person
from home.transactions import whole
from stories.contributions.models import (
    Contribution,
    Contributor,
    ContributorSettings,
    Reward,
)
from stories.contributions.rules import months_later, rounds
from stories.contributions.services import MAIL, Status

REWARD = "stories.reward"


def honour_writers(*, now: datetime) -> int:
    """Tell who was published, and reward who wrote enough; how many rewards.

    A piece whose story is thrown away unpublished is on the desk again."""
    Contribution.objects.filter(status=Status.MADE, story=None).update(
        status=Status.HANDED_IN
    )
    for contribution in _just_published():
        tell_published(contribution=contribution, now=now)
    rule = ContributorSettings.load()
    due = Contributor.objects.with_figures().filter(
        pieces__gte=(F("rounds") + 1) * rule.pieces
    )
    writers = list(due.select_related("person"))
    return sum(
        reward(person=each.person, pieces=each.pieces, rule=rule, now=now)
        for each in writers
    )


def _just_published():
    return Contribution.objects.filter(status=Status.MADE, story__live=True)


@whole
def tell_published(*, contribution: Contribution, now: datetime) -> None:
    """Once."""
    made = Contribution.objects.filter(pk=contribution.pk, status=Status.MADE)
    if made.update(status=Status.PUBLISHED):
        owe_mail(kind=MAIL, about=contribution, now=now, occasion="published")


@whole
def reward(
    *, person: Person, pieces: int, rule: ContributorSettings, now: datetime
) -> int:
    """What these pieces make and was not given yet: a row is never taken back."""
    today = timezone.localdate(now)
    number = 0
    for each in range(1, rounds(pieces, a_round=rule.pieces) + 1):
        earned, is_new = Reward.objects.get_or_create(
            person=person,
            round=each,
            defaults={
                "level": rule.level,
                "what": rule.reward,
                "value": rule.value,
                "earned_at": now,
                "valid_until": months_later(today, rule.months),
            },
        )
        if is_new:
            owe_mail(kind=REWARD, about=earned, now=now)
            number += 1
    return number
