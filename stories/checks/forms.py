"""Whom an editor asks, and what somebody answers."""

from django import forms

from home.fields import Address, Line, Text
from stories.checks.models import Check


class AskForm(forms.Form):
    """In the CMS."""

    name = Line(label="Naam", empty="Vul in wie het leest.")
    email = Address(label="E-mailadres", empty="Vul in waar de link heen gaat.")


class AnswerForm(forms.Form):
    """Two ways to answer; the second needs words."""

    answer = forms.ChoiceField(
        label="Klopt het?",
        widget=forms.RadioSelect,
        choices=[
            (Check.Answer.AGREED, "Akkoord\nWat er over mij en van mij staat, klopt."),
            (Check.Answer.REMARKS, "Er moet iets anders\nIk schrijf hieronder wat."),
        ],
        error_messages={"required": "Kies een van de twee."},
    )
    remarks = Text(
        label="Wat moet er anders?",
        max_length=10_000,
        needed=True,
        rows=6,
        help_text="Noem de zin, en wat er moet staan.",
    )

    def clean(self):
        cleaned = super().clean() or {}
        if cleaned.get("answer") == Check.Answer.REMARKS and not cleaned.get("remarks"):
            self.add_error("remarks", "Schrijf wat er anders moet.")
        return cleaned
