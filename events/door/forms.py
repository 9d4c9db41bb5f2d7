"""What is typed or scanned at the door."""

from django import forms

from home.fields import Line


class SearchForm(forms.Form):
    """A code or a name; a scanner that works as a keyboard types it too."""

    q = Line(label="Code of naam", required=False, max_length=120)


class CheckInForm(forms.Form):
    """Which of the two, and whether a proof of age was seen."""

    person = forms.ChoiceField(choices=[("host", "gastheer"), ("guest", "gast")])
    proof = forms.BooleanField(required=False)

    @property
    def is_guest(self) -> bool:
        return self.cleaned_data["person"] == "guest"
