"""What an editor may have forgotten in this story."""

from collections.abc import Iterator

from stories.advice.reading import level
from stories.advice.rules import Read, read, says_nothing, steps_skipped
from stories.checks.models import Check
from stories.pages.kinds import Kind

RICH = {"text": "", "question": "answer", "reply": "answer", "note": "text"}
LONG = 600  # words; from here on a reader looks for headings
TAUGHT_BY = {Kind.PORTRAIT, Kind.INTERVIEW, Kind.REPORT}


def remarks_on(story) -> list[str]:
    """Each a sentence that says what to do; none of them stops the story."""
    texts = [read(html) for html in _rich(story)]
    return [*_about_it(story), *_on_photos(story), *_on_text(texts), *_checked(story)]


def asks_what_went_well(story) -> bool:
    """What no rule can see; of a practice story a list of it is expected."""
    return story.kind in TAUGHT_BY and not _has_what_worked(story)


def _has_what_worked(story) -> bool:
    return any(block.block_type == "worked" for block in story.body)


def _rich(story) -> Iterator[str]:
    for block in story.body:
        if block.block_type in RICH:
            within = RICH[block.block_type]
            value = block.value[within] if within else block.value
            yield value.source if value else ""


def _about_it(story) -> Iterator[str]:
    if not story.credits.all():
        yield "Er staat geen naam bij het verhaal. Vul in wie meewerkten."
    if not story.theme_id:
        yield "Er is geen thema gekozen. Plaatsen kan pas als dat er is."
    if story.kind == Kind.PORTRAIT and not story.organisation_id:
        yield "Er staat niet bij over welke organisatie dit portret gaat."
    if story.kind == Kind.PRACTICE and not _has_what_worked(story):
        yield (
            "Er staat niet los bij wat werkte en wat niet. Met dat blok ziet een ander "
            "wat hij kan overnemen."
        )


def _on_photos(story) -> Iterator[str]:
    shown = [(story.photo, story.photo.default_alt_text)] if story.photo else []
    shown += [
        (photo, photo.contextual_alt_text)
        for photo in story.body_photos
        if photo and not photo.decorative
    ]
    for photo, alt in shown:
        if not alt:
            yield f"Bij de foto ‘{photo.title}’ staat niet wat er te zien is."
        if not photo.credit:
            yield f"Bij de foto ‘{photo.title}’ staat niet wie hem maakte."
        if not photo.consent:
            yield f"Bij de foto ‘{photo.title}’ staat niet of wie erop staat, ja zei."
        if photo.is_withheld:
            yield f"De foto ‘{photo.title}’ mag niet getoond worden: kies een andere."


def _on_text(texts: list[Read]) -> Iterator[str]:
    headings = [heading for text in texts for heading in text.headings]
    for said in steps_skipped(headings):
        yield f"De kop ‘{said}’ is een kop 3 zonder kop 2 erboven. Maak er kop 2 van."
    words = "\n".join(text.text for text in texts)
    if len(words.split()) > LONG and not headings:
        yield "Het verhaal is lang en heeft geen tussenkoppen."
    for link in (link for text in texts for link in text.links if says_nothing(link)):
        yield f"De link ‘{link}’ zegt niet waar hij heen gaat."
    reads = level(words)
    if reads and reads.is_hard:
        yield (
            f"Het leest moeilijk: leesscore {reads.score}, waar 60 prettig is. Een zin "
            f"heeft gemiddeld {reads.words_a_sentence} woorden. Knip lange zinnen, en "
            "kies gewone woorden."
        )


def _checked(story) -> Iterator[str]:
    for check in story.checks.order_by("asked_at", "pk"):
        if not check.answered_at:
            yield f"{check.name} heeft nog niet geantwoord op de feitencheck."
        elif check.answer == Check.Answer.REMARKS:
            yield f"{check.name} had opmerkingen bij de feitencheck. Zie *Feitencheck*."
