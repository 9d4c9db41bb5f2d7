"""What an organiser fills in about an event and its tickets; saving is a service."""

from datetime import datetime
from decimal import Decimal

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from events.organiser.as_read import AsReadForm
from events.organiser.copying.forms import TOO_FAR
from events.organiser.copying.rules import is_too_far
from events.organiser.permissions import own_events
from events.organiser.services import save_event, save_ticket
from events.tickets.models import MOST_PAIRS
from events.tickets.vat_rates import rates_on

OLDEST = 120


class EventForm(AsReadForm):
    """Moments in an order that makes sense, each complaint at its own field."""

    def __init__(self, *args, now: datetime, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = now
        colleagues = self.fields["organisers"]
        colleagues.queryset = _may_organise(self.instance)
        colleagues.label_from_instance = lambda user: (
            user.get_full_name() or user.get_username()
        )
        if self.instance.pk is None:
            self.initial.setdefault("organisers", [self.for_user])

    def clean_organisers(self):
        """Nobody shuts the door behind them by mistake."""
        chosen = self.cleaned_data["organisers"]
        if not self.for_user.is_superuser and self.for_user not in chosen:
            raise ValidationError("Jezelf haal je niet weg: vraag dat aan een collega.")
        return chosen

    def clean(self):
        asked = super().clean()
        starts_at, ends_at = asked.get("starts_at"), asked.get("ends_at")
        if "starts_at" in self.changed_data and starts_at and starts_at < self.now:
            self.add_error("starts_at", "Dit moment is al geweest.")
        for name, moment in (("starts_at", starts_at), ("ends_at", ends_at)):
            if moment and is_too_far(moment, self.now):
                self.add_error(name, TOO_FAR)
        changes_until = asked.get("changes_until")
        sales_from, sales_until = asked.get("sales_from"), asked.get("sales_until")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", "Het evenement eindigt nadat het begint.")
        if changes_until and ends_at and changes_until > ends_at:
            self.add_error(
                "changes_until", "Wijzigen stopt uiterlijk als het evenement eindigt."
            )
        age_limit = asked.get("age_limit")
        if age_limit is not None and not 1 <= age_limit <= OLDEST:
            self.add_error("age_limit", f"Kies een leeftijd van 1 tot en met {OLDEST}.")
        if sales_from and sales_until and sales_until <= sales_from:
            self.add_error("sales_until", "De verkoop sluit nadat hij begint.")
        self._check_cancelling(asked)
        return asked

    def _check_cancelling(self, asked) -> None:
        """First free, then against a percentage, and over before the day begins."""
        starts_at, free = asked.get("starts_at"), asked.get("cancel_free_until")
        until = asked.get("cancel_until")
        for name, moment in (("cancel_free_until", free), ("cancel_until", until)):
            if moment and starts_at and moment > starts_at:
                self.add_error(
                    name, "Annuleren kan uiterlijk tot het evenement begint."
                )
        if free and until and until < free:
            self.add_error(
                "cancel_until", "Annuleren stopt niet vóór het gratis annuleren stopt."
            )
        if asked.get("cancel_fee") and not until:
            self.add_error(
                "cancel_until",
                "Zeg tot wanneer annuleren tegen dit percentage kan, of laat het leeg.",
            )

    def save(self, commit=True):  # noqa: FBT002  # as Django has it
        """Raises what `refusal_of` puts into words."""
        if not commit:
            return super().save(commit)
        if self.instance.pk:
            self.insist_on_what_was_read(self.instance)
        save_event(event=self.instance, now=self.now)
        self._save_m2m()
        return self.instance


def _may_organise(event):
    """Who works in the group, and who organises it already."""
    those = Q(groups__name="Organisatoren", is_active=True)
    if event.pk:
        those |= Q(organised_events=event)
    return User.objects.filter(those).distinct().order_by("first_name", "username")


class TicketForm(AsReadForm):
    """A type of an own event, with early prices; each complaint at its field."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        events = own_events(self.for_user).order_by("-starts_at", "pk")
        self.fields["event"].queryset = events
        self.fields["event"].label = "Evenement"
        if self.instance.pk:  # who waits for it, and codes, are of this event
            self.fields["event"].disabled = True
        if self.instance.event_id and not self.is_bound:  # else the service says it
            self._offer_rates_of(self.instance)

    def _offer_rates_of(self, ticket):
        """Those of the day of its event, and the one it has: that is not swapped."""
        for name in ("vat_rate", "part_rate"):
            rates = [*rates_on(ticket.event.first_day), getattr(ticket, name)]
            field = self.fields[name]
            field.choices = [
                (rate, label)
                for rate, label in field.choices
                if not isinstance(rate, Decimal) or rate in rates
            ]

    def clean(self):
        asked = super().clean()
        least, most = asked.get("least_pairs"), asked.get("most_pairs")
        sales_from, sales_until = asked.get("sales_from"), asked.get("sales_until")
        if least and most and most < least <= MOST_PAIRS:
            self.add_error("most_pairs", "Dit is minder dan het kleinste aantal.")
        per_buyer = asked.get("most_per_buyer")
        if per_buyer and most and per_buyer < most:
            self.add_error(
                "most_per_buyer", "Dit is minder dan er in één bestelling gaan."
            )
        if sales_from and sales_until and sales_until <= sales_from:
            self.add_error("sales_until", "De verkoop sluit nadat hij begint.")
        if "vat_rate" in asked and asked["vat_rate"] is None and self._says_nothing():
            self.add_error(
                "vat_text", "Zeg op grond waarvan het duoticket is vrijgesteld van btw."
            )
        self._check_part(asked)
        return asked

    def _check_part(self, asked) -> None:
        """All of it or nothing, less than the price, and at a rate of its own."""
        part, rate = asked.get("part_price"), asked.get("part_rate")
        price = asked.get("price")
        if {"part_price", "part_rate"} & {*self.errors}:
            return
        if part is None and rate is None:
            asked["part_name"] = ""
            return
        if part is None:
            self.add_error("part_price", "Zeg welk bedrag van de prijs dit is.")
        elif part <= 0 or (price is not None and part >= price):
            self.add_error("part_price", "Dit is meer dan 0 en minder dan de prijs.")
        elif rate is None:
            self.add_error("part_rate", "Kies het tarief dat hiervoor geldt.")
        elif rate == asked.get("vat_rate"):
            self.add_error(
                "part_rate",
                "Dit is het tarief van het duoticket zelf; dan kan dit leeg blijven.",
            )
        asked["part_name"] = asked.get("part_name") or "Eten en drinken"

    def _says_nothing(self) -> bool:
        return not self.cleaned_data.get("vat_text") and "vat_text" not in self.errors

    def save(self, commit=True):  # noqa: FBT002  # as Django has it
        """Raises what `refusal_of` puts into words."""
        if not commit:
            return super().save(commit)
        self.insist_on_what_was_read(self.instance.event)
        for formset in self.formsets.values():
            formset.instance = self.instance
            formset.save(commit=False)  # on the ticket, which writes them with itself
        return save_ticket(ticket=self.instance, now=timezone.localtime())
