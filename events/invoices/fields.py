"""The form field for a btw-id."""

from django import forms
from stdnum.eu import vat
from stdnum.exceptions import ValidationError as NotAVatNumber

from home.fields import Line


class VatId(Line):
    """Whether it can exist is checked here, without asking anybody; may be empty."""

    def __init__(self, **kwargs):
        super().__init__(label="Btw-id", max_length=30, required=False, **kwargs)

    def clean(self, value):
        typed = super().clean(value)
        if not typed:
            return ""
        try:
            return vat.validate(typed)
        except NotAVatNumber as error:
            raise forms.ValidationError(
                "Dit btw-id bestaat niet. Kijk het na, of laat het leeg."
            ) from error
