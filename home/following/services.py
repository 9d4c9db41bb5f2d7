"""Follow, stop, and tell members something: once, and by mail at most once a day."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db.models import Max
from django.utils import timezone

from home.following.mail import DIGEST, URGENT
from home.following.models import Digest, Follow, Notice, Switch
from home.following.registry import kind_of, kinds
from home.following.rules import LAST_MOMENT, closes_at
from home.mail.services import Debt, owe_mails
from home.transactions import whole

MANY = 500


class News(NamedTuple):
    """What somebody is told; `key` makes that it is told once: `story:12`."""

    kind: str
    key: str
    title: str
    address: str


def follow(*, user: User, kind: str, about_id: int, now: datetime) -> None:
    """Twice is once."""
    Follow.objects.get_or_create(
        user=user, kind=kind, about_id=about_id, defaults={"since": now}
    )


def stop(*, user: User, kind: str, about_id: int) -> None:
    Follow.objects.filter(user=user, kind=kind, about_id=about_id).delete()


def follows(*, user: User, kind: str, about_id: int) -> bool:
    return Follow.objects.filter(user=user, kind=kind, about_id=about_id).exists()


def notify_followers(
    *, of: str, about_id: int, news: News, now: datetime, but: User | None = None
) -> int:
    """Everybody who follows it, but who did it themselves."""
    theirs = Follow.objects.filter(kind=of, about_id=about_id)
    users = theirs.exclude(user=but).values_list("user", flat=True)
    return notify(users=users, news=news, now=now)


@whole
def notify(*, users: Iterable[int], news: News, now: datetime) -> int:
    """By their numbers, in a handful of statements; how many heard something new."""
    kind = kind_of(news.kind)
    asked = User.objects.filter(pk__in=list(users), is_active=True)
    told = Notice.objects.filter(key=news.key).values("user")
    new = list(asked.exclude(pk__in=told).values_list("pk", flat=True))
    muted = Switch.objects.filter(user__in=new, kind=news.kind)
    by_mail = set(new) - set(muted.values_list("user", flat=True))
    digests = {} if kind.is_urgent else _digests(by_mail, news.kind, now)
    Notice.objects.bulk_create(
        [
            Notice(user_id=pk, digest_id=digests.get(pk), at=now, **news._asdict())
            for pk in new
        ],
        ignore_conflicts=True,
        batch_size=MANY,
    )
    if kind.is_urgent:
        mine = Notice.objects.filter(key=news.key, user__in=by_mail)
        debts = [Debt(URGENT, pk) for pk in mine.values_list("pk", flat=True)]
        owe_mails(debts, now=now)
    return len(new)


def _digests(users: set[int], kind: str, now: datetime) -> dict[int, int]:
    """For each the mail that still gathers, or a new one that is owed for later."""
    theirs = Digest.objects.filter(user__in=users, kind=kind)
    last = dict(theirs.values_list("user").annotate(Max("closes_at")))
    full = now + LAST_MOMENT
    late = [pk for pk in users if pk not in last or last[pk] <= full]
    moments = {pk: closes_at(now, last.get(pk)) for pk in late}
    Digest.objects.bulk_create(
        [
            Digest(user_id=pk, kind=kind, day=timezone.localdate(at), closes_at=at)
            for pk, at in moments.items()
        ],
        ignore_conflicts=True,
        batch_size=MANY,
    )
    gathering = list(theirs.filter(closes_at__gt=full).order_by("closes_at"))
    new = [digest for digest in gathering if digest.user_id in moments]
    for at in {digest.closes_at for digest in new}:  # in an hour, or tomorrow morning
        debts = [Debt(DIGEST, digest.pk) for digest in new if digest.closes_at == at]
        owe_mails(debts, now=at)
    return {digest.user_id: digest.pk for digest in gathering}


@whole
def switch(*, user: User, by_mail: Iterable[str]) -> None:
    """Mail for these kinds, and for no other."""
    off = set(kinds()) - set(by_mail)
    Switch.objects.filter(user=user).exclude(kind__in=off).delete()
    Switch.objects.bulk_create(
        [Switch(user=user, kind=kind) for kind in off], ignore_conflicts=True
    )


def see_all(*, user: User, now: datetime) -> None:
    Notice.objects.unseen().filter(user=user).update(seen_at=now)
