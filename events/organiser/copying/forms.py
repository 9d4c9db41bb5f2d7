"""What an organiser says about the copy; the rest comes along."""

from datetime import date

from django import forms
from wagtail.admin.widgets import AdminDateInput

from events.organiser.copying.rules import is_too_far
from home.fields import Line

TOO_FAR = "Kies een dag in de komende tien jaar."


class CopyForm(forms.Form):
    """A name and a day."""

    name = Line(label="Naam van het nieuwe evenement", empty="Vul de naam in.")
    first_day = forms.DateField(
        label="Eerste dag",
        widget=AdminDateInput,
        error_messages={
            "required": "Vul de eerste dag in.",
            "invalid": "Dit is geen datum. Schrijf hem als 10-03-2027.",
        },
        help_text="Begin, einde, sluitdatum, verkoop, vroegboekprijzen en annuleren "
        "schuiven evenveel dagen op.",
    )

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_first_day(self) -> date:
        day = self.cleaned_data["first_day"]
        if day < self.today:
            raise forms.ValidationError("Deze dag is al geweest.")
        if is_too_far(day, self.today):
            raise forms.ValidationError(TOO_FAR)
        return day
