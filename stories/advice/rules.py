"""What can be seen in a text: the order of its headings, and links that say nothing."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import NamedTuple

HEADING = re.compile(r"h[1-6]")
BLOCKS = {"p", "li", "h2", "h3", "h4"}
BARE = re.compile(r"(?:https?://|www\.)\S+|\S+\.(?:nl|com|org|eu|net)(?:/\S*)?")
SAYS_NOTHING = {
    *("hier", "klik hier", "klik", "deze link", "link", "via deze link", "website"),
    *("lees meer", "lees verder", "meer", "meer lezen", "meer informatie", "bekijk"),
    *("lees hier", "lees hier verder", "klik hier voor meer informatie"),
}


class Read(NamedTuple):
    """A piece of rich text, taken apart."""

    text: str
    headings: list[tuple[int, str]]
    links: list[str]


class _Reader(HTMLParser):
    """Words, with what they stand in."""

    def __init__(self):
        super().__init__()
        self.words: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.links: list[str] = []
        self.begun: dict[str, int] = {}

    def handle_starttag(self, tag, attrs):
        self.begun[tag] = len(self.words)

    def handle_data(self, data):
        self.words.append(data)

    def handle_endtag(self, tag):
        said = "".join(self.words[self.begun.pop(tag, len(self.words)) :]).strip()
        if HEADING.fullmatch(tag):
            self.headings.append((int(tag[1]), said))
        elif tag == "a":
            self.links.append(said)
        if tag in BLOCKS:
            self.words.append("\n")


def read(html: str) -> Read:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Read("".join(reader.words), reader.headings, reader.links)


def steps_skipped(headings: Iterable[tuple[int, str]]) -> list[str]:
    """Those that stand deeper than one below what is above them; the title is h1."""
    above, skipped = 1, []
    for depth, said in headings:
        if depth > above + 1:
            skipped.append(said)
        above = depth
    return skipped


def says_nothing(link: str) -> bool:
    """Read aloud on its own, it does not tell where it leads."""
    words = link.lower().strip(" .:!?>»→…")
    return not words or words in SAYS_NOTHING or bool(BARE.fullmatch(words))
