"""Which pairs somebody gives back, and who somebody is who withdraws."""

from decimal import Decimal

from django import forms

from home.fields import Address, Line


class ChosenForm(forms.Form):
    """The pairs that were ticked, and what the page said would come back."""

    back = forms.DecimalField(
        required=False, min_value=0, max_value=Decimal(10**8), decimal_places=2
    )

    def __init__(self, data, *, numbers: list[int]):
        super().__init__(data)
        self.fields["duo"] = forms.TypedMultipleChoiceField(
            coerce=int,
            required=False,
            choices=[(number, number) for number in numbers],
        )


class WithdrawForm(forms.Form):
    """All that may be asked: a name, the contract, an address for the receipt (L4)."""

    name = Line(label="Je naam", autocomplete="name", empty="Vul je naam in.")
    reference = Line(
        label="Bestelnummer",
        max_length=20,
        empty="Vul het bestelnummer in.",
        help_text="8 letters en cijfers; het staat in de bevestiging.",
    )
    email = Address(
        label="E-mailadres waarmee je bestelde",
        autocomplete="email",
        empty="Vul het e-mailadres in.",
    )

    def clean_reference(self) -> str:
        return "".join(self.cleaned_data["reference"].split()).upper()
