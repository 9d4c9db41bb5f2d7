"""What is typed or scanned at the door."""

from django import forms

from home.fields import Line


class SearchForm(forms.Form):
    """A code or a name; a scanner that works as a keyboard types it too."""

    q = Line(label="Code of naam", required=False, max_length=120)


class CheckInForm(forms.Form):
    """Whose ticket it is, who of the pair comes along, and if a proof was seen."""

    code = forms.CharField(max_length=32)
    other = forms.CharField(max_length=32, required=False)
    proof = forms.BooleanField(required=False)
