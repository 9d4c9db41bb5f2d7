"""Which address wants its links."""

from django import forms

from home.fields import Address


class LinkForm(forms.Form):
    """One question; the answer is the same for everybody."""

    email = Address(
        label="Je e-mailadres",
        autocomplete="email",
        empty="Vul je e-mailadres in.",
        help_text="Het adres waar je kaartje, bestelling of uitnodiging heen ging.",
    )
