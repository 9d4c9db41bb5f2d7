"""Change the group on the site; a draft in the CMS follows."""

from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef
from django.utils import timezone

from community.working_groups.drafts import change, follow_in_draft
from community.working_groups.group_page import WorkingGroupPage
from community.working_groups.membership import Membership
from community.working_groups.phases import GroupPhase
from home.transactions import whole


class LastLead(Exception):
    """Nobody would lead the group any more."""


@whole
def change_texts(*, group: WorkingGroupPage, texts: dict[str, Any], by: User) -> None:
    """At once for everybody, and a revision; a draft of the CMS stays a draft."""
    said = dict(texts)
    seats = said.pop("seats")
    change(group, **said)
    fresh = WorkingGroupPage.objects.get(pk=group.pk)
    fresh.seats = seats
    fresh.save()
    follow_in_draft(fresh)
    if not fresh.has_unpublished_changes:
        revision = fresh.save_revision(user=by, log_action=True)
        revision.publish(user=by, skip_permission_checks=True)


@whole
def begin_phase(*, group: WorkingGroupPage, name: str, since: date) -> None:
    """One a day: the last that was said of a day counts."""
    GroupPhase.objects.update_or_create(
        group=group, since=since, defaults={"name": name}
    )
    follow_in_draft(group)


@whole
def change_member(
    *, member: Membership, function: str, role: str, until: date | None, today: date
) -> None:
    """Raises LastLead. Who leads no longer, loses the right to publish in the CMS."""
    WorkingGroupPage.objects.select_for_update().get(pk=member.group_id)  # in turn
    others = Membership.objects.on(today).leads().filter(group=member.group_id)
    others = others.exclude(until=today)  # whose last day this is, leads no longer
    stays_lead = function == Membership.Function.LEAD and not (until and until <= today)
    if not stays_lead and not others.exclude(pk=member.pk).exists():
        raise LastLead
    member.function, member.role, member.until = function, role, until
    member.save(update_fields=["function", "role", "until"])
    _end_rights(today)
    follow_in_draft(member.group)


@whole
def end_rights(*, now: datetime) -> int:
    """For `tick`: also of whose last day came, or whom an editor took off the page."""
    return _end_rights(timezone.localdate(now))


def _end_rights(today: date) -> int:
    """Somebody whom nobody knows as a person is the operator's to look after."""
    leads = Membership.objects.on(today).leads()
    theirs = leads.filter(
        person__user=OuterRef("user"), group=OuterRef("group__page_permissions__page")
    )
    given = User.groups.through.objects.filter(
        user__person__isnull=False,
        group__page_permissions__page__in=WorkingGroupPage.objects.values("pk"),
    )
    return given.filter(~Exists(theirs)).delete()[0]
