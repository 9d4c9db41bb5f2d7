"""What the lead writes, and what others find wrong in it."""

from django import forms

from home.fields import Line, Text


class ReportForm(forms.Form):
    """Plain text, so that it can be written on a phone on the way home."""

    text = Text(
        label="Verslag", max_length=20_000, rows=14, required=False, needed=True
    )
    decisions = Text(
        label="Besluiten",
        max_length=4000,
        rows=4,
        required=False,
        help_text="Eén per regel: wat, wie, en voor wanneer.",
    )
    recording = forms.URLField(
        label="Opname",
        required=False,
        max_length=300,
        assume_scheme="https",
        help_text="Een film bij YouTube of Vimeo. Hij laadt pas als een lezer klikt.",
        error_messages={"invalid": "Dit is geen link. Begin met https://."},
    )


class CorrectionForm(forms.Form):
    """One thing that is not right."""

    text = Text(
        label="Wat klopt er niet?",
        max_length=1000,
        rows=4,
        empty="Schrijf wat er niet klopt.",
    )


class CorrectionAnswerForm(forms.Form):
    """What was done with it."""

    text = Line(
        label="Wat deed je ermee?", max_length=300, empty="Schrijf een antwoord."
    )
