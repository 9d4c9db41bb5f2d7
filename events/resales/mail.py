"""The mails about a pair that was put back; what follows a sale is a cancellation."""

from django.core.mail import EmailMessage

from events.orders.resales import Resale
from events.resales.rules import sells_until
from home.mail.letters import letter
from home.mail.registry import builds


@builds("events.put_back", about=Resale)
def put_back(resale: Resale) -> EmailMessage | None:
    """To the buyer: what it means, and until when; not when it is over already."""
    return _letter("put_back", resale) if resale.ended_at is None else None


@builds("events.unsold", about=Resale)
def unsold(resale: Resale) -> EmailMessage | None:
    """To the buyer: nobody took it, so come."""
    is_theirs = resale.how == Resale.How.UNSOLD and resale.pair.is_sold
    return _letter("unsold", resale) if is_theirs else None


def _letter(name: str, resale: Resale) -> EmailMessage:
    pair = resale.pair
    context = {
        "pair": pair,
        "order": pair.order,
        "event": pair.order.event,
        "until": sells_until(pair),
    }
    return letter(name, to=pair.order.buyer_email, context=context)
