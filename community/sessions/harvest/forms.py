"""What somebody adds, and what the lead says to it."""

from django import forms

from community.sessions.harvest.models import Harvest
from home.fields import Line, Text


class HarvestForm(forms.Form):
    """Short: one thought each."""

    text = Text(
        label="Wat neem je mee, of wat moet anders?",
        max_length=500,
        rows=3,
        empty="Schrijf eerst wat je wilt zeggen.",
    )
    unnamed = forms.BooleanField(label="Zonder mijn naam", required=False)


class AnswerForm(forms.Form):
    """One row of the lead's list."""

    heading = Line(label="Onder de kop", max_length=80, required=False)
    state = forms.ChoiceField(
        label="Wat gebeurt ermee?",
        choices=Harvest.State,
        error_messages={
            "required": "Kies wat ermee gebeurt.",
            "invalid_choice": "Kies uit de lijst.",
        },
    )
    answer = Text(label="Antwoord", max_length=1000, rows=2, required=False)

    def clean(self):
        """The database asks for it too."""
        cleaned = super().clean() or {}
        if cleaned.get("state") != Harvest.State.OPEN and not cleaned.get("answer"):
            self.add_error("answer", "Schrijf erbij waarom: dit is openbaar.")
        return cleaned
