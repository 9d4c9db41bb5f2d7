"""When an issue goes out."""

from django import forms
from wagtail.admin.widgets import AdminDateTimeInput

from home.dutch import moment


class PlanForm(forms.Form):
    """Empty is now."""

    at = forms.DateTimeField(
        label="Op een later moment",
        required=False,
        widget=AdminDateTimeInput,
        help_text="Laat dit leeg om meteen te versturen.",
        error_messages={"invalid": "Vul een dag en een uur in."},
    )

    def __init__(self, *args, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_at(self):
        at = self.cleaned_data["at"]
        if at and at < self.now:
            raise forms.ValidationError(
                f"Dat is al geweest. Het is nu {moment(self.now)}."
            )
        return at or self.now
