"""The texts, the phase and a member of a group."""

from django import forms

from community.working_groups.membership import Membership
from community.working_groups.phases import GroupPhase
from community.working_groups.prose import as_html
from home.fields import Line, Text
from home.models import Role

FROM_THE_LIST = "Kies uit de lijst."
NO_DAY = "Dit is geen datum. Het lijkt op 10-03-2027."
CHOICE = {"required": FROM_THE_LIST, "invalid_choice": FROM_THE_LIST}


def _day(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Kies een dag.", "invalid": NO_DAY},
    )


class TextsForm(forms.Form):
    """What stands on the page of the group."""

    question = Text(
        label="Opdracht",
        max_length=400,
        rows=3,
        empty="Schrijf wat de groep wil weten of bereiken.",
    )
    frame = Text(
        label="Kader en criteria",
        max_length=10_000,
        rows=10,
        required=False,
        help_text="Waarom deze groep er is, en waaraan ze zich houdt. Een lege regel "
        "begint een nieuwe alinea.",
    )
    mode = Text(label="Zo besluiten we", max_length=400, rows=3, required=False)
    join_question = Line(
        label="Vraag aan wie mee wil doen", max_length=160, required=False
    )
    seats = forms.ModelMultipleChoiceField(
        Role.objects.all(),
        label="Welke rollen zoeken jullie nog?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": FROM_THE_LIST,
            "invalid_pk_value": FROM_THE_LIST,
        },
    )

    def clean_frame(self):
        return as_html(self.cleaned_data["frame"])


class PhaseForm(forms.Form):
    """Where the group goes, and from when."""

    name = forms.ChoiceField(
        label="Fase", choices=GroupPhase.Name.choices, error_messages=CHOICE
    )
    since = _day("Vanaf")


class MemberForm(forms.Form):
    """What somebody is in the group, and until when."""

    function = forms.ChoiceField(
        label="Rol in de groep",
        choices=Membership.Function.choices,
        error_messages=CHOICE,
    )
    role = Line(
        label="Functie, zoals die bij de naam staat",
        required=False,
        help_text="Leeg: de functie die bij de persoon hoort.",
    )
    until = _day(
        "Lid tot en met",
        required=False,
        help_text="Vertrekt iemand, vul dan de laatste dag in. Daarna is de werkruimte "
        "voor die persoon dicht.",
    )

    def __init__(self, *args, since=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.since = since

    def clean_until(self):
        until = self.cleaned_data["until"]
        if until and self.since and until < self.since:
            raise forms.ValidationError("Iemand vertrekt niet voor die er is.")
        return until
