"""What a lead writes with a decision."""

from typing import cast

from django import forms

from community.points.forms import REASONS
from community.points.models import Point
from home.fields import Line, Text

Status = Point.Status
STEPS = [Status.CHOSEN, Status.WORKED_OUT, Status.DONE, Status.DECLINED]
CHOOSE = {"required": "Kies er één.", "invalid_choice": "Kies uit de lijst."}


class AnswerForm(forms.Form):
    """A step, and always why."""

    status = forms.ChoiceField(
        label="Hoe ver is het?",
        choices=[(step.value, step.label.capitalize()) for step in STEPS],
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    text = Text(
        label="Jullie antwoord",
        help_text="Iedereen leest dit, en wie het indiende krijgt het per mail.",
        max_length=2000,
        rows=6,
        empty="Schrijf waarom. Zonder antwoord verandert de stand niet.",
    )


class HideForm(forms.Form):
    """The house rule that it breaks."""

    ground = forms.ChoiceField(
        label="Welke huisregel?",
        choices=REASONS,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )


class MergeForm(forms.Form):
    """Where it goes on, in which words its writer reads that."""

    into = forms.ModelChoiceField(
        label="In welk punt gaat het op?",
        queryset=Point.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": "Kies het punt waarin dit opgaat. Zoek het eerst.",
            "invalid_choice": "Dat punt staat er niet meer. Zoek een ander.",
        },
    )
    text = Text(
        label="Waarom hoort het daarbij?",
        help_text="Iedereen leest dit, en wie het indiende krijgt het per mail.",
        max_length=2000,
        rows=4,
        empty="Schrijf in één zin waarom het daarbij hoort.",
    )

    def __init__(self, *args, points, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer(points)

    def offer(self, points):
        """Those to choose from; on the screen fewer than may be chosen."""
        cast(forms.ModelChoiceField, self.fields["into"]).queryset = points


class NotedForm(forms.Form):
    """A point that a lead takes over from elsewhere."""

    title = Line(
        label="Wat zou er anders moeten?",
        help_text="In één zin.",
        empty="Schrijf het punt in één zin.",
    )
    text = Text(label="Toelichting", max_length=2000, required=False, rows=6)
