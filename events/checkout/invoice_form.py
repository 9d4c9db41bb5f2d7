"""For whom the invoice is: a person, or an organisation with its address."""

from django import forms

from events.invoices.fields import VatId
from events.orders.models import Order
from home.fields import Line

PRIVATE, BUSINESS = "private", "business"
CHOOSE = "Kies een van de antwoorden."


class InvoiceForm(forms.Form):
    """What art. 35a Wet OB wants on an invoice; of a private buyer we ask nothing."""

    kind = forms.ChoiceField(
        label="Voor wie is de factuur?",
        widget=forms.RadioSelect,
        choices=[
            (PRIVATE, "Voor mijzelf"),
            (BUSINESS, "Voor mijn organisatie\nMet adres, btw-id en jullie kenmerk."),
        ],
        initial=PRIVATE,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    organisation = Line(
        label="Naam van de organisatie", autocomplete="organization", needed=True
    )
    street = Line(
        label="Straat en huisnummer", autocomplete="street-address", needed=True
    )
    postal_code = Line(
        label="Postcode",
        autocomplete="postal-code",
        max_length=12,
        needed=True,
        short=True,
    )
    city = Line(
        label="Plaats", autocomplete="address-level2", max_length=80, needed=True
    )
    vat_id = VatId(help_text="Bijvoorbeeld NL123456789B13.")
    purchase_order = Line(
        label="Kenmerk of inkoopnummer",
        max_length=60,
        required=False,
        help_text="Dat zetten we op de factuur.",
    )

    @classmethod
    def remembered(cls, order: Order) -> dict[str, str]:
        """What was typed before, when the buyer comes back to the form."""
        if not order.organisation:
            return {}
        names = [name for name in cls.base_fields if name != "kind"]
        return {"kind": BUSINESS} | {name: getattr(order, name) for name in names}

    def clean(self):
        """An organisation has a name and an address; a private buyer needs neither."""
        super().clean()
        asked = self.cleaned_data
        if asked.get("kind") != BUSINESS:
            for name in self.fields.keys() - {"kind"}:
                self.errors.pop(name, None)
            return asked
        for name, sentence in {
            "organisation": "Vul de naam van je organisatie in.",
            "street": "Vul de straat en het huisnummer in.",
            "postal_code": "Vul de postcode in.",
            "city": "Vul de plaats in.",
        }.items():
            if not asked.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return asked

    def answers(self) -> dict[str, str]:
        """Empty strings where the buyer is a private person."""
        asked = self.cleaned_data
        names = [name for name in self.fields if name != "kind"]
        if asked["kind"] != BUSINESS:
            return dict.fromkeys(names, "")
        return {name: asked.get(name, "") for name in names}
