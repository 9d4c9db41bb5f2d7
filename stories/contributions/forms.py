"""What we ask of who wants to write, and of who writes."""

from typing import Any

from django import forms

from home.fields import Line, Text
from home.readers.forms import OwnAddress
from stories.contributions.models import Contribution
from stories.contributions.services import Draft, Pitch
from stories.reactions.forms import FromPeople

SHORT = 100  # words; less is no piece


class PitchForm(FromPeople):
    """An idea is enough to begin."""

    title = Line(
        label="Werktitel",
        max_length=120,
        empty="Geef je stuk een titel; hij mag nog veranderen.",
    )
    plan = Text(
        label="Waar gaat het over?",
        max_length=400,
        rows=4,
        empty="Schrijf in een paar zinnen waar het over gaat.",
        help_text="Twee of drie zinnen. Wat ging er goed of mis, en wat heeft een "
        "ander eraan?",
    )
    name = Line(
        label="Je naam",
        max_length=80,
        autocomplete="name",
        empty="Vul je naam in: die komt onder het stuk.",
    )
    email = OwnAddress(
        label="Je e-mailadres",
        autocomplete="email",
        empty="Vul je e-mailadres in. We mailen de link naar je eigen pagina.",
    )

    field_order = ["title", "plan", "name", "email", "website"]

    @property
    def pitch(self) -> Pitch:
        said = self.cleaned_data
        return Pitch(name=said["name"], title=said["title"], plan=said["plan"])


class DraftForm(forms.Form):
    """Saved at any moment; only handing in asks for a whole piece."""

    title = Line(label="Titel", max_length=120, empty="Geef je stuk een titel.")
    kind = forms.ChoiceField(
        label="Soort",
        choices=[(kind.value, kind.label) for kind in Contribution.KINDS],
        error_messages={
            "required": "Kies wat voor stuk het is.",
            "invalid_choice": "Kies uit de lijst.",
        },
    )
    plan = Text(
        label="Inleiding",
        max_length=400,
        rows=4,
        empty="Schrijf in een paar zinnen waar het over gaat.",
        help_text="Twee of drie zinnen, boven het verhaal.",
    )
    text = Text(
        label="Je stuk",
        max_length=40_000,
        rows=24,
        needed=True,
        help_text="Een lege regel begint een nieuwe alinea. Tussenkoppen zet de "
        "redactie erbij.",
    )
    name = Line(
        label="Je naam", max_length=80, autocomplete="name", empty="Vul je naam in."
    )
    function = Line(
        label="Je functie en waar je werkt",
        max_length=120,
        required=False,
        autocomplete="organization-title",
    )
    answer = Text(
        label="Wil je er iets bij zeggen tegen de redactie?",
        max_length=3000,
        rows=4,
        required=False,
    )

    def __init__(self, *args, hands_in: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.hands_in = hands_in

    def clean(self):
        said: dict[str, Any] = super().clean() or {}
        if self.hands_in and len(said.get("text", "").split()) < SHORT:
            self.add_error("text", f"Een stuk is minstens {SHORT} woorden lang.")
        return said

    @property
    def draft(self) -> Draft:
        return Draft(**self.cleaned_data)
