"""What a buyer may still fill in after paying."""

from django import forms


class HostForm(forms.Form):
    """Who hosts a pair that has no host yet."""

    name = forms.CharField(
        label="Naam van de gastheer",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label="E-mailadres van de gastheer",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class InviteForm(forms.Form):
    """Who comes along as the guest."""

    name = forms.CharField(
        label="Naam van de gast",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label="E-mailadres van de gast",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
