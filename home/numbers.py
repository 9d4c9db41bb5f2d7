"""The number of a row, as a browser sends it."""

LONGEST = 18  # figures, which every column for numbers holds


def row_number(word: str) -> int:
    """0, which no row has, for what is no number or for one that no row can have."""
    return int(word) if word.isdecimal() and len(word) <= LONGEST else 0
