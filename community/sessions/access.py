"""Who leads a session: who pulls its group, or keeps the agenda."""

from django.db.models import QuerySet
from django.utils import timezone

from community.sessions.planning.models import Session
from community.working_groups.access import may_lead
from community.working_groups.group_page import WorkingGroupPage
from community.working_groups.membership import Membership
from events.models import EventIndexPage


def may_run(user, session: Session) -> bool:
    """One without a group is led by who keeps the agenda."""
    if not user.is_authenticated:
        return False
    led = session.group_id is not None and may_lead(user, session.group)
    return led or keeps_the_agenda(user)


def keeps_the_agenda(user) -> bool:
    """Who may publish below it in the CMS: editors-in-chief."""
    agenda = EventIndexPage.objects.first()
    if agenda is None or not user.is_authenticated:
        return False
    return agenda.permissions_for_user(user).can_publish_subpage()


def groups_to_plan_for(user) -> QuerySet[WorkingGroupPage]:
    """That everybody may see: all for who keeps the agenda, else what they lead."""
    groups = WorkingGroupPage.objects.open().order_by("path")
    if keeps_the_agenda(user):
        return groups
    leads = Membership.objects.leads().on(timezone.localdate())
    return groups.filter(pk__in=leads.filter(person__user=user.pk).values("group"))
