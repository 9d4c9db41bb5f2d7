"""What a buyer may still fill in after paying."""

from django import forms

from events.guests.forms import AddressForm, HandOverForm, InviteForm, OtherGuestForm
from home.fields import Address, Line


class HostForm(forms.Form):
    """Who hosts a pair that has no host yet (rule 6)."""

    name = Line(label="Naam van de gastheer", empty="Vul de naam in.")
    email = Address(
        label="E-mailadres van de gastheer",
        help_text="Hier sturen we het kaartje naartoe.",
        empty="Vul het e-mailadres in.",
    )


# by the name that stands before the fields of the form: in the page, and when posted
FORMS: dict[str, type[forms.Form]] = {
    "gast": InviteForm,
    "gastheer": HostForm,
    "ander": OtherGuestForm,
    "adres": AddressForm,
    "over": HandOverForm,
}
