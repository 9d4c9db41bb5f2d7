"""What an editor says to a writer, and under whose name a piece goes on."""

from typing import Any

from django import forms

from home.fields import Text
from home.models import Person


class NoteForm(forms.Form):
    """A question, or why not."""

    text = Text(
        label="Bericht aan de schrijver",
        max_length=3000,
        empty="Schrijf wat je wilt zeggen.",
    )


class WriterForm(forms.Form):
    """Somebody of that name may be there already; an editor knows who it is."""

    person = forms.ModelChoiceField(
        Person.objects.none(), label="Naam bij het verhaal", required=False
    )
    to_chiefs = forms.BooleanField(
        label="Meteen doorsturen",
        required=False,
        help_text="Naar de eindredactie, die er dan als enige nog in schrijft. Leeg: "
        "het wordt een concept waar jij mee verder gaat.",
    )

    def __init__(self, *args, name: str, **kwargs):
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.queryset = Person.objects.filter(name__iexact=name).order_by("pk")
        field.empty_label = f"Nieuwe persoon: {name}"
        field.label_from_instance = lambda one: f"{one.name}, {one.function}".strip(
            ", "
        )
