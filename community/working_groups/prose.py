"""Rich text as somebody types it in a plain field, and back: what the CMS can hold."""

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser

MARKS = re.compile(
    r"\\(?P<plain>[\\*\[\]#-])|\*\*(?P<bold>.+?)\*\*|\*(?P<italic>[^*]+?)\*"
    r"|\[(?P<text>[^\]\[]+)\]\((?P<to>[^()\s]+)\)",
    re.DOTALL,
)
SPECIAL = re.compile(r"([\\*\[\]])")
NUMBERED = re.compile(r"\d{1,3}\. ")
OURS = {"pagina": "page", "document": "document"}
LINK = re.compile(r"(?:https?://[^\s/]|mailto:|/(?![/\\]))\S*\Z")


def as_html(text: str) -> str:
    """Paragraphs, `## ` headings, `- ` and `1. ` lists, **bold**, *italic*, links."""
    return "".join(_blocks(text.replace("\r\n", "\n")))


def _blocks(text: str) -> Iterator[str]:
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        while lines and lines[0].startswith("## "):
            yield f"<h3>{_inline(lines.pop(0)[3:])}</h3>"
        if not lines:
            continue
        if all(line.startswith("- ") for line in lines):
            yield _list("ul", [line[2:] for line in lines])
        elif all(NUMBERED.match(line) for line in lines):
            yield _list("ol", [NUMBERED.sub("", line, count=1) for line in lines])
        else:
            yield f"<p>{'<br/>'.join(_inline(line) for line in lines)}</p>"


def _list(tag: str, items: list[str]) -> str:
    rows = "".join(f"<li>{_inline(item)}</li>" for item in items)
    return f"<{tag}>{rows}</{tag}>"


def _inline(text: str) -> str:
    drawn, at = [], 0
    for mark in MARKS.finditer(text):
        drawn += [escape(text[at : mark.start()]), _marked(mark)]
        at = mark.end()
    return "".join([*drawn, escape(text[at:])])


def _marked(mark: re.Match) -> str:
    if mark["plain"]:
        return escape(mark["plain"])
    if mark["bold"]:
        return f"<b>{_inline(mark['bold'])}</b>"
    if mark["italic"]:
        return f"<i>{_inline(mark['italic'])}</i>"
    kind, _, number = mark["to"].partition(":")
    if kind in OURS and number.isdecimal() and len(number) < 10:
        to = f'linktype="{OURS[kind]}" id="{number}"'
    elif LINK.match(mark["to"]):
        to = f'href="{escape(mark["to"])}"'
    else:
        return escape(mark[0])
    return f"<a {to}>{_inline(mark['text'])}</a>"


def as_text(html: str) -> str:
    """So that `as_html` gives the same again."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "\n\n".join(block for block in reader.blocks if block)


class _Reader(HTMLParser):
    """Knows the tags that our fields take; of others the words stay."""

    MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}

    def __init__(self):
        super().__init__()
        self.blocks: list[str] = []
        self.lists: list[tuple[str, list[str]]] = []
        self.links: list[str] = []
        self.words = ""

    def handle_starttag(self, tag, attrs):
        if tag in self.MARKS:
            self.words += self.MARKS[tag]
        elif tag == "br":
            self.words += "\n"
        elif tag == "a":
            self.links.append(_target(dict(attrs)))
            self.words += "["
        elif tag in {"ul", "ol"}:
            self.lists.append((tag, []))

    def handle_endtag(self, tag):
        if tag in self.MARKS:
            self.words += self.MARKS[tag]
        elif tag == "a" and self.links:
            self.words += f"]({self.links.pop()})"
        elif tag == "li" and self.lists:
            self.lists[-1][1].append(self._taken())
        elif tag in {"ul", "ol"} and self.lists:
            self._end_list()
        elif tag in {"p", "h2", "h3", "h4"}:
            words = self._taken()
            self.blocks.append(f"## {words}" if tag[0] == "h" and words else words)

    def handle_data(self, data):
        self.words += SPECIAL.sub(r"\\\1", data)

    def _taken(self) -> str:
        words, self.words = self.words.strip(), ""
        return re.sub(r"\A(#|- |-\Z)", r"\\\1", words)

    def _end_list(self):
        kind, items = self.lists.pop()
        rows = [
            f"{f'{number}.' if kind == 'ol' else '-'} {item}"
            for number, item in enumerate(items, start=1)
            if item
        ]
        self.blocks.append("\n".join(rows))


def _target(attrs: dict) -> str:
    ours = {there: here for here, there in OURS.items()}
    if attrs.get("linktype") in ours:
        return f"{ours[attrs['linktype']]}:{attrs.get('id')}"
    return attrs.get("href") or "/"
