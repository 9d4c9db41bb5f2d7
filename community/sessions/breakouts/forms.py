"""How large the groups are, and what one of them wrote."""

from django import forms

from home.fields import Line, Text


class MixForm(forms.Form):
    """The same seed makes the same groups of the same people."""

    size = forms.IntegerField(
        label="Hoeveel mensen in een groepje?",
        min_value=2,
        max_value=20,
        initial=4,
        widget=forms.NumberInput(attrs={"class": "short"}),
        help_text="Met 2 maak je duo’s, om samen een stuk te lopen.",
        error_messages={
            "required": "Vul een getal in.",
            "invalid": "Vul een getal in.",
            "min_value": "Minstens 2.",
            "max_value": "Hoogstens 20.",
        },
    )
    seed = forms.IntegerField(
        label="Lotnummer",
        min_value=0,
        max_value=999_999,
        initial=1,
        widget=forms.NumberInput(attrs={"class": "short"}),
        help_text="Hetzelfde nummer geeft dezelfde groepjes.",
        error_messages={
            "required": "Vul een getal in.",
            "invalid": "Vul een getal in.",
            "min_value": "Vul een getal van 0 tot 999.999 in.",
            "max_value": "Vul een getal van 0 tot 999.999 in.",
        },
    )


class NoteForm(forms.Form):
    """By who guides the group, on a phone, while people talk."""

    facilitator = Line(label="Wie begeleidt?", max_length=80, required=False)
    where = Line(
        label="Waar zitten jullie?",
        max_length=300,
        required=False,
        help_text="Een zaal of een link; de groep ziet het.",
    )
    note = Text(label="Wat is er gezegd?", max_length=2000, rows=6, required=False)
    first = Line(
        label="Op 1",
        required=False,
        help_text="Bedoel je hetzelfde als een andere groep, schrijf dan hetzelfde.",
    )
    second = Line(label="Op 2", required=False)
    third = Line(label="Op 3", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("first", "second", "third"):
            self.fields[name].widget.attrs["list"] = "punten"
