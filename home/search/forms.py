"""What somebody looks for."""

from django import forms

from home.covers.social import NAMES
from home.search.results import page_kinds
from home.search.rules import readable
from home.search.sources import SOURCES


class SearchForm(forms.Form):
    """One field and two choices; nothing in them is fine too."""

    q = forms.CharField(
        label="Waar zoek je naar?",
        required=False,
        max_length=200,
        error_messages={"max_length": "Zoek met hoogstens 200 tekens."},
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    soort = forms.CharField(required=False)
    thema = forms.CharField(required=False)

    def clean_q(self) -> str:
        return readable(self.cleaned_data["q"])

    def clean_soort(self) -> str:
        """What does not exist is left out: a link may be old."""
        kinds = {*page_kinds(), *(source.value for source in SOURCES)}
        return self.cleaned_data["soort"] if self.cleaned_data["soort"] in kinds else ""

    def clean_thema(self) -> str:
        return self.cleaned_data["thema"] if self.cleaned_data["thema"] in NAMES else ""
