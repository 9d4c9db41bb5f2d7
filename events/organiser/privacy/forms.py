"""Whose data it is about, and whether it may go."""

from django import forms

from home.fields import Address


class PersonForm(forms.Form):
    """By mail address: that is how we know people."""

    email = Address(label="E-mailadres", empty="Vul het e-mailadres in.")


class EraseForm(PersonForm):
    """A tick, since nothing comes back."""

    words_stay = forms.BooleanField(
        label="Laat reacties en oordelen van deze persoon staan, zonder naam.",
        required=False,
    )
    sure = forms.BooleanField(
        label="Wis deze gegevens. Dit is niet terug te draaien.",
        error_messages={"required": "Zet een vinkje als het echt weg mag."},
    )
