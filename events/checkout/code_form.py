"""The field for a code, and what is wrong with what was typed in it."""

from django import forms

from events.vouchers.services import (
    NeedsCode,
    NoSuchCode,
    NotValidNow,
    OtherType,
    UsedUp,
    VoucherRefused,
)
from home.fields import Line

TOO_OFTEN = "Vanaf jouw verbinding zijn veel codes geprobeerd. Wacht 10 minuten."


WHY_NOT = {
    NoSuchCode: "Deze code kennen we niet. Kijk hem nog eens na.",
    NotValidNow: "Deze code geldt nu niet.",
    OtherType: "Deze code geldt voor een ander duoticket.",
    NeedsCode: "Dit duoticket is er alleen met een code.",
}


class CodeForm(forms.Form):
    """Stands beside the order form, and goes along with it."""

    code = Line(
        label="Kortingscode",
        required=False,
        max_length=160,
        widget=forms.TextInput(
            attrs={"form": "bestelling", "autocomplete": "off", "class": "short"}
        ),
    )


def why_not(refusal: VoucherRefused) -> str:
    """What a buyer can do something with."""
    match refusal:
        case UsedUp(left=0):
            return "Deze code is al op."
        case UsedUp(left=1):
            return "Deze code geldt nog voor 1 duo. Kies een kleiner aantal."
        case UsedUp(left=left):
            return f"Deze code geldt nog voor {left} duo’s. Kies een kleiner aantal."
    return WHY_NOT[type(refusal)]
