"""What becomes of the words of who leaves."""

from django import forms

WORDS = [
    ("stay", "Laat staan, zonder mijn naam\nReacties en punten blijven te lezen."),
    ("go", "Haal weg\nOok wat anderen erop antwoordden, kan dan weg zijn."),
]


class LeaveForm(forms.Form):
    """A choice that is made on purpose: nothing is filled in beforehand."""

    words = forms.ChoiceField(
        label="Wat moet er gebeuren met wat je schreef?",
        choices=WORDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat er met je woorden moet gebeuren."},
    )
    sure = forms.BooleanField(
        label="Ja, verwijder mijn account",
        help_text="Dit kan niet terug.",
        error_messages={"required": "Zet een vinkje, dan weten we het zeker."},
    )
