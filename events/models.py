"""Index of the models of this app, for Django to find."""

from events.cancellations.models import Cancellation
from events.door.models import CheckIn
from events.guests.models import FormerBuyer, FormerHost, Guest
from events.invoices.models import CreditNote, Invoice, NumberSeries
from events.ledger.models import Check, Movement, Payout, Seen
from events.my_links.models import LinkRequest
from events.orders.models import Order, Pair
from events.orders.resales import Resale
from events.organiser.calling_off.models import Stuck
from events.organiser.messages.models import Addressee, Message
from events.organiser.models import Act
from events.organiser.moving.models import Choice, Move
from events.pages.event_page import EventPage
from events.pages.index_page import EventIndexPage
from events.pages.jurors import Juror
from events.payments.models import Dispute, Payment, Refund, StripeEvent
from events.terms.models import Terms
from events.tickets.models import DuoTicket, Event, Place
from events.tickets.tiers import Tier
from events.vouchers.models import Voucher, VoucherUse
from events.waiting_list.models import WaitingEntry

__all__ = [
    "Act",
    "Addressee",
    "Cancellation",
    "Check",
    "CheckIn",
    "Choice",
    "CreditNote",
    "Dispute",
    "DuoTicket",
    "Event",
    "EventIndexPage",
    "EventPage",
    "FormerBuyer",
    "FormerHost",
    "Guest",
    "Invoice",
    "Juror",
    "LinkRequest",
    "Message",
    "Move",
    "Movement",
    "NumberSeries",
    "Order",
    "Pair",
    "Payment",
    "Payout",
    "Place",
    "Refund",
    "Resale",
    "Seen",
    "StripeEvent",
    "Stuck",
    "Terms",
    "Tier",
    "Voucher",
    "VoucherUse",
    "WaitingEntry",
]
