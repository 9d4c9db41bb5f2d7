"""What an organiser fills in to do something about one order."""

from typing import Any

from django import forms

from events.invoices.fields import VatId
from home.fields import Address, Line, Text

LONGEST_NOTE = 1000
CHOOSE = "Kies een van de antwoorden."


class NoteForm(forms.Form):
    """For colleagues."""

    text = Text(
        label="Notitie",
        max_length=LONGEST_NOTE,
        rows=5,
        empty="Schrijf op wat je wilt onthouden.",
        help_text="Alleen organisatoren van dit evenement lezen dit. Schrijf niets op "
        "wat iemand niet over zichzelf zou willen teruglezen.",
    )


class SendAgainForm(forms.Form):
    """Which mail goes out once more."""

    what = forms.ChoiceField(
        label="Wat wil je nog eens sturen?",
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    def __init__(self, *args, sendable: dict[str, str], **kwargs):
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields  # each has more to set than a Field
        fields["what"].choices = [
            (key, f"{words[0].upper()}{words[1:]}") for key, words in sendable.items()
        ]


class PersonForm(forms.Form):
    """A name and an address, and for whom: the same person or another one."""

    SAME, OTHER = "same", "other"

    name = Line(label="Naam", empty="Vul de naam in.")
    email = Address(label="E-mailadres", empty="Vul het e-mailadres in.")
    who = forms.ChoiceField(
        label="Wie is dit?",
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    def __init__(self, *args, someone: bool, **kwargs):
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        if someone:
            fields["who"].choices = [
                (self.SAME, "Dezelfde persoon, maar het stond er verkeerd"),
                (self.OTHER, "Iemand anders, die in de plaats komt"),
            ]
        else:
            del fields["who"]

    @property
    def is_other(self) -> bool:
        return self.cleaned_data.get("who") == self.OTHER


class BuyerForm(forms.Form):
    """Who bought, and what stands on a next paper."""

    name = Line(label="Naam van de koper", empty="Vul de naam in.")
    email = Address(label="E-mailadres van de koper", empty="Vul het e-mailadres in.")
    organisation = Line(label="Organisatie", required=False)
    street = Line(label="Straat en huisnummer", required=False)
    postal_code = Line(label="Postcode", max_length=12, required=False)
    city = Line(label="Plaats", max_length=80, required=False)
    vat_id = VatId()
    purchase_order = Line(
        label="Kenmerk of inkoopnummer", max_length=60, required=False
    )

    def clean(self):
        super().clean()
        asked = self.cleaned_data
        if asked.get("organisation"):
            for field in ("street", "postal_code", "city"):
                if not asked.get(field) and field not in self.errors:
                    self.add_error(field, "Een organisatie heeft een heel adres nodig.")
        return asked
