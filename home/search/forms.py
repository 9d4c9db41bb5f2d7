"""What somebody looks for."""

from django import forms

from home.search.rules import readable


class SearchForm(forms.Form):
    """One field; nothing in it is fine too."""

    q = forms.CharField(
        label="Waar zoek je naar?",
        required=False,
        max_length=200,
        error_messages={"max_length": "Zoek met hoogstens 200 tekens."},
        widget=forms.TextInput(attrs={"type": "search"}),
    )

    def clean_q(self) -> str:
        return readable(self.cleaned_data["q"])
