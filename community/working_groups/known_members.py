"""By which groups a person is known."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from community.working_groups.group_page import WorkingGroupPage
from community.working_groups.membership import Membership
from home.people.known import known_by


@known_by("person")
def by_group() -> Q:
    """They are in a group that everybody may see."""
    groups = WorkingGroupPage.objects.open().values("pk")
    now = Membership.objects.on(timezone.localdate())
    memberships = now.filter(group__in=groups)
    return Q(Exists(memberships.filter(person=OuterRef("pk"))))
