"""What an organiser fills in to make an order: for nothing, or paid outside Stripe."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from events.checkout.answers import Buyer
from events.organiser.one_order.forms import CHOOSE, BuyerForm
from events.organiser.one_order.made_by_hand import MOST_PAIRS
from events.tickets.models import DuoTicket
from home import dutch
from home.fields import Address, Line

FOR_WHOM = (
    "Dit adres krijgt de bevestiging, een kaartje als gastheer van het eerste duo, en "
    "de link om gasten en andere gastheren te noemen."
)


class PairsForm(forms.Form):
    """Which type, and how many."""

    ticket = forms.ModelChoiceField(
        DuoTicket.objects.none(),
        label="Duoticket",
        empty_label="Kies een duoticket",
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
        help_text="De verkoop hoeft niet open te zijn. Plaatsen gelden wel.",
    )
    pairs = forms.IntegerField(
        label="Hoeveel duo’s?",
        min_value=1,
        max_value=MOST_PAIRS,
        initial=1,
        error_messages={
            "required": "Vul in hoeveel duo’s het zijn.",
            "invalid": "Vul een getal in.",
            "min_value": "Minstens 1 duo.",
            "max_value": f"Hoogstens {MOST_PAIRS} duo’s tegelijk.",
        },
    )

    def __init__(self, *args, tickets: QuerySet[DuoTicket], **kwargs):
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["ticket"].queryset = tickets


class GivePairsForm(PairsForm):
    """Pairs that cost nothing: for whom, and why."""

    name = Line(label="Naam", empty="Vul de naam in.", help_text="Voor wie ze zijn.")
    email = Address(
        label="E-mailadres", empty="Vul het e-mailadres in.", help_text=FOR_WHOM
    )
    organisation = Line(label="Organisatie", required=False)
    why = Line(
        label="Waarom gratis?",
        max_length=300,
        empty="Schrijf op waarom deze duo’s gratis zijn.",
        help_text="Bijvoorbeeld: spreker, partner. Staat in de geschiedenis.",
    )

    @property
    def to(self) -> Buyer:
        asked = self.cleaned_data
        return Buyer(asked["name"], asked["email"], asked["organisation"])


class SellPairsForm(BuyerForm, PairsForm):
    """Pairs that were paid outside Stripe: by whom, and how the money came."""

    how = Line(
        label="Hoe is er betaald?",
        max_length=280,
        empty="Schrijf op hoe er is betaald.",
        help_text="Bijvoorbeeld: overgemaakt op 3 november, afschrift 12. Staat in de "
        "geschiedenis, niet op de factuur.",
    )
    field_order = ["ticket", "pairs"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["ticket"].label_from_instance = _with_price
        fields["email"].help_text = FOR_WHOM

    @property
    def to(self) -> Buyer:
        ours = {"ticket", "pairs", "how"}
        return Buyer(**{k: v for k, v in self.cleaned_data.items() if k not in ours})


def _with_price(ticket: DuoTicket) -> str:
    """The early price, where there is one, counts when the order is made."""
    return f"{ticket}: {dutch.euro(ticket.price)}"
