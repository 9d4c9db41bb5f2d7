"""A decision of a moderator."""

from typing import Any

from django import forms

from stories.reactions.models import A_RULE, Comment, Ruling, Said

TERMS = [("30", "30 dagen"), ("180", "een half jaar"), ("365", "een jaar")]


class RulingForm(forms.Form):
    """What about which words; hiding and banning ask for a ground."""

    ON_A_GROUND = {Ruling.Act.HIDE: "verbergen", Ruling.Act.BAN: "weren"}

    said = forms.ModelChoiceField(Comment.objects.none())
    act = forms.ChoiceField(choices=Ruling.Act.choices)
    ground = forms.ChoiceField(
        choices=[
            ("", "Kies een grond"),
            *((rule.value, rule.label) for rule in A_RULE),
        ],
        required=False,
    )
    days = forms.TypedChoiceField(choices=TERMS, coerce=int, required=False)

    def __init__(self, *args, of: type[Said], **kwargs):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["said"]
        field.queryset = of._default_manager.all()

    def clean(self):
        said = super().clean() or {}
        act = said.get("act")
        if act not in self.ON_A_GROUND:
            said["ground"] = ""
        elif not said.get("ground"):
            self.add_error("ground", f"Kies een grond om te {self.ON_A_GROUND[act]}.")
        if act == Ruling.Act.BAN and not said.get("days"):
            self.add_error("days", "Kies hoe lang.")
        return said

    @property
    def reasons(self) -> list[str]:
        """Why nothing was decided."""
        return [str(text) for errors in self.errors.values() for text in errors]
