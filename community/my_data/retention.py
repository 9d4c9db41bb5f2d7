"""Who leaves the site leaves its groups too; what the groups made stays."""

from datetime import datetime, timedelta

from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from community.working_groups.membership import Membership
from home.privacy.keepers import Keeper, keeps


def forget(*, now: datetime) -> int:
    """A membership says nothing that its person does not."""
    return 0


def erase(*, email: str, now: datetime) -> int:
    """Until yesterday: the meter counts them no more, the timeline still does."""
    today = timezone.localdate(now)
    theirs = Membership.objects.on(today).filter(
        person__user__reader__email=email.lower()
    )
    yesterday = today - timedelta(days=1)
    return theirs.update(until=Greatest(Coalesce("since", yesterday), yesterday))


KEEPER = keeps(Keeper([], forget, erase=erase))
