"""What a lead fills in: which points, when, and afterwards what follows."""

from typing import cast

from django import forms

from community.points.models import Point
from community.questionnaires.desk.forms import day_field, evening, morning
from community.rankings.services import FEWEST, Plan
from home.fields import Line, Text
from home.models import Person

MOST = 20


class RankingForm(forms.Form):
    """At least three points, in a couple of days."""

    title = Line(label="Titel", empty="Geef de rangschikking een titel.")
    intro = Text(
        label="Inleiding",
        help_text="Waarom je dit vraagt, wat er met de uitslag gebeurt en wie beslist.",
        max_length=1000,
        rows=4,
        empty="Schrijf waarom je dit vraagt, en wie daarna beslist.",
    )
    opens_on = day_field("Open vanaf", "Kies vanaf welke dag.")
    closes_on = day_field("Open tot en met", "Kies tot en met welke dag.")
    points = forms.ModelMultipleChoiceField(
        label="Welke punten?",
        help_text=f"Minstens {FEWEST}, hoogstens {MOST}.",
        queryset=Point.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": f"Kies minstens {FEWEST} punten.",
            "invalid_choice": "Een van die punten staat er niet meer. Kies opnieuw.",
            "invalid_pk_value": "Kies uit de lijst.",
        },
    )

    def __init__(self, *args, points, **kwargs):
        super().__init__(*args, **kwargs)
        cast(forms.ModelMultipleChoiceField, self.fields["points"]).queryset = points

    def clean_points(self):
        points = self.cleaned_data["points"]
        if not FEWEST <= len(points) <= MOST:
            raise forms.ValidationError(
                f"Kies minstens {FEWEST} en hoogstens {MOST} punten."
            )
        return points

    def clean(self):
        said = super().clean() or {}
        opens, closes = said.get("opens_on"), said.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", "Dat is vóór de dag waarop hij opengaat.")
        return said

    @property
    def plan(self) -> Plan:
        said = self.cleaned_data
        opens_at, closes_at = morning(said["opens_on"]), evening(said["closes_on"])
        return Plan(said["title"], said["intro"], opens_at, closes_at)


class ConclusionForm(forms.Form):
    """All three, or it is not published."""

    conclusion = Text(
        label="Wat volgt hieruit?",
        help_text="Wat jullie kiezen en waarom, ook als het niet nummer 1 is.",
        max_length=2000,
        rows=6,
        empty="Schrijf wat hieruit volgt. Een uitslag spreekt niet voor zich.",
    )
    next_step = Line(
        label="De volgende stap",
        max_length=300,
        empty="Schrijf wat de eerste stap is.",
    )
    owner = forms.ModelChoiceField(
        label="Wie pakt het op?",
        queryset=Person.objects.none(),
        empty_label="Kies iemand uit de groep",
        error_messages={
            "required": "Kies wie het oppakt.",
            "invalid_choice": "Die persoon zit niet (meer) in de groep.",
        },
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["owner"]).queryset = people
