"""What goes live by itself is looked at once more, as by its form."""

from datetime import datetime, timedelta

from wagtail.log_actions import log
from wagtail.models import PageLogEntry, Revision

from home.mail.services import owe_mail
from home.pages.lacking import lacks
from home.transactions import whole

HELD_BACK = "home.held_back"
SOON = timedelta(minutes=1)  # what comes due while this looks


def hold_back(*, now: datetime) -> int:
    """For `tick`, before it publishes: what lacks something is a draft again.

    An organisation or a theme may be gone since; it would stop all that comes after."""
    due = Revision.page_revisions.filter(approved_go_live_at__lt=now + SOON)
    return sum(_hold(revision, now) for revision in due)


@whole
def _hold(revision: Revision, now: datetime) -> bool:
    """Told in its history, and by mail to who planned it."""
    page = revision.as_object()
    if not (lacking := lacks(page)):
        return False
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    entry = log(page, HELD_BACK, data={"lacks": lacking}, revision=revision)
    owe_mail(kind=HELD_BACK, about=entry, now=now)
    return True


def who_planned(entry: PageLogEntry):
    """Who chose the hour; else whose version it is."""
    planned = PageLogEntry.objects.filter(
        page=entry.page_id,
        revision=entry.revision_id,
        action="wagtail.publish.schedule",
    ).order_by("-timestamp", "-pk")
    first = planned.select_related("user").first()
    return first.user if first and first.user else getattr(entry.revision, "user", None)
