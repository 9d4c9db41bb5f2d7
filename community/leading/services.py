"""Change the group on the site; a draft in the CMS follows."""

from datetime import date
from typing import Any

from django.contrib.auth.models import Group, User

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
    others = Membership.objects.on(today).leads().filter(group=member.group_id)
    stays_lead = function == Membership.Function.LEAD and not (until and until <= today)
    if not stays_lead and not others.exclude(pk=member.pk).exists():
        raise LastLead
    member.function, member.role, member.until = function, role, until
    member.save(update_fields=["function", "role", "until"])
    user = member.person.user
    if user is not None and not stays_lead:
        rights = Group.objects.filter(name=f"Werkgroep {member.group.title}")
        user.groups.remove(*rights)
    follow_in_draft(member.group)
