"""What we ask of who says something, and of who reports it."""

from django import forms

from home.fields import Line, Text
from home.readers.forms import OwnAddress
from stories.reactions.models import A_RULE
from stories.reactions.rules import is_only_links


class FromPeople(forms.Form):
    """With one field that only a robot answers."""

    website = forms.CharField(
        label="Laat dit veld leeg",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    @property
    def is_from_a_robot(self) -> bool:
        return bool(self.cleaned_data.get("website"))


class WordsForm(FromPeople):
    """What somebody says, and later better."""

    text = Text(
        label="Je reactie",
        max_length=2000,
        rows=6,
        empty="Schrijf eerst wat je wilt zeggen.",
    )

    def clean_text(self):
        text = self.cleaned_data["text"]
        if is_only_links(text):
            raise forms.ValidationError(
                "Zet er in je eigen woorden bij wat we achter die link vinden."
            )
        return text


class CommentForm(WordsForm):
    """Words, and whose they are."""

    name = Line(
        label="Je naam, zoals anderen hem zien",
        max_length=80,
        autocomplete="name",
        empty="Vul een naam in. Je voornaam en je vak mag ook: ‘Wilma, teamleider’.",
    )
    email = OwnAddress(
        label="Je e-mailadres, dat niemand ziet",
        autocomplete="email",
        empty="Vul je e-mailadres in. We mailen een link om te bevestigen.",
    )

    field_order = ["text", "name", "email", "website"]


class ReportForm(FromPeople):
    """Why it should not stand here."""

    ground = forms.ChoiceField(
        label="Wat is er mis?",
        choices=[(ground.value, ground.label) for ground in A_RULE],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies wat er mis is.",
            "invalid_choice": "Kies uit de lijst.",
        },
    )
    text = Text(
        label="Wil je er iets bij zeggen?", max_length=500, required=False, rows=4
    )

    field_order = ["ground", "text", "website"]
