"""Tell who may decide that something new waits: an hour apart at least."""

from datetime import UTC, datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import Max

from home.mail.models import OwedMail
from home.mail.services import Debt, owe_mails
from stories.review.mail import KIND
from stories.review.piles import PILES

APART = timedelta(hours=1)
LONG_AGO = timedelta(days=7)  # what waited when nobody was ever mailed
BACKEND = "django.contrib.auth.backends.ModelBackend"


def tell_of_work(*, now: datetime) -> int:
    """For `tick`: one mail for each of them, about everything that waits.

    The occasion of a mail is its moment: what came later is new."""
    told = OwedMail.objects.filter(kind=KIND).aggregate(at=Max("occasion"))["at"]
    last = datetime.fromisoformat(told) if told else now - LONG_AGO
    if now < last + APART:
        return 0
    rights = {pile.right for pile in PILES if _is_new(pile, last)}
    people = {pk for right in rights for pk in _who_may(right)}
    occasion = now.astimezone(UTC).isoformat(timespec="microseconds")
    owe_mails((Debt(KIND, pk, occasion) for pk in sorted(people)), now=now)
    return len(people)


def _is_new(pile, last: datetime) -> bool:
    return pile.waiting().filter(pile.since(last)).exists()


def _who_may(right: str) -> list[int]:
    """By their group; a superuser is for the machine."""
    users = User.objects.with_perm(right, backend=BACKEND, include_superusers=False)
    return list(users.exclude(email="").values_list("pk", flat=True))
