"""What we ask of who takes part."""

from django import forms

from home.fields import Line
from home.models import Role
from home.readers.forms import OwnAddress
from stories.calls.services import Yes
from stories.reactions.forms import FromPeople
from stories.reactions.rules import LINK


class CallForm(FromPeople):
    """A role is enough; a name only for who wants to be on the list."""

    role = forms.ModelChoiceField(
        label="Wat is je rol?",
        queryset=Role.objects.all(),
        empty_label="Kies je rol",
        help_text="Zo zien we wie er nog niet meedoet.",
        error_messages={
            "required": "Kies je rol.",
            "invalid_choice": "Kies uit de lijst.",
        },
    )
    name = Line(
        label="Je naam, als die op de lijst mag",
        max_length=80,
        required=False,
        autocomplete="name",
        help_text="Leeg: je telt mee, zonder naam.",
    )
    email = OwnAddress(
        label="Je e-mailadres, dat niemand ziet",
        autocomplete="email",
        empty="Vul je e-mailadres in. We mailen een link om te bevestigen.",
    )

    field_order = ["role", "name", "email", "website"]

    def clean_name(self):
        name = self.cleaned_data["name"]
        if LINK.search(name):
            raise forms.ValidationError("Vul alleen je naam in, zonder link.")
        return name

    @property
    def yes(self) -> Yes:
        return Yes(self.cleaned_data["role"], self.cleaned_data["name"])
