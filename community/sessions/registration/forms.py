"""What we ask of who comes."""

from typing import Any

from django import forms

from community.sessions.registration.models import Registration
from community.sessions.registration.participant import Participant
from home.fields import Line
from home.models import Role
from home.readers.forms import OwnAddress
from stories.reactions.forms import FromPeople

NONE = ("", "Zeg ik liever niet")


class RegistrationForm(FromPeople):
    """A member does not fill in an address: we know it."""

    name = Line(
        label="Je naam", max_length=80, autocomplete="name", empty="Vul je naam in."
    )
    email = OwnAddress(
        label="Je e-mailadres",
        autocomplete="email",
        empty="Vul je e-mailadres in. We mailen een link om te bevestigen.",
    )
    role = forms.ModelChoiceField(
        Role.objects.none(),
        label="Wat doe je in het vak, of ernaast?",
        empty_label="Kies wat het beste past",
        error_messages={
            "required": "Kies wat het beste past.",
            "invalid_choice": "Kies uit de lijst.",
        },
    )
    organisation = Line(
        label="Waar werk je?",
        required=False,
        autocomplete="organization",
        help_text="Zo zetten we collega’s niet in hetzelfde groepje.",
    )
    experience = forms.ChoiceField(
        label="Hoelang werk je in het vak?",
        choices=[NONE, *Registration.Experience.choices],
        required=False,
    )
    why = forms.ChoiceField(
        label="Waarom kom je?",
        choices=[NONE, *Registration.Why.choices],
        required=False,
        help_text="Alleen om groepjes te mengen. Anderen zien hoogstens het totaal.",
    )
    is_new = forms.BooleanField(
        label="Dit is mijn eerste bijeenkomst hier", required=False
    )

    def __init__(self, *args, known_email: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        role: Any = self.fields["role"]
        role.queryset = Role.objects.all()
        self.known_email = known_email
        if known_email:
            del self.fields["email"]

    @property
    def email_given(self) -> str:
        return self.known_email or self.cleaned_data["email"]

    @property
    def who(self) -> Participant:
        names = ("name", "role", "why", "organisation", "experience", "is_new")
        return Participant(**{name: self.cleaned_data[name] for name in names})
