"""Who somebody is in the registry, once the group lets them in."""

from datetime import datetime

from community.joining.models import JoinRequest
from home.accounts.services import account_for
from home.models import Person
from home.people.services import free_slug
from stories.models import Contributor


def person_of(asked: JoinRequest, *, now: datetime) -> Person:
    """Theirs, with the account behind the address; made when nobody knew them."""
    user = account_for(asked.reader.email, now=now)
    known = (user and Person.objects.filter(user=user).first()) or _writer(asked)
    if known is None:
        known = Person.objects.create(
            name=asked.name,
            slug=free_slug(Person, asked.name),
            function=asked.function,
            role=asked.in_trade,
            user=user,
        )
    elif known.user_id is None or (known.role_id is None and asked.in_trade_id):
        known.user, known.role = known.user or user, known.role or asked.in_trade
        known.save(update_fields=["user", "role"])
    return known


def _writer(asked: JoinRequest) -> Person | None:
    """Under whose name they wrote a piece, when that has no other account."""
    found = Contributor.objects.filter(reader=asked.reader, person__user=None)
    writer = found.select_related("person").first()
    return writer.person if writer else None
