"""What we ask of a buyer: who buys, and per pair who hosts and who comes along."""

from datetime import datetime
from typing import Self, cast

from django import forms

from events.checkout.answers import Buyer, Duo
from events.checkout.code_form import CodeForm
from events.checkout.invoice_form import InvoiceForm
from events.orders.models import Order
from events.tickets.models import MOST_PAIRS
from home.fields import Address, Line

CHOOSE = "Kies een van de antwoorden."
NOW, LATER, ME = "now", "later", "me"
HOSTS = [
    (ME, "Ik ben zelf de gastheer"),
    (NOW, "Iemand anders\nDie krijgt een eigen kaartje en een eigen link."),
    (LATER, "Dat weet ik nog niet\nJe geeft het later door."),
]
GUESTS = [
    (NOW, "Ik weet al wie\nDe gast krijgt een eigen link als je bestelling rond is."),
    (LATER, "Dat komt later\nJe nodigt iemand uit vanaf je bestelpagina."),
]


class BuyerForm(forms.Form):
    """Who buys. The places are held already; what they cost, the order knows."""

    name = Line(
        label="Voor- en achternaam", autocomplete="name", empty="Vul je naam in."
    )
    email = Address(
        label="E-mailadres",
        autocomplete="email",
        help_text="Hier sturen we je bestelling naartoe.",
        empty="Vul je e-mailadres in, anders kunnen we je niets sturen.",
    )

    def buyer(self, invoice: dict[str, str]) -> Buyer:
        """Together with what the invoice form answered."""
        asked = self.cleaned_data
        return Buyer(asked["name"], asked["email"], **invoice)


