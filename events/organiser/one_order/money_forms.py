"""Which pairs go, what comes back, and why."""

from decimal import Decimal
from typing import Any

from django import forms

from events.cancellations.services import Back
from home.fields import Line

CHOOSE = "Kies een van de antwoorden."


class WhyForm(forms.Form):
    """What a colleague wants to know later."""

    why = Line(
        label="Waarom?",
        max_length=300,
        empty="Schrijf op waarom.",
        help_text="Staat in de geschiedenis, niet in de mail.",
    )


class CancelForm(WhyForm):
    """Whole pairs only (rule 1)."""

    pairs = forms.TypedMultipleChoiceField(
        label="Welke duo’s?",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Kies minstens één duo.",
            "invalid_choice": "Dit duo is niet (meer) verkocht.",
        },
    )
    back = forms.TypedChoiceField(
        label="Wat krijgt de koper terug?",
        coerce=Back,
        widget=forms.RadioSelect,
        choices=[
            (Back.ALL.value, "Alles"),
            (Back.BY_THE_RULES.value, "Volgens de regels van de bestelling"),
            (Back.NOTHING.value, "Niets"),
        ],
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    field_order = ["pairs", "back", "why"]

    def __init__(self, *args, pairs: list[tuple[int, str]], **kwargs):
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["pairs"].choices = pairs


class RefundForm(WhyForm):
    """An amount, at most what is left."""

    amount = forms.DecimalField(
        label="Bedrag in euro’s",
        min_value=Decimal("0.01"),
        max_digits=8,
        decimal_places=2,
        localize=True,
        error_messages={
            "required": "Vul het bedrag in.",
            "invalid": "Vul een bedrag in, bijvoorbeeld 25,00.",
            "min_value": "Minstens € 0,01.",
            "max_digits": "Dit is te veel.",
            "max_whole_digits": "Dit is te veel.",
            "max_decimal_places": "Hoogstens twee cijfers achter de komma.",
        },
    )
    field_order = ["amount", "why"]
