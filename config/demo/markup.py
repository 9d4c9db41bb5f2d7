"""From the plain marks of the demo texts to the HTML of a rich text field."""

import re
from html import escape
from inspect import cleandoc

from wagtail.models import Page, Site

LINK = re.compile(r"\[(.+?)\]\((/\S*?)\)")
STRONG = re.compile(r"\*\*(.+?)\*\*")
STRESS = re.compile(r"\*(.+?)\*")
HEADING = re.compile(r"(#{2,3}) ")
ITEM = re.compile(r"^(?:-|\d+\.) ", re.MULTILINE)


def rich(words: str) -> str:
    """Paragraphs, headings and lists, each part of them between empty lines."""
    parts = re.split(r"\n\s*\n", cleandoc(words))
    return "".join(_part(part) for part in parts)


def line(words: str) -> str:
    """One line of text from words that were wrapped in the source."""
    return " ".join(words.split())


def _part(part: str) -> str:
    heading = HEADING.match(part)
    if heading:
        tag = f"h{len(heading[1])}"
        return f"<{tag}>{_inline(part[heading.end() :])}</{tag}>"
    if ITEM.match(part):
        tag = "ul" if part.startswith("-") else "ol"
        items = (f"<li>{_inline(item)}</li>" for item in ITEM.split(part)[1:])
        return f"<{tag}>{''.join(items)}</{tag}>"
    return f"<p>{_inline(part)}</p>"


def _inline(words: str) -> str:
    words = LINK.sub(_link, escape(line(words), quote=False))
    return STRESS.sub(r"<i>\1</i>", STRONG.sub(r"<b>\1</b>", words))


def _link(found: re.Match) -> str:
    """To the page itself where there is one, so that it may move."""
    text, path = found.groups()
    root = Site.objects.get(is_default_site=True).root_page
    page = Page.objects.filter(url_path=root.url_path + path.lstrip("/")).first()
    if page is None:
        return f'<a href="{path}">{text}</a>'
    return f'<a id="{page.pk}" linktype="page">{text}</a>'
