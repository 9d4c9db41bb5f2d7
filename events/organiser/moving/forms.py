"""The new moments, why, and until when buyers may choose."""

from datetime import datetime

from django import forms
from wagtail.admin.widgets import AdminDateTimeInput

from events.organiser.copying.forms import TOO_FAR
from events.organiser.copying.rules import is_too_far
from events.organiser.moving.models import Choice
from home.fields import Line

INVALID = "Dit is geen moment. Schrijf het als 10-03-2027 09:30."


def moment(label: str, help_text: str = "") -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        help_text=help_text,
        widget=AdminDateTimeInput,
        error_messages={"required": "Vul dit moment in.", "invalid": INVALID},
    )


class MoveForm(forms.Form):
    """In an order that makes sense, each complaint at its own field."""

    starts_at = moment("Begint nu op")
    ends_at = moment("Eindigt nu op")
    changes_until = moment("Wijzigen kan tot")
    choose_until = moment(
        "Kopers kiezen tot",
        "Tot dit moment kiest een koper: toch komen, of al het geld terug. Wie niets "
        "kiest, houdt de plaatsen.",
    )
    why = Line(
        label="Waarom?",
        max_length=300,
        empty="Schrijf op waarom het verzet is.",
        help_text="Staat in de mail aan iedereen.",
    )

    as_read = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, now: datetime, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = now

    def clean(self):
        super().clean()
        asked = self.cleaned_data
        starts_at, ends_at = asked.get("starts_at"), asked.get("ends_at")
        for name, day in (("starts_at", starts_at), ("ends_at", ends_at)):
            if day and is_too_far(day, self.now):
                self.add_error(name, TOO_FAR)
        changes, choose = asked.get("changes_until"), asked.get("choose_until")
        if starts_at and starts_at <= self.now:
            self.add_error("starts_at", "Dit moment is al geweest.")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", "Het evenement eindigt nadat het begint.")
        if changes and ends_at and changes > ends_at:
            self.add_error(
                "changes_until", "Wijzigen stopt uiterlijk als het evenement eindigt."
            )
        if choose and choose <= self.now:
            self.add_error("choose_until", "Geef kopers tijd: dit is al geweest.")
        if choose and starts_at and choose > starts_at:
            self.add_error("choose_until", "Kiezen kan uiterlijk tot het begint.")
        return asked


class ChoiceForm(forms.Form):
    """Two buttons."""

    answer = forms.ChoiceField(choices=Choice.Answer.choices)
