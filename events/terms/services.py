"""Keep the words of this moment, once per version."""

import hashlib
import html
import re
from datetime import datetime

from django.utils.html import strip_tags

from events.terms.models import Terms
from events.terms.rules import rules_in_words, withdrawal_in_words
from events.tickets.models import Event
from home.pages.content_page import ContentPage

# what an order copies from its event, so that a later change does not reach the buyer
AGREED = ["withdrawal", "cancel_free_until", "cancel_until", "cancel_fee"]


def current_terms(event: Event, *, now: datetime) -> Terms:
    """The terms page and the rules of the event, as one text; a version is one row."""
    text = terms_as_text(event)
    digest = hashlib.sha256(text.encode()).hexdigest()
    terms, _ = Terms.objects.get_or_create(
        digest=digest, defaults={"text": text, "since": now}
    )
    return terms


def terms_as_text(event: Event) -> str:
    """What a buyer of this event agrees to, as plain text."""
    pages = ContentPage.objects.live().filter(slug="voorwaarden")
    page = pages.only("title", "lead", "body").first()
    parts = [page.title, page.lead] if page else []
    parts += [str(block.value) for block in page.body] if page else []
    parts += [
        event.name,
        withdrawal_in_words(event.withdrawal),
        rules_in_words(event),
    ]
    return "\n\n".join(text for part in parts if (text := _plain(part)))


def _plain(markup: str) -> str:
    """A line for every paragraph, heading and item of a list."""
    running = " ".join(markup.split()).replace("<li>", "<li>- ")
    lines = re.sub(r"</(?:p|h2|h3|li)>|<br\s*/?>", "\n\n", running)
    text = html.unescape(strip_tags(lines))
    return "\n\n".join(line.strip() for line in text.split("\n\n") if line.strip())
