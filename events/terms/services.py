"""Keep the words of this moment, once per version."""

import hashlib
import html
import re
from datetime import datetime
from functools import lru_cache

from django.db.models import CharField, QuerySet
from django.utils.html import strip_tags

from events.terms.models import Terms
from events.terms.rules import rules_in_words, withdrawal_in_words
from events.tickets.models import Event
from home.pages.content_page import ContentPage
from home.statements import Blank, Rows, Statement

# what an order copies from its event, so that a later change does not reach the buyer
AGREED = ["withdrawal", "cancel_free_until", "cancel_until", "cancel_fee"]


def current_terms(event: Event, *, now: datetime) -> Terms:
    """The terms page and the rules of the event, as one text; a version is one row."""
    text = terms_as_text(event)
    digest = hashlib.sha256(text.encode()).hexdigest()
    if terms := BY_DIGEST.one(digest=digest):
        return terms
    new = {"text": text, "since": now}
    return Terms.objects.get_or_create(digest=digest, defaults=new)[0]


BY_DIGEST = Rows(lambda: Terms.objects.filter(digest=Blank("digest", CharField())))


def terms_as_text(event: Event) -> str:
    """What a buyer of this event agrees to, as plain text."""
    parts = []
    for title, lead, body in THE_PAGE.rows():
        parts = [title, lead, *(str(block.value) for block in body)]
    parts += [
        event.name,
        withdrawal_in_words(event.withdrawal),
        rules_in_words(event),
    ]
    return "\n\n".join(text for part in parts if (text := _plain(part)))


def _the_page() -> QuerySet:
    pages = ContentPage.objects.live().filter(slug="voorwaarden").order_by("pk")[:1]
    return pages.values_list("title", "lead", "body")


THE_PAGE = Statement(_the_page)


@lru_cache(maxsize=64)  # of a page and of events, and each order asks them again
def _plain(markup: str) -> str:
    """A line for every paragraph, heading and item of a list."""
    running = " ".join(markup.split()).replace("<li>", "<li>- ")
    lines = re.sub(r"</(?:p|h2|h3|li)>|<br\s*/?>", "\n\n", running)
    text = html.unescape(strip_tags(lines))
    return "\n\n".join(line.strip() for line in text.split("\n\n") if line.strip())
