"""What an organiser writes, before and after looking at it."""

import uuid

from django import forms

from events.organiser.messages.models import Message
from home.fields import Line, Text

CHOOSE = "Kies aan wie je schrijft."


class MessageForm(forms.Form):
    """Plain text; an address in it becomes a link."""

    to = forms.ChoiceField(
        label="Aan",
        widget=forms.RadioSelect,
        choices=Message.To.choices,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    subject = Line(label="Onderwerp", empty="Vul het onderwerp in.")
    text = Text(
        label="Tekst",
        max_length=5000,
        rows=12,
        empty="Schrijf het bericht.",
        help_text="‘Dag’ met de naam staat er al boven, de link naar de eigen pagina "
        "onder. Een adres dat met https:// begint wordt een link.",
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
