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


class OwnDataForm(forms.Form):
    """The buyer's own name and address; what is on a paper stays on it."""

    name = Line(label="Je naam", empty="Vul je naam in.", autocomplete="name")
    email = Address(
        label="Je e-mailadres",
        help_text="Een ander adres krijgt alles opnieuw. De link van deze pagina en je "
        "kaartje veranderen dan.",
        empty="Vul je e-mailadres in.",
        autocomplete="email",
    )


# by the name that stands before the fields of the form: in the page, and when posted
FORMS: dict[str, type[forms.Form]] = {
    "gast": InviteForm,
    "gastheer": HostForm,
    "ander": OtherGuestForm,
    "adres": AddressForm,
    "over": HandOverForm,
}
