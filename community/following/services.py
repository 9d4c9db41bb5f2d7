"""Tell who follows a group or a point; each thing once, whoever asks again."""

from datetime import datetime

from community.following.registered import ABOUT_A_POINT, GROUP, NEW_OUTCOME, POINT
from community.points.models import Point
from community.working_groups.outcome_page import OutcomePage
from home.following.services import News, notify_followers


def tell_of_outcome(outcome: OutcomePage, *, now: datetime) -> int:
    """Only what everybody may read; published again it is no news."""
    if not OutcomePage.objects.open().filter(pk=outcome.pk).exists():
        return 0
    group = outcome.group
    title = f"Werkgroep {group.title}: {outcome.title}"[:200]
    news = News(NEW_OUTCOME, f"outcome:{outcome.pk}", title, outcome.url)
    return notify_followers(of=GROUP, about_id=group.pk, news=news, now=now)


def tell_of_answer(point: Point, *, now: datetime) -> int:
    """Each answer is news, also one that takes the place of another."""
    title = f"Antwoord op ‘{point.title}’"[:200]
    key = f"point:{point.pk}:{now:%y%m%d%H%M%S}"
    news = News(ABOUT_A_POINT, key, title, point.get_absolute_url())
    return notify_followers(of=POINT, about_id=point.pk, news=news, now=now)
