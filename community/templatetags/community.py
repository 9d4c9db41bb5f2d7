"""The working groups, for the front page."""

from django import template
from django.utils import timezone

from community.models import Membership, Registration, WorkingGroupPage
from community.my_data.waiting import Waiting, waits_for
from community.traces.chain import Node, outcomes_from, sources_of
from community.working_groups.group_page import groups_as_cards
from home.models import Person, Reader

register = template.Library()


@register.simple_tag
def working_groups() -> list[WorkingGroupPage]:
    """Each with its theme and `latest_outcome` (or None), in 2 queries."""
    return groups_as_cards()


@register.simple_tag
def groups_of(person: Person) -> list[Membership]:
    """Where somebody thinks along, each with its `group` and theme, in 1 query."""
    groups = WorkingGroupPage.objects.open().values("pk")
    now = Membership.objects.on(timezone.localdate())
    memberships = now.filter(person=person, group__in=groups)
    return list(memberships.select_related("group__theme").order_by("group__path"))


@register.simple_tag
def came_of(thing) -> list[Node]:
    """The outcomes that came forth from a story, a point, a session …"""
    return outcomes_from(thing)


@register.simple_tag
def came_from(thing) -> list[Node]:
    """One step back: the session or the questionnaire that a point was taken from."""
    return sources_of(thing)


@register.simple_tag
def waiting_for(reader: Reader | None, groups: list[Membership]) -> list[Waiting]:
    """What somebody still has to do, in 4 queries; nothing for who has no address."""
    return waits_for(reader, groups, timezone.now()) if reader else []


@register.simple_tag
def sessions_of(reader: Reader | None) -> list[Registration]:
    """Where they come or wait for a seat, until it is forgotten; in 1 query."""
    if reader is None:
        return []
    theirs = Registration.objects.expecting().filter(reader=reader)
    with_page = theirs.filter(session__page__isnull=False)
    return list(
        with_page.select_related("session__page").order_by("session__starts_at", "pk")
    )
