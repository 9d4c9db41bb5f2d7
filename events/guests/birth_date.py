"""How we read a date of birth as people write it, and never show it again (rule 4)."""

import re
from datetime import date

from django import forms

from home import dutch

UNREADABLE = "Schrijf je geboortedatum als dag-maand-jaar, bijvoorbeeld 31-12-1998."
FOUR_FIGURES = "Schrijf het jaar met 4 cijfers, bijvoorbeeld 31-12-1998."
NOT_A_DAY = "Die dag bestaat niet. Kijk de dag en de maand nog eens na."


class BirthDateInput(forms.TextInput):
    """What was typed is never sent back: it is used once and forgotten (rule 4)."""

    def __init__(self):
        # L10: not in the memory of a browser, so no autocomplete="bday"
        super().__init__(attrs={"autocomplete": "off", "spellcheck": "false"})

    def get_context(self, name, value, attrs):
        return super().get_context(name, None, attrs)


class BirthDateField(forms.Field):
    """Reads a date as people write it: 11-3-1997, 11 maart 1997, 11031997."""

    widget = BirthDateInput

    def clean(self, value) -> date | None:
        text = " ".join(str(value or "").replace("\x00", " ").lower().split())
        if not text:
            return None
        if len(text) > 40:
            raise forms.ValidationError(UNREADABLE)
        return _day(*_parts(text))


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month and day, in whatever order and with whatever signs between."""
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        year, month, day = found.groups()
        return int(year), int(month), int(day)
    if found := re.fullmatch(r"(\d\d)(\d\d)(\d{4})", text):
        day, month, year = found.groups()
        return int(year), int(month), int(day)
    found = re.fullmatch(r"(\d{1,2})[-/., ]+(\d{1,2}|[a-z]{3,9})\.?[-/., ]+(\d+)", text)
    if not found:
        raise forms.ValidationError(UNREADABLE)
    day, month, year = found.groups()
    if len(year) != 4:
        raise forms.ValidationError(FOUR_FIGURES)
    return int(year), _month(month), int(day)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    if word == "mrt":
        return 3
    for number, name in enumerate(dutch.MONTHS, start=1):
        if name.startswith(word):
            return number
    raise forms.ValidationError(UNREADABLE)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        # `from None`: the message of Python names the day, and ends in an error report
        raise forms.ValidationError(NOT_A_DAY) from None
