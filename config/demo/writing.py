"""The shapes in which the demo texts are written; a loader turns them into pages.

Text may hold `## ` headings, `- ` and `1. ` lists, *stress* and [links](/adres/).
Dates that depend on the day of loading stand between braces, such as {hackathon}.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    """Running text: paragraphs with an empty line between them."""

    words: str


@dataclass(frozen=True)
class Quote:
    """A sentence that is worth standing alone, and whose it is."""

    words: str
    by: str
    role: str = ""


@dataclass(frozen=True)
class Facts:
    """Facts and figures beside the story."""

    rows: list[tuple[str, str]]
    title: str = "Feiten en cijfers"


@dataclass(frozen=True)
class Ask:
    """A question of an interview, and the answer."""

    question: str
    answer: str


@dataclass(frozen=True)
class AtTable:
    """Who sat at the table, with the function they had then."""

    guests: list[tuple[str, str, str]]  # name, function, organisation
    title: str = "Aan tafel"


@dataclass(frozen=True)
class Picture:
    """A photo within the story; see pictures.py."""

    name: str
    caption: str = ""


Block = Text | Quote | Facts | Ask | AtTable | Picture


@dataclass(frozen=True)
class Story:
    """One story, with all that stands around it."""

    slug: str
    title: str
    kind: str
    kicker: str
    lead: str
    theme: str
    topics: list[str]
    days_ago: int
    credits: list[tuple[str, str]]  # part, name
    body: list[Block] = field(default_factory=list)
    series: str = ""
    photo: str = ""
