"""The shapes in which the demo texts are written; the loaders turn them into rows.

Text may hold `## ` headings, `- ` and `1. ` lists, *stress* and [links](/adres/).
What depends on the day of loading stands between braces, such as {hackathon}.
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
class Note:
    """A word of the editors about the story itself."""

    words: str


@dataclass(frozen=True)
class Worked:
    """What a reader may take over, and what did not help."""

    worked: list[str]
    failed: list[str]


@dataclass(frozen=True)
class Reply:
    """Who was asked for a reaction; without an answer none came."""

    who: str
    days_ago: int
    answer: str = ""


@dataclass(frozen=True)
class Film:
    """A film at a host that the site knows."""

    url: str
    title: str
    words: str


@dataclass(frozen=True)
class ReadAlso:
    """Older pages of the site, by slug."""

    slugs: list[str]


@dataclass(frozen=True)
class Call:
    """One sentence, a button, and the slug of the page it leads to."""

    words: str
    button: str
    slug: str


@dataclass(frozen=True)
class Explained:
    """A word of the trade."""

    word: str


@dataclass(frozen=True)
class File:
    """A document of the site, by its title."""

    title: str
    words: str


Block = (
    Text
    | Quote
    | Facts
    | Ask
    | AtTable
    | Note
    | Worked
    | Reply
    | Film
    | ReadAlso
    | Call
    | Explained
    | File
)


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
    organisation: str = ""
    featured: bool = False
    interest: str = ""
    source: tuple[str, str] = ("", "")  # where it stood first: name, address
    magazine_issue: str = ""
    corrections: list[tuple[int, str]] = field(default_factory=list)  # days ago, text
    mentions: list[tuple[str, str]] = field(default_factory=list)  # name, address
    picked: list[str] = field(default_factory=list)  # slugs of older stories
    from_elsewhere: bool = False


@dataclass(frozen=True)
class Outcome:
    """What a working group found."""

    slug: str
    title: str
    number: int
    version: str
    status: str
    days_ago: int
    lead: str
    question: str
    work: str
    result: str
    evidence: list[tuple[str, str, str]]  # title, address, note
    consultation_days: int = 0  # from today
    kind: str = "inzicht"
    responsible: str = ""  # slug of a person
    next_step: str = ""
    due_days: int = 0  # from today
    progress: int = 0
    value_for: str = "branche"


@dataclass(frozen=True)
class Session:
    """What a group planned, so many days from now (or ago)."""

    slug: str
    title: str
    group: str
    days: int
    hour: int
    minutes: int
    capacity: int
    lead: str
    goal: str = ""
    accessibility: str = ""
    roles: list[str] = field(default_factory=list)
    format: str = "werksessie"
    question: str = ""
    mode: str = ""
    decider: str = ""
    people: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    came: bool = False
    questions: list[tuple[str, str, str, int]] = field(default_factory=list)
    starts_from: list[str] = field(default_factory=list)  # texts of questions
    # per group: who guides it, the note, and its top three
    rankings: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    harvest: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    report: str = ""
    decisions: str = ""
    correction: tuple[str, str] | None = None


@dataclass(frozen=True)
class Occasion:
    """An event: what its page tells; dates and money are the loader's."""

    slug: str
    name: str
    slogan: str
    lead: str
    intro: str
    venue: str
    address: str
    city: str
    day_note: str
    venue_note: str
    audience_note: str
    programme: list[tuple[str, str, str]]  # time, title, text
    questions: list[tuple[str, str]]
    accessibility: list[tuple[str, str]]
    jury: list[tuple[str, str]] = field(default_factory=list)  # person, what of


@dataclass(frozen=True)
class Issue:
    """A number of the newsletter; `pages` are slugs, in the order of the mail."""

    slug: str
    title: str
    preheader: str
    opening: str
    pages: list[str]
    closing: str
    days_ago: int


@dataclass(frozen=True)
class Piece:
    """What a reader writes for the site."""

    name: str
    function: str
    title: str
    plan: str
    text: str
    status: str
    days_ago: int


@dataclass(frozen=True)
class Verdict:
    """Whether somebody recognises a practice story, and why."""

    story: str
    role: str
    recognises: bool
    reason: str
    days_ago: int
    state: str = "shown"


@dataclass(frozen=True)
class Reaction:
    """What a reader said; `answers` is the name of whom, under the same story."""

    story: str
    name: str
    text: str
    days_ago: int
    answers: str = ""
    state: str = "shown"
    ground: str = ""
    reported: str = ""
