"""What we ask of the owner."""

from django import forms

from community.follow_up.models import Report
from home.fields import Line, Text


class ReportForm(forms.Form):
    """Short: it is read under the outcome."""

    answer = Text(
        label="Hoe staat het ervoor?",
        max_length=1000,
        rows=5,
        empty="Schrijf in een paar zinnen hoe het ervoor staat.",
        help_text="Iedereen leest dit op de pagina van de uitkomst.",
    )
    progress = forms.IntegerField(
        label="Voortgang in procenten",
        min_value=0,
        max_value=100,
        error_messages={
            "required": "Vul een getal van 0 tot en met 100 in.",
            "invalid": "Vul een getal van 0 tot en met 100 in.",
            "min_value": "Vul een getal van 0 tot en met 100 in.",
            "max_value": "Vul een getal van 0 tot en met 100 in.",
        },
    )
    next_step = Line(
        label="Wat is de volgende stap?",
        max_length=200,
        empty="Schrijf wat er nu gebeurt.",
    )
    due = forms.DateField(
        label="Wanneer vragen we het weer?",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Dit is geen datum. Het lijkt op 10-03-2027."},
    )

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_due(self):
        due = self.cleaned_data["due"]
        if due and due <= self.today:
            raise forms.ValidationError("Kies een dag die nog komt.")
        return due

    @property
    def report(self) -> Report:
        return Report(**self.cleaned_data)
