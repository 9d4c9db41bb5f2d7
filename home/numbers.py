"""The number of a row: as a browser sends it, and one that tells nothing."""

import secrets

LONGEST = 18  # figures, which every column for numbers holds


def row_number(word: str) -> int:
    """0, which no row has, for what is no number or for one that no row can have."""
    return int(word) if word.isdecimal() and len(word) <= LONGEST else 0


def drawn_number() -> int:
    """By lot, for what is nobody's: the next number would tell who was before whom.

    Above all that a database counts out itself, and of no more than 18 figures."""
    return 10**17 + secrets.randbelow(9 * 10**17)
