"""A note, and a document for the members."""

from pathlib import PurePath

from django import forms
from django.conf import settings

from home.fields import Line, Text

MOST_BYTES = 20 * 1024 * 1024


class NoteForm(forms.Form):
    """`seen` is what its writer began with: nobody writes over what they never saw."""

    title = Line(label="Titel", empty="Geef de notitie een titel.")
    text = Text(
        label="Notitie",
        max_length=20_000,
        rows=16,
        empty="Schrijf iets.",
        help_text="Een lege regel begint een nieuwe alinea. Met ## begint een "
        "tussenkop, met - een opsomming.",
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class GroupFileField(forms.FileField):
    """A kind of file that the library of the site takes too."""

    default_error_messages = {
        "required": "Kies een bestand.",
        "empty": "Dit bestand is leeg.",
        "max_length": "De naam van dit bestand is te lang.",
        "invalid": "Kies een bestand.",
        "missing": "Kies een bestand.",
    }

    def __init__(self, **kwargs):
        help_text = "Hoogstens 20 MB: pdf, docx, odt, pptx, xlsx, ods, csv of txt."
        super().__init__(**{"max_length": 120, "help_text": help_text, **kwargs})

    def to_python(self, data):
        file = super().to_python(data)
        if file is None:
            return None
        kind = PurePath(file.name or "").suffix.lower().removeprefix(".")
        if kind not in settings.WAGTAILDOCS_EXTENSIONS:
            raise forms.ValidationError(
                "Zo’n bestand nemen we niet aan. Maak er een pdf van."
            )
        if file.size > MOST_BYTES:
            raise forms.ValidationError("Dit bestand is groter dan 20 MB.")
        return file


class FileForm(forms.Form):
    """A document for the members."""

    title = Line(label="Titel", empty="Geef het document een titel.")
    file = GroupFileField(label="Bestand")
