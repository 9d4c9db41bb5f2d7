"""An issue as a mail: written once, with a place for the key of each reader."""

import re

from bs4 import BeautifulSoup
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from wagtail.rich_text import expand_db_html

from home.mail.letters import Words, addressed, written

KEY = "0sleutel0van0de0lezer0"  # where the token of each reader comes


def as_mail(issue) -> Words:
    """In the look of our mail; addresses are complete, since a mail stands nowhere."""
    opening, closing = expand_db_html(issue.opening), expand_db_html(issue.closing)
    context = {
        "issue": issue,
        "teasers": issue.teasers_in(),
        "opening": _complete(opening),
        "closing": _complete(closing),
        "opening_in_words": in_words(opening),
        "closing_in_words": in_words(closing),
        "address": issue.full_url or settings.SITE_URL,
        "preferences": _address("newsletter_preferences", KEY),
        "leave": _address("newsletter_leave", KEY),
    }
    return written("newsletter", context)


def for_reader(
    words: Words, *, to: str, token: str, message_id: str
) -> EmailMultiAlternatives:
    """With the two headers by which a mail program unsubscribes (RFC 8058)."""
    own = Words(
        words.subject, words.text.replace(KEY, token), words.html.replace(KEY, token)
    )
    headers = {
        "Message-ID": message_id,
        "List-Unsubscribe": f"<{_address('newsletter_leave', token)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": f"{settings.SITE_NAME} <nieuwsbrief.{_host()}>",
        "Precedence": "bulk",
    }
    return addressed(own, to=to, headers=headers)


def in_words(html: str) -> str:
    """Rich text as plain text: paragraphs apart, each link followed by its address.

    An address that was pasted stands there already."""
    soup = BeautifulSoup(_complete(html), "html.parser")
    for link in soup.find_all("a", href=True):
        if link.get_text() != link["href"]:
            link.append(f" ({link['href']})")
    blocks = soup.find_all(["p", "li"]) or [soup]
    return "\n\n".join(" ".join(block.get_text().split()) for block in blocks)


def _complete(html: str) -> str:
    """Links within the site get the name of the site."""
    return re.sub(r'href="/(?!/)', f'href="{settings.SITE_URL}/', html)


def _address(name: str, token: str) -> str:
    return settings.SITE_URL + reverse(name, args=[token])


def _host() -> str:
    return re.sub(r"^https?://|[:/].*$", "", settings.SITE_URL)
