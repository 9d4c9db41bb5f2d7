"""What we ask of somebody who writes to us."""

from django import forms


class ContactForm(forms.Form):
    """Three questions, and one that only a robot answers."""

    name = forms.CharField(
        label="Je naam",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label="Je e-mailadres",
        help_text="Hier sturen we ons antwoord naartoe.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    text = forms.CharField(
        label="Je bericht",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    website = forms.CharField(
        label="Laat dit veld leeg",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    @property
    def is_from_a_robot(self) -> bool:
        return bool(self.cleaned_data.get("website"))
