"""The versions of an outcome that everybody could read, first to last."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet
from wagtail.models import PageLogEntry

from community.working_groups.outcome_page import OutcomePage
from community.working_groups.prose import as_text

PUBLISHED = ["wagtail.publish"]
PARTS = {
    "lead": "In het kort",
    "question": "De vraag",
    "work": "Wat we deden",
    "result": "Wat het opleverde",
}
RICH = {"work", "result"}


class Version(NamedTuple):
    """One that went onto the site."""

    number: int
    at: datetime
    text: OutcomePage  # as it was

    def paragraphs(self, part: str) -> list[str]:
        words = getattr(self.text, part) or ""
        plain = as_text(words) if part in RICH else words
        return [each.strip() for each in plain.split("\n\n") if each.strip()]


def published(outcome: OutcomePage) -> QuerySet[PageLogEntry]:
    """By the log of Wagtail: drafts in between are nobody’s business."""
    entries = PageLogEntry.objects.filter(
        page=outcome.pk, action__in=PUBLISHED, revision__isnull=False
    )
    return entries.select_related("revision").order_by("timestamp", "pk")


def as_version(number: int, entry: PageLogEntry) -> Version:
    return Version(number, entry.timestamp, entry.revision.as_object())
