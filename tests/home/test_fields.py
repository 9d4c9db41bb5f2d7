"""What a field of ours makes of what was typed."""

import pytest
from django.core.exceptions import ValidationError

from home.fields import Line, Text


@pytest.mark.parametrize("typed", ["", "  ", "\u200b", " \u2060\ufeff ", "\u202e"])
def test_what_nobody_can_see_is_nothing(typed):
    asked, free = Text(empty="Schrijf iets."), Line(required=False)

    with pytest.raises(ValidationError, match="Schrijf iets"):
        asked.clean(typed)
    assert free.clean(typed) == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Iris\u202e de Wit", "Iris de Wit"),
        ("\u2066Iris\u2069", "Iris"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Zoe\u0308", "Zoe\u0308"),
        ("…", "…"),
    ],
)
def test_a_name_turns_nothing_that_stands_behind_it(typed, kept):
    assert Line().clean(typed) == kept


def test_as_much_fits_as_a_browser_lets_somebody_type():
    field = Text(max_length=9)

    assert field.clean("een\r\n\r\ntwee") == "een\n\ntwee"
    with pytest.raises(ValidationError, match="Hoogstens 9 tekens"):
        field.clean("een\r\n\r\ndrie!")
