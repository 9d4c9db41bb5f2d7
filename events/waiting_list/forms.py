"""Who wants to wait, and for what."""

from typing import Any

from django import forms

from events.tickets.models import DuoTicket, Event
from home.fields import Address, Line


class JoinForm(forms.Form):
    """Two questions, and a third where there is something to choose."""

    name = Line(label="Je naam", autocomplete="name", empty="Vul je naam in.")
    email = Address(
        label="Je e-mailadres",
        autocomplete="email",
        empty="Vul je e-mailadres in.",
        help_text="Komt er een plaats vrij, dan mailen we je daar.",
    )
    ticket = forms.ModelChoiceField(
        DuoTicket.objects.none(),
        label="Voor welk duoticket?",
        empty_label="Welk duoticket er ook vrijkomt",
        required=False,
        error_messages={"invalid_choice": "Kies een duoticket uit de lijst."},
    )

    def __init__(self, *args, event: Event, **kwargs):
        super().__init__(*args, **kwargs)
        alone = DuoTicket.objects.filter(event=event, least_pairs=1)
        tickets = alone.filter(only_with_code=False).in_order()
        fields: dict[str, Any] = self.fields
        fields["ticket"].queryset = tickets
        fields["ticket"].label_from_instance = lambda ticket: ticket.name
        fields["ticket"].needed = True  # no "(niet verplicht)": leaving it is an answer
        if len(tickets) < 2:
            del self.fields["ticket"]
