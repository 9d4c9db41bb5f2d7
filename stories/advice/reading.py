"""How hard a Dutch text reads: the formula of Flesch, as Douma fitted it to Dutch.

206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence. 100 is a children's
book, 60 a newspaper that everybody reads, below 45 a text for people who have to."""

import re
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE_ENDS = re.compile(r"[.!?…]+(?=\s|$)|\n+")
# one sound per group; a diaeresis begins a new one (coördinatie, ideeën)
SOUND = re.compile(
    r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou"
    r"|[aeiouyàáâèéêìíîòóôùúûäëïöü]"
)
FEWEST = 100  # words; of less a figure says nothing
HARD = 45


class Level(NamedTuple):
    """The score, and the two things that an editor can do something about."""

    score: int
    words_a_sentence: int
    is_hard: bool


def syllables(word: str) -> int:
    """As many as one hears vowels; a word without any is said in one go."""
    return max(1, len(SOUND.findall(word.lower())))


def level(text: str) -> Level | None:
    """None for a text that is too short to say anything of."""
    words = WORD.findall(text)
    if len(words) < FEWEST:
        return None
    sentences = [part for part in SENTENCE_ENDS.split(text) if WORD.search(part)]
    per_sentence = len(words) / len(sentences)
    per_hundred = 100 * sum(map(syllables, words)) / len(words)
    score = round(206.84 - 0.77 * per_hundred - 0.93 * per_sentence)
    return Level(max(0, min(score, 100)), round(per_sentence), score < HARD)
