"""The mails around the two people of a pair; each goes to one of them or the buyer."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from events.guests import halves
from events.guests.models import FormerBuyer, FormerHost, Guest
from events.orders.models import Pair
from events.passes.attachments import attach_half
from home.mail.letters import letter
from home.mail.registry import builds


@builds("events.host_ticket", about=Pair)
def host_ticket(pair: Pair) -> EmailMessage | None:
    """To a host who is not the buyer: only the own ticket and the own link (rule 6)."""
    if not (pair.is_sold and pair.has_a_host):
        return None
    event, paid_at = pair.order.event, pair.order.paid_at
    guest = pair.guests.current().first()
    context = _about(pair) | {
        "guest": guest,
        "guest_is_in": guest is not None and guest.is_valid_for(event.first_day),
        "may_invite": paid_at is not None and event.takes_changes_at(paid_at),
        "former": pair.former_hosts.order_by("pk").last(),
    }
    message = letter("host_ticket", to=pair.host_email, context=context)
    attach_half(message, halves.of_host(pair))
    return message


@builds("events.handed_over", about=FormerHost)
def handed_over(former: FormerHost) -> EmailMessage | None:
    """To who gave the place away: the old ticket is dead. A buyer keeps the order.

    Also when the pair was cancelled since, of which only the new host hears."""
    return _handed_over(former, to=former.email)


@builds("events.handed_over_to_buyer", about=FormerHost)
def handed_over_to_buyer(former: FormerHost) -> EmailMessage | None:
    """To the buyer, where that is neither the old host nor the new one."""
    pair = former.pair
    return _handed_over(former, to=pair.order.buyer_email) if pair.is_sold else None


def _handed_over(former: FormerHost, *, to: str) -> EmailMessage | None:
    pair = former.pair
    if not (to and pair.has_a_host):
        return None
    order = pair.order
    to_buyer = to == order.buyer_email
    context = _about(pair) | {
        "former": former,
        "to_buyer": to_buyer,
        "is_own": to == former.email,
        "reader": order.buyer_name if to_buyer else former.name,
    }
    return letter("handed_over", to=to, context=context)


@builds("events.buyer_changed", about=FormerBuyer)
def buyer_changed(former: FormerBuyer) -> EmailMessage | None:
    """To the address that the order had: its link is dead. Not where it went."""
    if not former.email:
        return None
    context = {"former": former, "order": former.order, "event": former.order.event}
    return letter("buyer_changed", to=former.email, context=context)


@builds("events.invitation", about=Guest)
def invitation(guest: Guest) -> EmailMessage | None:
    """Who gave us the address and why, one link, and nothing to pay (L11)."""
    if guest.admitted_at:  # sent by hand to who confirms again
        return reminder(guest)
    if not _is_asked(guest):
        return None
    return letter("invitation", to=guest.email, context=_of(guest))


@builds("events.reminder", about=Guest)
def reminder(guest: Guest) -> EmailMessage | None:
    """As the invitation, and as complete: the first mail may never have been read."""
    if not _is_asked(guest):
        return None
    return letter("reminder", to=guest.email, context=_of(guest))


@builds("events.guest_silent", about=Guest)
def guest_silent(guest: Guest) -> EmailMessage | None:
    """To the host: the deadline is near, and the guest did not answer."""
    return _silence(guest, to=guest.pair.host_email)


@builds("events.guest_silent_to_buyer", about=Guest)
def guest_silent_to_buyer(guest: Guest) -> EmailMessage | None:
    """To the buyer, where somebody else is the host."""
    return _silence(guest, to=guest.pair.order.buyer_email)


@builds("events.no_guest", about=Pair)
def no_guest(pair: Pair) -> EmailMessage | None:
    """To who chooses: the host, or the buyer of a pair that nobody hosts yet."""
    to = pair.host_email or pair.order.buyer_email
    sold = pair.order.pairs.in_order().filter(state=Pair.State.SOLD)
    pairs = [
        each
        for each in sold
        if each.guest is None
        and (each.host_email or pair.order.buyer_email).casefold() == to.casefold()
    ]
    if not (to and pairs) or pair.order.event.called_off_at:
        return None
    context = (
        _about(pair)
        | {
            "pairs": pairs,
            "is_whole": pair.order.pairs.count() == 1,
        }
        | _way_back(pair, to)
    )
    return letter("no_guest", to=to, context=context)


@builds("events.guest_replaced", about=Guest)
def guest_replaced(guest: Guest) -> EmailMessage | None:
    """To who was invited first: somebody else comes along, the link is dead."""
    if not (guest.email and guest.replaced_at and guest.invited_at):
        return None
    return letter("guest_replaced", to=guest.email, context=_of(guest))


@builds("events.new_guest", about=Guest)
def new_guest(guest: Guest) -> EmailMessage | None:
    """To the host: the buyer or the organiser chose another guest."""
    return _changed(guest, to=guest.pair.host_email)


@builds("events.new_guest_to_buyer", about=Guest)
def new_guest_to_buyer(guest: Guest) -> EmailMessage | None:
    """To the buyer: the host or the organiser chose another guest."""
    return _changed(guest, to=guest.pair.order.buyer_email)


@builds("events.guest_ticket", about=Guest)
def guest_ticket(guest: Guest) -> EmailMessage | None:
    """To the guest who confirmed: the own half, and nothing of the host's."""
    if not (
        _is_invited(guest) and guest.is_valid_for(guest.pair.order.event.first_day)
    ):
        return None
    message = letter("guest_ticket", to=guest.email, context=_of(guest))
    attach_half(message, halves.of_guest(guest))
    return message


