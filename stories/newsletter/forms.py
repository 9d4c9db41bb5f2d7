"""What we ask of who wants the newsletter: an address, and the rest if they like."""

from typing import Any

from django import forms

from home.readers.forms import OwnAddress
from stories.newsletter.models import Subscriber
from stories.newsletter.services import Wish
from stories.pages.themes import Theme

NOT_IN_THE_LIST = "Kies uit de lijst."


class ThemesField(forms.ModelMultipleChoiceField):
    """A number that SQLite can not even look for is a wrong choice like any other."""

    def clean(self, value):
        try:
            return super().clean(value)
        except OverflowError as error:
            raise forms.ValidationError(NOT_IN_THE_LIST) from error


class WishForm(forms.Form):
    """How often, and about what; whoever chooses nothing gets all, once a month."""

    rhythm = forms.ChoiceField(
        label="Hoe vaak?",
        required=False,
        choices=Subscriber.Rhythm.choices,
        widget=forms.RadioSelect,
        help_text="Kies je niets, dan krijg je hem elke maand.",
        error_messages={"invalid_choice": NOT_IN_THE_LIST},
    )
    themes = ThemesField(
        Theme.objects.all(),
        label="Waarover?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kies je niets, dan krijg je alles.",
        error_messages={
            "invalid_choice": NOT_IN_THE_LIST,
            "invalid_pk_value": NOT_IN_THE_LIST,
            "invalid_list": NOT_IN_THE_LIST,
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        for name in ("rhythm", "themes"):
            fields[name].needed = True  # the hint says what leaving it means

    @property
    def wish(self) -> Wish:
        rhythm = self.cleaned_data["rhythm"] or Subscriber.Rhythm.MONTH
        return Wish(rhythm, list(self.cleaned_data["themes"]))


class SignUpForm(WishForm):
    """One field that counts, and one that only a robot answers."""

    email = OwnAddress(
        label="Je e-mailadres",
        autocomplete="email",
        empty="Vul je e-mailadres in.",
        help_text="Je krijgt eerst een mail om je aanmelding te bevestigen.",
    )
    website = forms.CharField(
        label="Laat dit veld leeg",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    field_order = ["email", "rhythm", "themes", "website"]

    @property
    def is_from_a_robot(self) -> bool:
        return bool(self.cleaned_data.get("website"))
