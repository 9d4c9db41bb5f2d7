"""Tell a group that nobody leads it any more, or that an outcome is nobody's."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db.models import Exists, Max, OuterRef
from django.utils import timezone

from community.following.registered import VACANCY
from community.working_groups.group_page import WorkingGroupPage
from community.working_groups.membership import Membership
from community.working_groups.outcome_page import OutcomePage
from home.following.models import Notice
from home.following.services import News, notify
from home.transactions import whole


@whole
def tell_of_vacancies(*, now: datetime) -> int:
    """For `tick`: however they left, each vacancy is told once."""
    today = timezone.localdate(now)
    found = [*_without_a_lead(today), *_without_an_owner(today)]
    known = Notice.objects.filter(key__in=[news.key for news, _ in found])
    told = set(known.values_list("key", flat=True))
    return sum(
        notify(users=_who(path, today, news), news=news, now=now)
        for news, path in found
        if news.key not in told
    )


def _without_a_lead(today: date) -> Iterator[tuple[News, str]]:
    """Of a group that had one."""
    places = Membership.objects.leads().filter(group=OuterRef("pk"))
    groups = WorkingGroupPage.objects.live().filter(
        Exists(places), ~Exists(places.on(today))
    )
    leads = Membership.Function.LEAD
    for group in groups.filter(memberships__function=leads).annotate(
        last=Max("memberships__until")
    ):
        title = f"Werkgroep {group.title} zoekt een nieuwe trekker"[:200]
        key = f"no-lead:{group.pk}:{group.last}"
        yield News(VACANCY, key, title, group.url), group.path


def _without_an_owner(today: date) -> Iterator[tuple[News, str]]:
    for outcome in OutcomePage.objects.live().without_owner(today).order_by("pk"):
        sought = "nieuwe eigenaar" if outcome.responsible_id else "eigenaar"
        title = f"‘{outcome.title[:150]}’ zoekt een {sought}"
        key = f"no-owner:{outcome.pk}:{outcome.responsible_id or 0}"
        yield News(VACANCY, key, title, outcome.url), outcome.path


def _who(path: str, today: date, news: News) -> Iterable[int]:
    """All of the group who have an account. Of a lost owner its leads hear by mail
    (`follow_up`); of one without a lead who runs the site too: nobody else can name
    another."""
    groups = [path, path[: -WorkingGroupPage.steplen]]
    places = Membership.objects.on(today).filter(group__path__in=groups)
    others = places.exclude(function=Membership.Function.LEAD)
    users = set(others.values_list("person__user", flat=True)) - {None}
    if news.key.startswith("no-lead"):
        users |= set(
            User.objects.filter(is_superuser=True).values_list("pk", flat=True)
        )
    return users
