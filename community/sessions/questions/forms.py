"""What a viewer fills in, and what the buzzmaster decides."""

from django import forms

from community.sessions.questions.models import LiveQuestion
from home.fields import Line, Text
from stories.reactions.forms import FromPeople
from stories.reactions.models import A_RULE

State = LiveQuestion.State
RULES = [(rule.value, rule.label) for rule in A_RULE]


class QuestionForm(FromPeople):
    """A name is nobody's business but theirs."""

    text = Text(
        label="Je vraag",
        max_length=300,
        rows=3,
        empty="Schrijf eerst wat je wilt vragen.",
    )
    name = Line(
        label="Je naam, als die erbij mag staan",
        max_length=60,
        required=False,
        autocomplete="name",
    )

    field_order = ["text", "name", "website"]


class ReportForm(FromPeople):
    """Which house rule it breaks."""

    ground = forms.ChoiceField(
        label="Wat is er mis?",
        choices=RULES,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies wat er mis is.",
            "invalid_choice": "Kies uit de lijst.",
        },
    )


class MoveForm(forms.Form):
    """One button of the buzzmaster."""

    to = forms.ChoiceField(choices=State)
    ground = forms.ChoiceField(choices=[("", ""), *RULES], required=False)
    answer = forms.CharField(max_length=1000, required=False)

    def clean(self):
        """The two that say more than where it goes."""
        cleaned = super().clean() or {}
        to = cleaned.get("to")
        if to == State.HIDDEN and not cleaned.get("ground"):
            raise forms.ValidationError("Kies een grond om een vraag te verbergen.")
        if to == State.WRITTEN and not cleaned.get("answer"):
            raise forms.ValidationError("Schrijf eerst het antwoord.")
        return cleaned
