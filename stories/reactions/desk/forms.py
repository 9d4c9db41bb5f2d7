"""A decision of a moderator."""

from typing import Any

from django import forms

from stories.reactions.models import A_RULE, Comment, Ruling, Said


class RulingForm(forms.Form):
    """What about which words; hiding asks for a ground."""

    said = forms.ModelChoiceField(Comment.objects.none())
    act = forms.ChoiceField(choices=Ruling.Act.choices)
    ground = forms.ChoiceField(
        choices=[
            ("", "Kies een grond"),
            *((rule.value, rule.label) for rule in A_RULE),
        ],
        required=False,
    )

    def __init__(self, *args, of: type[Said], **kwargs):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["said"]
        field.queryset = of._default_manager.all()

    def clean(self):
        said = super().clean() or {}
        if said.get("act") != Ruling.Act.HIDE:
            said["ground"] = ""
        elif not said.get("ground"):
            self.add_error("ground", "Kies een grond om te verbergen.")
        return said

    @property
    def reasons(self) -> list[str]:
        """Why nothing was decided."""
        return [str(text) for errors in self.errors.values() for text in errors]
