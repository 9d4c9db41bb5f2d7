"""Who may do what in a group: by their place in it, on the day that they ask."""

from django.utils import timezone

from community.working_groups.membership import Membership
from home.models import Person


def may_lead(user, group) -> bool:
    """They pull this group, or run the whole site."""
    return user.is_superuser or _places(user, group).leads().exists()


def is_member(user, group) -> bool:
    """They are in this group, in whatever function; who leads it is too."""
    return user.is_superuser or _places(user, group).exists()


def person_behind(user) -> Person | None:
    """Under whose name they speak here; the operator may have none."""
    return Person.objects.filter(user=user).first()


def _places(user, group):
    if not user.is_authenticated:
        return Membership.objects.none()
    places = Membership.objects.on(timezone.localdate())
    return places.filter(group=group, person__user=user)
