"""Why an organiser decides so."""

from django import forms

from home.fields import Line


class DecisionForm(forms.Form):
    """A short note; whether it is needed depends on the act."""

    note = Line(label="Notitie", max_length=280, required=False)
