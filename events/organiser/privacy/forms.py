"""Whose data it is about, and whether it may go."""

from django import forms

from home.fields import Address


class KnownAddress(Address):
    """Also one that was taken in long ago, and would not be now."""

    default_validators = forms.EmailField.default_validators


class PersonForm(forms.Form):
    """By mail address: that is how we know people."""

    email = KnownAddress(label="E-mailadres", empty="Vul het e-mailadres in.")


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
