"""What an organiser does to one order: a verb each, with who did it and why."""

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from events.guests import corrections, services
from events.guests.models import Guest
from events.guests.services import By
from events.orders.models import Order, Pair
from events.organiser.models import Act
from events.resales import services as resales
from home.mail.services import owe_mail

A_DOUBLE_CLICK = timedelta(minutes=1)


class NothingToSend(Exception):
    """What should be sent again is not there, or not true any more."""


def note(*, order: Order, text: str, by: User, now: datetime) -> Act:
    """For the next colleague; nobody else reads it."""
    return _act(order, Act.What.NOTE, by, now, text=text)


def sendable(order: Order) -> dict[str, str]:
    """What can be sent again, by a key; needs `with_history()`."""
    if not order.is_paid:
        return {}
    there = {"confirmation": f"de bevestiging, aan de koper ({order.buyer_email})"}
    for pair in order.pairs.all():
        if not pair.is_sold:
            continue
        duo = f"duo {pair.number}"
        if pair.has_a_host and pair.host_email != order.buyer_email:
            there[f"host-{pair.number}"] = (
                f"het kaartje van de gastheer van {duo} ({pair.host_email})"
            )
        for guest in pair.guests.all():
            if guest.is_current and guest.email:
                is_valid = guest.is_valid_for(order.event.first_day)
                what = "het kaartje" if is_valid else "de uitnodiging"
                there[f"guest-{pair.number}"] = (
                    f"{what} van de gast van {duo} ({guest.email})"
                )
    return there


@transaction.atomic
def look_at(*, guest: Guest, by: User, now: datetime) -> None:
    """Somebody looked at a guest with the mail domain of who asked them; once."""
    marked = Guest.objects.to_look_at().filter(pk=guest.pk)
    if marked.update(same_domain_seen_at=now):
        pair = guest.pair
        _act(pair.order, Act.What.SEEN, by, now, pair=pair)


@transaction.atomic
def send_again(*, order: Order, what: str, by: User, now: datetime) -> Act:
    """The same mail once more; a double click sends one."""
    # one click at a time
    order = Order.objects.select_for_update(no_key=True).get(pk=order.pk)
    role, _, number = what.partition("-")
    pair = order.pairs.get(number=number) if number else None
    kind, about, text = _mail_to(role, order, pair)
    just_now = order.acts.filter(
        what=Act.What.SENT_AGAIN, pair=pair, text=text, at__gt=now - A_DOUBLE_CLICK
    )
    if (sent := just_now.first()) is not None:
        return sent
    if pair and kind == "events.invitation":
        services.invite_again(pair=pair, now=now)
    else:
        occasion = f"opnieuw {now.isoformat()}"
        owe_mail(kind=kind, about=about, now=now, occasion=occasion)
    return _act(order, Act.What.SENT_AGAIN, by, now, pair=pair, text=text)


def _mail_to(
    role: str, order: Order, pair: Pair | None
) -> tuple[str, Order | Pair | Guest, str]:
    """Its kind, what it is about and what the history says of it."""
    if pair is None and order.is_paid:
        return "events.confirmation", order, "Bevestiging."
    if pair is None or not pair.is_sold:
        raise NothingToSend
    if role == "host" and pair.has_a_host:
        return "events.host_ticket", pair, "Kaartje van de gastheer."
    guest = pair.guests.current().first() if role == "guest" else None
    if guest is None:
        raise NothingToSend
    if guest.is_valid_for(order.event.first_day):
        return "events.guest_ticket", guest, "Kaartje van de gast."
    return "events.invitation", guest, "Uitnodiging."


@transaction.atomic
def change_buyer(
    *, order: Order, by: User, now: datetime, name: str, email: str, **invoice: str
) -> Order:
    """The buyer's own data, and what a next paper says."""
    order = corrections.correct_buyer(
        order=order, name=name, email=email, now=now, **invoice
    )
    _act(order, Act.What.BUYER, by, now)
    return order


@transaction.atomic
def change_host(
    *, pair: Pair, name: str, email: str, is_other: bool, by: User, now: datetime
) -> Pair:
    """Name one, write the same one right, or put somebody else in the place."""
    who = {"name": name, "email": email}
    if not pair.has_a_host:
        what = Act.What.HOST_NAMED
        pair = services.name_host(pair=pair, by=By.ORGANISER, now=now, **who)
    elif is_other:
        what = Act.What.HOST
        pair = services.hand_over(pair=pair, by=By.ORGANISER, now=now, **who)
    else:
        what = Act.What.HOST_CORRECTED
        pair = corrections.correct_host(pair=pair, now=now, **who)
    _act(pair.order, what, by, now, pair=pair)
    return pair


@transaction.atomic
def change_guest(
    *, pair: Pair, name: str, email: str, is_other: bool, by: User, now: datetime
) -> Guest:
    """As `change_host`; also after the deadline (rule 5)."""
    who = {"name": name, "email": email}
    if not pair.guests.current().exists():
        what = Act.What.GUEST_NAMED
        guest = services.invite(pair=pair, by=By.ORGANISER, now=now, **who)
    elif is_other:
        what = Act.What.GUEST
        guest = services.replace_guest(pair=pair, by=By.ORGANISER, now=now, **who)
    else:
        what = Act.What.GUEST_CORRECTED
        guest = corrections.correct_guest(pair=pair, now=now, **who)
    _act(pair.order, what, by, now, pair=pair)
    return guest


@transaction.atomic
def put_back(*, pair: Pair, by: User, now: datetime) -> None:
    """For a buyer who calls; by the same rules."""
    resales.put_back(order=pair.order, number=pair.number, now=now)
    _act(pair.order, Act.What.PUT_BACK, by, now, pair=pair)


@transaction.atomic
def take_back(*, pair: Pair, by: User, now: datetime) -> bool:
    """As `put_back`; False when somebody is buying it, and may finish."""
    is_theirs = resales.take_back(order=pair.order, number=pair.number, now=now)
    _act(pair.order, Act.What.TAKEN_BACK, by, now, pair=pair)
    return is_theirs


def _act(order: Order, what: str, by: User, now: datetime, **more) -> Act:
    return Act.objects.create(order=order, what=what, by=by, at=now, **more)
