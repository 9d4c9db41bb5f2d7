"""What we ask of a photo that comes with a piece; apart, since it needs the models."""

from typing import Any

from django import forms

from home.fields import Line
from home.pages.photo import Photo
from home.pages.photo_form import PhotoFile


class Rights(forms.ChoiceField):
    """Asked only with a file: so no "(niet verplicht)" at its label."""

    needed = True


class SentPhotoForm(forms.Form):
    """A photo may come along with every save; without a file nothing is asked."""

    file = PhotoFile(label="Foto", required=False)
    credit = Line(
        label="Wie maakte de foto?",
        max_length=120,
        needed=True,
        help_text="Die naam komt eronder: ‘Beeld: …’.",
    )
    note = Line(
        label="Wat moet de lezer weten?",
        max_length=255,
        required=False,
        help_text="Bijvoorbeeld: deze foto is vóór de verhuizing genomen.",
    )
    rights = Rights(
        label="Mag de foto op de site?",
        choices=[
            (Photo.Rights.OWN.value, "Ja, ik maakte hem zelf"),
            (Photo.Rights.PERMISSION.value, "Ja, wie hem maakte vindt het goed"),
        ],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": "Kies uit de lijst."},
    )

    prefix = "foto"

    @property
    def is_sent(self) -> bool:
        return bool(self.files.get(self.add_prefix("file")))

    def clean(self):
        said: dict[str, Any] = super().clean() or {}
        if self.is_sent and not said.get("credit"):
            self.add_error("credit", "Vul in wie de foto maakte.")
        if self.is_sent and not said.get("rights") and "rights" not in self.errors:
            self.add_error("rights", "Zeg of de foto op de site mag.")
        return said
