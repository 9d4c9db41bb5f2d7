"""Members with an account, their interests, and one claim that waits."""

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from config.demo.members import CLAIMS, CLAIMS_BECAUSE, INTERESTS, LOGS_IN
from home.accounts.services import account_for, address_is_theirs
from home.claims.services import claim
from home.following.services import follow
from home.models import Claim, Interest, Person
from stories.models import Theme


def load(now: datetime) -> dict[str, int]:
    """Whoever has an account already, is left alone."""
    return {
        "leden met een account": _member(now),
        "belangen": sum(_interest(*row, now=now) for row in INTERESTS),
        "verzoeken ‘dit ben ik’": _claim(now),
    }


def _account(email: str, now: datetime) -> User:
    account_for(email, now=now)
    user = User.objects.get(email=email)
    address_is_theirs(user=user, email=email, now=now)
    return user


def _member(now: datetime) -> int:
    email, slug = LOGS_IN
    person = Person.objects.filter(slug=slug, user=None).first()
    if person is None:
        return 0
    person.user = _account(email, now)
    person.reachable = True
    person.save(update_fields=["user", "reachable"])
    theme = Theme.objects.get(slug="mens")
    follow(user=person.user, kind="thema", about_id=theme.pk, now=now)
    return 1


def _interest(slug: str, what: str, with_whom: str, began: int, ended, *, now) -> int:
    today = timezone.localdate(now)
    _, is_new = Interest.objects.get_or_create(
        person=Person.objects.get(slug=slug),
        what=what,
        with_whom=with_whom,
        defaults={
            "since": today - timedelta(days=began),
            "until": today - timedelta(days=ended) if ended else None,
        },
    )
    return int(is_new)


def _claim(now: datetime) -> int:
    email, slug = CLAIMS
    person = Person.objects.filter(slug=slug, user=None, claims=None).first()
    if person is None or Claim.objects.filter(user__email=email).exists():
        return 0
    user = _account(email, now)
    claim(user=user, person=person, note=CLAIMS_BECAUSE, now=now)
    return 1
