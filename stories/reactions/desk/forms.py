"""A decision of a moderator."""

from django import forms

from stories.reactions.models import A_RULE, Comment, Ruling


class RulingForm(forms.Form):
    """What about which comment; hiding asks for a ground."""

    comment = forms.ModelChoiceField(Comment.objects.all())
    act = forms.ChoiceField(choices=Ruling.Act.choices)
    ground = forms.ChoiceField(
        choices=[
            ("", "Kies een grond"),
            *((rule.value, rule.label) for rule in A_RULE),
        ],
        required=False,
    )

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
