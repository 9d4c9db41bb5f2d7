"""What somebody adds, and what the lead says to it."""

from django import forms

from community.sessions.harvest.models import Harvest
from home.fields import Line, Text
from stories.reactions.models import A_RULE

GROUNDS = [("", "Kies een grond"), *((rule.value, rule.label) for rule in A_RULE)]


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
    ground = forms.ChoiceField(
        label="Waarom verborgen?",
        choices=GROUNDS,
        required=False,
        error_messages={"invalid_choice": "Kies uit de lijst."},
    )

    def __init__(self, *args, harvest: Harvest, **kwargs):
        super().__init__(*args, **kwargs)
        self.was_hidden = harvest.is_hidden

    def clean(self):
        """The database asks for an answer too; the public log for a ground."""
        cleaned = super().clean() or {}
        hides = cleaned.get("state") == Harvest.State.HIDDEN and not self.was_hidden
        if hides and not cleaned.get("ground"):
            self.add_error("ground", "Kies een grond om een bijdrage te verbergen.")
        if cleaned.get("state") != Harvest.State.OPEN and not cleaned.get("answer"):
            self.add_error("answer", "Schrijf erbij waarom: dit is openbaar.")
        return cleaned