@builds("events.guest_confirmed", about=Guest)
def guest_confirmed(guest: Guest) -> EmailMessage | None:
    """To the host: the pair is complete."""
    return _news("guest_confirmed", guest, to=guest.pair.host_email)


@builds("events.guest_confirmed_to_buyer", about=Guest)
def guest_confirmed_to_buyer(guest: Guest) -> EmailMessage | None:
    """To the buyer, where somebody else is the host."""
    return _news("guest_confirmed", guest, to=guest.pair.order.buyer_email)


@builds("events.guest_declined", about=Guest)
def guest_declined(guest: Guest) -> EmailMessage | None:
    """To the host: invite somebody else. The name of who declined is gone already."""
    return _news("guest_declined", guest, to=guest.pair.host_email)


@builds("events.guest_declined_to_buyer", about=Guest)
def guest_declined_to_buyer(guest: Guest) -> EmailMessage | None:
    """To the buyer, where somebody else is the host."""
    return _news("guest_declined", guest, to=guest.pair.order.buyer_email)


def _news(name: str, guest: Guest, *, to: str) -> EmailMessage | None:
    """The buyer gets the link of the order, a host only the own one."""
    pair = guest.pair
    is_true = guest.is_admitted if name == "guest_confirmed" else guest.declined_at
    if not (pair.is_sold and to and is_true):
        return None
    event, declined_at = pair.order.event, guest.declined_at
    may_invite = declined_at and event.takes_changes_at(declined_at)
    context = _of(guest) | _way_back(guest.pair, to) | {"may_invite": may_invite}
    return letter(name, to=to, context=context)


def _silence(guest: Guest, *, to: str) -> EmailMessage | None:
    if not (to and _is_asked(guest)):
        return None
    return letter("guest_silent", to=to, context=_of(guest) | _way_back(guest.pair, to))


def _changed(guest: Guest, *, to: str) -> EmailMessage | None:
    """Who comes along now; whether that guest confirmed already makes no difference."""
    if not (to and _is_invited(guest)):
        return None
    return letter("new_guest", to=to, context=_of(guest) | _way_back(guest.pair, to))


def _way_back(pair: Pair, to: str) -> dict:
    """Who reads it, and the page where this reader may do something about it."""
    to_buyer = to == pair.order.buyer_email
    return {
        "link": settings.SITE_URL + _page_of(to, pair),
        "to_buyer": to_buyer,
        "is_host": to == pair.host_email,
        "reader": pair.order.buyer_name if to_buyer else pair.host_name,
    }


def _page_of(to: str, pair: Pair) -> str:
    order = pair.order
    if to == order.buyer_email:
        return reverse("order", args=[order.reference, order.token])
    return reverse("host", args=[pair.host_token])


def _is_invited(guest: Guest) -> bool:
    return bool(guest.email) and guest.is_current and guest.pair.is_sold


def _is_asked(guest: Guest) -> bool:
    """The answer is still to come, for the first time or for the new day."""
    event = guest.pair.order.event
    return _is_invited(guest) and not guest.is_valid_for(event.first_day)


def _of(guest: Guest) -> dict:
    event = guest.pair.order.event
    ground = halves.ground_in_words(guest, event) if guest.ground else ""
    return _about(guest.pair) | {
        "guest": guest,
        "ground": ground,
        "asks_again": guest.confirms_again_for(event.first_day),
    }


def _about(pair: Pair) -> dict:
    order = pair.order
    return {
        "pair": pair,
        "order": order,
        "event": order.event,
        "inviter": pair.host_name or order.buyer_name,
    }
