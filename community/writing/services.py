"""Keep and publish an outcome; each is a revision, as in the CMS."""

from datetime import datetime

from django.contrib.auth.models import User
from wagtail.models import Revision

from community.working_groups.access import person_behind
from community.working_groups.evidence import Evidence
from community.working_groups.group_page import WorkingGroupPage
from community.working_groups.outcome_page import OutcomePage
from community.workspace.models import GroupFile
from community.workspace.services import add_file, public_copy
from home.transactions import whole

MOST_OF_A_TITLE = GroupFile._meta.get_field("title").max_length


@whole
def keep(
    *, outcome: OutcomePage, group: WorkingGroupPage, by: User, now: datetime
) -> Revision:
    """A draft: what is on the site stays as it is; what was sent along is private."""
    person = person_behind(by)
    for source in outcome.evidence.all():
        if source.upload:
            title = source.title[:MOST_OF_A_TITLE]
            source.file = add_file(
                group=group, title=title, file=source.upload, by=person, now=now
            )
    if outcome.pk is None:
        outcome.live = False
        group.add_child(instance=outcome)
        outcome.has_unpublished_changes = True
    return outcome.save_revision(user=by, log_action=True, clean=False)


@whole
def publish(
    *, outcome: OutcomePage, group: WorkingGroupPage, by: User, now: datetime
) -> None:
    """At once, for everybody. That they lead the group was asked before."""
    draft = keep(outcome=outcome, group=group, by=by, now=now)
    draft.publish(user=by, skip_permission_checks=True)


@whole
def let_read_sources(*, outcome: OutcomePage, revision: Revision | None) -> None:
    """What a published outcome rests on is for everybody: by Wagtail's signal, so
    that it does not matter where it was published."""
    private = Evidence.objects.filter(outcome=outcome.pk, file__isnull=False)
    by = revision.user if revision else None
    for source in (found := list(private.select_related("file"))):
        source.document, source.file = public_copy(file=source.file, by=by), None
        source.save(update_fields=["document", "file"])
    if found and revision:
        published = OutcomePage.objects.get(pk=outcome.pk).serializable_data()
        revision.content |= {"evidence": published["evidence"]}
        revision.save(update_fields=["content"])


def newest(outcome: OutcomePage) -> OutcomePage:
    """As its writers left it: with the draft, if there is one."""
    return outcome.get_latest_revision_as_object()