class DuoForm(forms.Form):
    """One pair: its host and its guest, now or later (rules 3 and 6)."""

    host = forms.ChoiceField(
        label="Wie is de gastheer?",
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    host_name = Line(label="Naam van de gastheer", needed=True)
    host_email = Address(label="E-mailadres van de gastheer", needed=True)
    guest = forms.ChoiceField(
        label="Wie komt er als gast mee?",
        widget=forms.RadioSelect,
        initial=NOW,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    guest_name = Line(label="Naam van de gast", needed=True)
    guest_email = Address(label="E-mailadres van de gast", needed=True)

    def __init__(self, data=None, *, number: int, may_wait=True, initial=None):
        super().__init__(data, prefix=f"duo{number}", initial=initial)
        self.number = number
        self.of_which = f" van duo {number}" if number > 1 else ""
        self.may_wait = may_wait
        first = number == 1
        self._offer("host", HOSTS if first else HOSTS[1:])
        self._offer("guest", GUESTS)
        self.fields["host"].initial = ME if first else LATER
        # who orders for five knows few of the guests yet
        self.fields["guest"].initial = NOW if first else LATER
        if not may_wait:  # who is not named now can not be named any more (rule 5)
            self.fields["guest"].help_text = "Na je bestelling kan dit niet meer."
            for who in ("host", "guest"):
                if self.get_initial_for_field(self.fields[who], who) == LATER:
                    self.initial[who] = NOW

    def _offer(self, who: str, choices: list[tuple[str, str]]) -> None:
        offered = [each for each in choices if self.may_wait or each[0] != LATER]
        field = cast(forms.ChoiceField, self.fields[who])
        field.choices = offered
        name = {"host": "gastheer", "guest": "gast"}[who]
        field.error_messages["required"] = f"Kies wie de {name}{self.of_which} is."
        self.fields[f"{who}_email"].error_messages["invalid"] = (
            f"Het e-mailadres van de {name}{self.of_which} klopt niet. Het lijkt op "
            "naam@voorbeeld.nl."
        )

    @classmethod
    def remembered(cls, pair) -> dict:
        """What was typed before, when the buyer comes back to the form."""
        if not pair.order.agreed_at:
            return {}
        guest = pair.guest
        host = NOW if pair.has_a_host else LATER
        buyer = (pair.order.buyer_name, pair.order.buyer_email)
        if pair.number == 1 and (pair.host_name, pair.host_email) == buyer:
            host = ME
        return {
            "host": host,
            "host_name": pair.host_name if host == NOW else "",
            "host_email": pair.host_email if host == NOW else "",
            "guest": NOW if guest else LATER,
            "guest_name": guest.name if guest else "",
            "guest_email": guest.email if guest else "",
        }

    def clean(self):
        """The fields of the choice that was made are required, the others not read."""
        super().clean()
        asked = self.cleaned_data
        for who, words in (("host", "de gastheer"), ("guest", "de gast")):
            for part, word in (("name", "de naam"), ("email", "het e-mailadres")):
                field = f"{who}_{part}"
                if asked.get(who) != NOW:
                    self.errors.pop(field, None)
                elif not asked.get(field) and field not in self.errors:
                    self.add_error(field, self._missing(word, words))
        return asked

    def _missing(self, what: str, who: str) -> str:
        way_out = ", of kies dat het later komt" if self.may_wait else ""
        return f"Vul {what} van {who}{self.of_which} in{way_out}."

    def duo(self, buyer: Buyer) -> Duo:
        """The pair as the service wants it; the buyer hosts where they say so."""
        host = self._person("host")
        if self.cleaned_data["host"] == ME:
            host = (buyer.name, buyer.email)
        return Duo(self.number, *host, *self._person("guest"))

    def _person(self, who: str) -> tuple[str, str]:
        """Nobody yet, unless that choice was made."""
        asked = self.cleaned_data
        if asked[who] != NOW:
            return "", ""
        return asked[f"{who}_name"], asked[f"{who}_email"]


class OrderForms:
    """The order form as one: the buyer, each pair, the invoice, the promise."""

    def __init__(self, data, order: Order, *, now: datetime):
        may_wait = order.event.takes_changes_at(now)
        remembered = {"name": order.buyer_name, "email": order.buyer_email}
        self.buyer = BuyerForm(data, initial=remembered)
        self.duos = [
            DuoForm(
                data,
                number=pair.number,
                may_wait=may_wait,
                initial=DuoForm.remembered(pair),
            )
            for pair in order.pairs.all()
        ]
        code = order.voucher.code if order.voucher else ""
        self.code = CodeForm(data, initial={"code": code})
        # without a sum there is no invoice
        self.invoice = (
            InvoiceForm(data, initial=InvoiceForm.remembered(order))
            if order.total
            else None
        )
        self.agree = AgreeForm(data)

    @classmethod
    def unfinished(cls, typed, order: Order, *, now: datetime) -> Self:
        """As far as it was typed, and not a word about what is missing."""
        forms = cls(None, order, now=now)
        for form in forms:
            form.initial = {
                name: typed.get(form.add_prefix(name), "") for name in form.fields
            }
        return forms

    def __iter__(self):
        """In the order of the page, for the summary of errors."""
        forms = [self.buyer, *self.duos, self.invoice, self.agree, self.code]
        return iter([form for form in forms if form is not None])

    def are_valid(self) -> bool:
        """Every one of them is asked, so that all errors show at once."""
        return not [form for form in self if not form.is_valid()]

    @staticmethod
    def too_many(most: int) -> str:
        """Where a type has a limit per buyer; orders of one address count together."""
        return (
            f"Van dit duoticket krijgt één koper er hoogstens {most}, alle "
            "bestellingen op dit adres samen. Kies op de pagina van het evenement een "
            "kleiner aantal. Wat er op je adres staat, mailen we je: kijk onderaan bij "
            "‘Je kaartje of link kwijt?’."
        )

    def answers(self) -> tuple[Buyer, list[Duo]]:
        buyer = self.buyer.buyer(self.invoice.answers() if self.invoice else {})
        return buyer, [form.duo(buyer) for form in self.duos]


class AgreeForm(forms.Form):
    """What stands just above the button."""

    agreed = forms.BooleanField(
        label="Ik ga akkoord met de voorwaarden",
        error_messages={
            "required": "Zet een vinkje als je akkoord gaat met de voorwaarden."
        },
    )


class HoldForm(forms.Form):
    """Which ticket, and for how many pairs; a code alone may say which one."""

    ticket = forms.IntegerField(min_value=1, required=False)
    pairs = forms.IntegerField(min_value=1, max_value=MOST_PAIRS)
    code = forms.CharField(required=False, max_length=160)

    def clean(self):
        super().clean()
        asked = self.cleaned_data
        if not (asked.get("ticket") or asked.get("code")):
            self.add_error("ticket", CHOOSE)
        return asked
