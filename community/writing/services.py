"""Keep and publish an outcome; each is a revision, as in the CMS."""

from django.contrib.auth.models import User
from wagtail.models import Revision

from community.working_groups.group_page import WorkingGroupPage
from community.working_groups.outcome_page import OutcomePage
from home.transactions import whole


@whole
def keep(*, outcome: OutcomePage, group: WorkingGroupPage, by: User) -> Revision:
    """A draft: what is on the site stays as it is."""
    if outcome.pk is None:
        outcome.live = False
        group.add_child(instance=outcome)
        outcome.has_unpublished_changes = True
    return outcome.save_revision(user=by, log_action=True, clean=False)


@whole
def publish(*, outcome: OutcomePage, group: WorkingGroupPage, by: User) -> None:
    """At once, for everybody. That they lead the group was asked before."""
    draft = keep(outcome=outcome, group=group, by=by)
    draft.publish(user=by, skip_permission_checks=True)


def newest(outcome: OutcomePage) -> OutcomePage:
    """As its writers left it: with the draft, if there is one."""
    return outcome.get_latest_revision_as_object()
