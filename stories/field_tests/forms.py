"""What we ask of who judges, and of an organisation that answers."""

from django import forms

from home.fields import Address, Line, Text
from home.readers.forms import OwnAddress
from stories.field_tests.models import FieldTest
from stories.field_tests.services import Judgement
from stories.reactions.forms import FromPeople
from stories.reactions.rules import is_only_links

FROM_THE_LIST = "Kies uit de lijst."


class FieldTestForm(FromPeople):
    """Who contests says why; who recognises it may."""

    verdict = forms.ChoiceField(
        label="Is dit hoe het in de praktijk gaat?",
        choices=[
            (FieldTest.Verdict.SAME, "Herkenbaar\nZo gaat het bij ons ook, of bijna."),
            (FieldTest.Verdict.OTHER, "Niet herkenbaar\nBij ons gaat het anders."),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies herkenbaar of niet herkenbaar.",
            "invalid_choice": FROM_THE_LIST,
        },
    )
    reason = Text(
        label="Waarom?",
        max_length=1000,
        rows=5,
        needed=True,
        help_text="Bij ‘niet herkenbaar’ willen we weten wat er anders is. Noem geen "
        "namen van klanten of collega’s.",
    )
    role = forms.ChoiceField(
        label="Wat is je rol?",
        choices=[("", "Kies je rol"), *FieldTest.Role.choices],
        help_text="Die staat bij je toelichting, in plaats van je naam.",
        error_messages={
            "required": "Kies je rol, dan weten lezers van welke kant je kijkt.",
            "invalid_choice": FROM_THE_LIST,
        },
    )
    email = OwnAddress(
        label="Je e-mailadres, dat niemand ziet",
        autocomplete="email",
        empty="Vul je e-mailadres in. We mailen een link om te bevestigen.",
    )

    field_order = ["verdict", "reason", "role", "email", "website"]

    def clean(self):
        said = super().clean() or {}
        reason = said.get("reason", "")
        if said.get("verdict") == FieldTest.Verdict.OTHER and not reason:
            self.add_error("reason", "Schrijf wat er bij jullie anders gaat.")
        if is_only_links(reason):
            self.add_error("reason", "Zet het er in je eigen woorden bij.")
        return said

    @property
    def judgement(self) -> Judgement:
        said = self.cleaned_data
        return Judgement(said["verdict"], said["role"], said["reason"])


class ReplyForm(forms.Form):
    """Who speaks for the organisation, and what it says."""

    text = Text(
        label="Jullie antwoord",
        max_length=3000,
        rows=10,
        empty="Schrijf jullie antwoord.",
    )
    name = Line(
        label="Je naam en functie",
        autocomplete="name",
        empty="Vul in wie dit namens de organisatie zegt.",
    )


class AskForm(forms.Form):
    """Whom to ask; in the back office."""

    email = Address(
        label="E-mailadres bij de organisatie",
        empty="Vul in naar wie de link gaat.",
        help_text="Wie deze link heeft, kan namens de organisatie antwoorden.",
    )
