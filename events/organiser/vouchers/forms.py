"""What an organiser fills in about a code; saving is a service."""

from django.utils import timezone

from events.organiser.as_read import AsReadForm
from events.organiser.permissions import own_events, own_tickets
from events.vouchers.models import Voucher
from events.vouchers.rules import plain
from events.vouchers.services import save_voucher


class VoucherForm(AsReadForm):
    """A code of an own event; each complaint at its own field."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        events = own_events(self.for_user).order_by("-starts_at", "pk")
        self.fields["event"].queryset = events
        self.fields["event"].label = "Evenement"
        tickets = own_tickets(self.for_user).select_related("event")
        self.fields["tickets"].queryset = tickets.order_by("-event__starts_at", "pk")
        if self.instance.pk:  # its uses and its places are of this event
            self.fields["event"].disabled = True

    def clean_code(self) -> str:
        code = plain(self.cleaned_data["code"])
        if not code:
            self.add_error("code", "Gebruik letters of cijfers.")
        return code

    def clean(self):
        asked = super().clean()
        value, valid_from = asked.get("value"), asked.get("valid_from")
        valid_until = asked.get("valid_until")
        if asked.get("kind") == Voucher.Kind.PERCENT and value and value > 100:
            self.add_error("value", "Meer dan 100 procent kan er niet af.")
        if valid_from and valid_until and valid_until <= valid_from:
            self.add_error("valid_until", "De code stopt nadat hij begint.")
        event, tickets = asked.get("event"), asked.get("tickets") or ()
        if event and any(ticket.event != event for ticket in tickets):
            self.add_error("tickets", "Kies duotickets van hetzelfde evenement.")
        self._check_code(asked)
        return asked

    def _check_code(self, asked) -> None:
        same = Voucher.objects.filter(event=asked.get("event"), code=asked.get("code"))
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error("code", "Deze code bestaat al bij dit evenement.")

    def save(self, commit=True):  # noqa: FBT002  # as Django has it
        """Raises what `refusal_of` puts into words."""
        if not commit:
            return super().save(commit)
        self.insist_on_what_was_read(self.instance.event)
        save_voucher(voucher=self.instance, now=timezone.localtime())
        self._save_m2m()
        return self.instance
