"""The mails of a move: to the buyer, to another host, to a guest."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone

from events.guests import halves
from events.guests.models import Guest
from events.orders.models import Pair
from events.organiser.moving.models import Choice, Move
from events.passes.attachments import attach_half
from events.tickets.models import Event
from home.mail.letters import letter
from home.mail.registry import builds


@builds("events.moved", about=Choice)
def moved(choice: Choice) -> EmailMessage | None:
    """Keep or money back, and until when; with the tickets of the new day."""
    order = choice.order
    if not order.is_paid or choice.answer == Choice.Answer.REFUND:
        return None
    context = _about(order.event) | {
        "choice": choice,
        "order": order,
        "is_other_day": _is_other_day(choice.move),
        "link": settings.SITE_URL
        + reverse("order_moved", args=[order.reference, order.token]),
    }
    message = letter("moved", to=order.buyer_email, context=context)
    for pair in order.pairs.select_related("order__event").order_by("number"):
        if pair.is_sold and pair.has_a_host and pair.is_hosted_by_the_buyer:
            attach_half(message, halves.of_host(pair))
    return message


@builds("events.moved_to_host", about=Pair)
def moved_to_host(pair: Pair) -> EmailMessage | None:
    """To a host who is not the buyer: the same code, with another day beside it."""
    if not (pair.is_sold and pair.has_a_host):
        return None
    context = _about(pair.order.event) | {"pair": pair, "order": pair.order}
    message = letter("moved_to_host", to=pair.host_email, context=context)
    attach_half(message, halves.of_host(pair))
    return message


@builds("events.moved_to_guest", about=Guest)
def moved_to_guest(guest: Guest) -> EmailMessage | None:
    """Who was admitted on age confirms again; who has a ticket gets it anew."""
    pair = guest.pair
    if not (guest.is_current and guest.email and pair.is_sold):
        return None
    event = pair.order.event
    is_valid = guest.is_valid_for(event.first_day)
    context = _about(event) | {
        "guest": guest,
        "pair": pair,
        "is_valid": is_valid,
        "asks_again": guest.confirms_again_for(event.first_day),
    }
    message = letter("moved_to_guest", to=guest.email, context=context)
    if is_valid:
        attach_half(message, halves.of_guest(guest))
    return message


def _is_other_day(move: Move) -> bool:
    """Then who comes along on age confirms again."""
    before, after = move.from_starts_at, move.to_starts_at
    return timezone.localdate(before) != timezone.localdate(after)


def _about(event: Event) -> dict:
    move = Move.objects.filter(event=event).order_by("-pk").first()
    return {"event": event, "move": move}
