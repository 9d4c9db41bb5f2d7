"""What a lead fills in to plan a session, and to change it."""

from typing import Any

from django import forms

from community.questionnaires.models import Question
from community.sessions.access import groups_to_plan_for, keeps_the_agenda
from community.sessions.planning.models import Session
from community.sessions.session_page.services import Invited, Telling
from community.sessions.session_page.starting_points import (
    MOST_QUESTIONS,
    questions_to_start_from,
)
from community.working_groups.group_page import WorkingGroupPage
from home.fields import Line, Text
from home.models import Role

TELLING = ("title", "lead", "goal", "accessibility", "interest")
NEEDED = "Dit moet je nog invullen."
MOMENT = "Vul een dag en een tijd in."


class Moment(forms.DateTimeField):
    """A day and an hour in one field, as a phone asks it."""

    def __init__(self, **kwargs):
        widget = forms.DateTimeInput(
            attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
        )
        errors = {"required": MOMENT, "invalid": MOMENT}
        super().__init__(widget=widget, error_messages=errors, **kwargs)


class Questions(forms.ModelMultipleChoiceField):
    """Each with where it was asked."""

    def label_from_instance(self, question):
        return f"{question}\nuit ‘{question.questionnaire}’"


class SessionForm(forms.ModelForm):
    """The session itself, and what its page says of it."""

    title = Line(label="Titel", max_length=120, empty=NEEDED)
    lead = Text(
        label="Waar gaat het over?",
        max_length=400,
        rows=4,
        empty="Schrijf in een paar zinnen waar het over gaat.",
    )
    starts_at = Moment(label="Begint")
    ends_at = Moment(label="Eindigt")
    capacity = forms.IntegerField(
        label="Aantal plekken",
        min_value=1,
        max_value=1000,
        initial=16,
        widget=forms.NumberInput(attrs={"class": "short"}),
        error_messages={
            "required": "Vul in hoeveel mensen erbij kunnen.",
            "invalid": "Vul een getal in.",
            "min_value": "Er moet minstens 1 plek zijn.",
            "max_value": "Hoogstens %(limit_value)d plekken.",
        },
    )
    place = Line(label="Plaats", max_length=160, needed=True)
    link = forms.URLField(
        label="Link voor wie meedoet",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Alleen te zien voor wie een plek heeft.",
        error_messages={"invalid": "Dit is geen link. Begin met https://."},
    )
    question = Line(
        label="Het ene thema",
        max_length=200,
        needed=True,
        help_text="Een kampvuur gaat over één vraag.",
    )
    decider = Line(
        label="Wie besluit?",
        needed=True,
        help_text="Een naam, of ‘de groep’. Bij een kampvuur staat dit vooraf vast.",
    )
    goal = Line(label="Wat levert het op, en voor wie?", max_length=300, required=False)
    accessibility = Line(label="Toegankelijkheid", max_length=300, required=False)
    interest = Line(
        label="Belang",
        max_length=300,
        required=False,
        help_text="Wie betaalt mee of verdient hieraan?",
    )
    starts_from = Questions(
        Question.objects.none(),
        label="Begint bij deze vragen",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=f"Uit jullie vragenlijsten, hoogstens {MOST_QUESTIONS}. Wat mensen "
        "antwoordden, staat dan op de pagina.",
        error_messages={"invalid_choice": "Die vraag kan hier niet bij. Kies opnieuw."},
    )
    roles = forms.ModelMultipleChoiceField(
        Role.objects.none(),
        label="Vooral voor",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    field_order = [
        *("title", "lead", "group", "format", "question", "mode", "decider"),
        *("starts_at", "ends_at", "form", "place", "link", "capacity", "roles"),
        "starts_from",
        *("goal", "accessibility", "interest", "takes_questions", "screened"),
    ]

    class Meta:
        model = Session
        fields = [
            *("group", "format", "form", "starts_at", "ends_at", "place", "link"),
            *("question", "mode", "decider", "takes_questions", "screened"),
        ]
        labels = {
            "group": "Werkgroep",
            "format": "Soort",
            "form": "Vorm",
            "mode": "Zo besluiten we",
            "takes_questions": "Kijkers kunnen vragen stellen",
            "screened": "Een vraag is pas te zien als de buzzmaster hem doorlaat",
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["roles"].queryset = Role.objects.all()
        groups = groups_to_plan_for(user)
        own = WorkingGroupPage.objects.filter(pk=self.instance.group_id)
        fields["group"].queryset = groups | own  # it may be private by now
        fields["starts_from"].queryset = questions_to_start_from(groups, self.instance)
        if not fields["starts_from"].queryset.exists():
            del fields["starts_from"]
        fields["group"].required = not keeps_the_agenda(user)
        fields["mode"].required = False
        fields["mode"].needed = True

    def clean_starts_from(self):
        chosen = self.cleaned_data["starts_from"]
        if len(chosen) > MOST_QUESTIONS:
            raise forms.ValidationError(f"Kies er hoogstens {MOST_QUESTIONS}.")
        return chosen

    def clean(self):
        """Said at the field; the database says it too."""
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if begins and ends and ends <= begins:
            self.add_error("ends_at", "Dit is niet later dan het begin.")
        if cleaned.get("form") != Session.Form.ONLINE and not cleaned.get("place"):
            self.add_error("place", "Waar is het?")
        if cleaned.get("format") == Session.Format.CAMPFIRE:
            for name, ask in CAMPFIRE.items():
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, ask)
        return cleaned

    def _get_validation_exclusions(self):
        """Constraints over these fields are asked above, at the field itself."""
        asked = {"ends_at", "place", "question"}
        return super()._get_validation_exclusions() | asked  # type: ignore[misc]

    @property
    def telling(self) -> Telling:
        return Telling(**{name: self.cleaned_data[name] for name in TELLING})

    @property
    def invited(self) -> Invited:
        said = self.cleaned_data
        return Invited(
            said["capacity"], list(said["roles"]), list(said.get("starts_from", ()))
        )


CAMPFIRE = {
    "question": "Waar gaat dit kampvuur over? Eén vraag of één thema.",
    "mode": "Zeg vooraf hoe jullie besluiten.",
    "decider": "Zeg vooraf wie besluit.",
}


class WhyForm(forms.Form):
    """Why a session does not happen; everybody reads it."""

    why = Text(
        label="Waarom gaat het niet door?",
        max_length=300,
        rows=3,
        empty="Schrijf in één zin waarom.",
    )
