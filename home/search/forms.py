"""What somebody looks for."""

from django import forms
from django.utils.functional import cached_property

from home.search.results import page_kinds
from home.search.rules import readable
from home.search.sources import SOURCES
from home.search.themes import themes


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
        asked = self.cleaned_data["thema"]
        return asked if asked in self.themes else ""

    @cached_property
    def themes(self) -> dict[str, str]:
        return themes()
