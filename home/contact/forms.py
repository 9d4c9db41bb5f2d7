"""What we ask of somebody who writes to us."""

from django import forms

from home.fields import Address, Line, Text


class ContactForm(forms.Form):
    """Three questions, and one that only a robot answers."""

    name = Line(label="Je naam", autocomplete="name", empty="Vul je naam in.")
    email = Address(
        label="Je e-mailadres",
        autocomplete="email",
        help_text="Hier sturen we ons antwoord naartoe.",
        empty="Vul je e-mailadres in, anders kunnen we je niet antwoorden.",
    )
    text = Text(
        label="Je bericht", max_length=5000, empty="Schrijf waar je bericht over gaat."
    )
    website = forms.CharField(
        label="Laat dit veld leeg",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    @property
    def is_from_a_robot(self) -> bool:
        return bool(self.cleaned_data.get("website"))
