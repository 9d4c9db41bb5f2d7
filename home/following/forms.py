"""For which kinds of notices somebody wants a mail."""

from django import forms

from home.following.registry import kinds


class SwitchForm(forms.Form):
    by_mail = forms.MultipleChoiceField(
        label="Mail me, hoogstens één keer per dag, over",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(name, kind.label) for name, kind in kinds().items()]
        self.fields["by_mail"].choices = choices  # type: ignore[attr-defined]
