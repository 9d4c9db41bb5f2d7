"""Members: somebody with an account, and the person they are."""

from datetime import date, datetime
from itertools import count

from django.contrib.auth.models import User

from home.accounts.services import account_for, address_is_theirs
from home.models import Claim, Interest, Person
from tests.factories.home import make_person

_number = count(1)


def make_account(now: datetime, email: str = "") -> User:
    """Who typed in a code; they are nobody yet."""
    email = email or f"lid-{next(_number)}@voorbeeld.example"
    user = account_for(email, now=now)
    address_is_theirs(user=user, email=email, now=now)
    return user


def make_member_of_the_site(now: datetime, name: str = "Iris Blom", **fields) -> Person:
    email = fields.pop("email", "")
    return make_person(name, user=make_account(now, email), **fields)


def make_claim(now: datetime, person: Person, user: User | None = None) -> Claim:
    return Claim.objects.create(
        user=user or make_account(now),
        person=person,
        note="Ik werk er.",
        asked_at=now,
    )


def make_interest(person: Person, what: str = "adviseur", **fields) -> Interest:
    fields = {"with_whom": "Belco", "since": date(2024, 1, 1), **fields}
    return Interest.objects.create(person=person, what=what, **fields)
