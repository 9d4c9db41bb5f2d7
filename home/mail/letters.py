"""A mail from three templates: subject.txt, body.txt, body.html with styles inline."""

import re
from typing import NamedTuple

import css_inline
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from home.pages.details import SiteDetails

_inliner = css_inline.CSSInliner(load_remote_stylesheets=False)


class Words(NamedTuple):
    """A mail before it has an address."""

    subject: str
    text: str
    html: str


def letter(name: str, *, to: str, context: dict) -> EmailMultiAlternatives:
    """Build `templates/mail/<name>/…`; addresses in it begin with SITE_URL."""
    return addressed(written(name, context), to=to)


def written(name: str, context: dict) -> Words:
    context = {
        **context,
        "site_url": settings.SITE_URL,
        "site_name": settings.SITE_NAME,
        "details": SiteDetails.objects.order_by("pk").first(),
    }
    subject = render_to_string(f"mail/{name}/subject.txt", context)
    return Words(
        " ".join(subject.split()),
        _tidy(render_to_string(f"mail/{name}/body.txt", context)),
        _inliner.inline(render_to_string(f"mail/{name}/body.html", context)),
    )


def addressed(
    words: Words, *, to: str, headers: dict[str, str] | None = None
) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=words.subject, body=words.text, to=[to], headers=headers
    )
    message.attach_alternative(words.html, "text/html")
    return message


def _tidy(text: str) -> str:
    """At most one empty line in a row, wherever a tag of a template stood alone."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
