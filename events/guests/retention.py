"""How long we know guests and hosts (rule 5): what is promised in every invitation."""

from datetime import datetime, timedelta

from django.db.models import F, Model

from events.guests.models import FormerBuyer, FormerHost, Guest
from events.guests.person import TYPED_BY_THE_BUYER, about, erase
from events.orders.models import Order, Pair
from home.privacy.keepers import NOBODY, Keeper, Promise, books_begin, keeps

UNANSWERED = timedelta(days=14)  # after the event
CONTACT = timedelta(days=30)  # after the event
UNPAID = timedelta(days=14)  # after the hold ended


def forget(*, now: datetime) -> int:
    """Delete or empty what is past its term; running it again finds nothing more.

    Buyers before hosts: a host is kept for who is the buyer too."""
    return (
        _unanswered_invitations(now)
        + _guests(now)
        + _buyers_of_long_ago(now)
        + _hosts_who_did_not_buy(now)
        + _former_hosts(now)
        + _former_buyers(now)
        + _orders_that_were_never_paid(now)
    )


def _unanswered_invitations(now: datetime) -> int:
    """Nobody confirmed: nothing is kept, not even that somebody was asked."""
    gone, _ = Guest.objects.filter(
        admitted_at=None, pair__order__event__ends_at__lte=now - UNANSWERED
    ).delete()
    return gone


def _guests(now: datetime) -> int:
    """The verdict stays for the totals, without a name."""
    known = Guest.objects.filter(pair__order__event__ends_at__lte=now - CONTACT)
    return known.exclude(name="", email="").update(name="", email="")


def _hosts_who_did_not_buy(now: datetime) -> int:
    """The buyer stands in the accounts for seven years; another host does not."""
    known = Pair.objects.filter(order__event__ends_at__lte=now - CONTACT)
    others = known.exclude(host_name="", host_email="").exclude(
        host_email=F("order__buyer_email")
    )
    return others.update(host_name="", host_email="")


def _former_hosts(now: datetime) -> int:
    """That a place changed hands stays, without whose it was."""
    known = FormerHost.objects.filter(pair__order__event__ends_at__lte=now - CONTACT)
    return known.exclude(name="", email="").update(name="", email="")


def _former_buyers(now: datetime) -> int:
    """That something was put right stays, without what it was."""
    known = FormerBuyer.objects.filter(order__event__ends_at__lte=now - CONTACT)
    return known.exclude(name="", email="").update(name="", email="")


def _orders_that_were_never_paid(now: datetime) -> int:
    """What somebody typed and did not buy."""
    lapsed = Order.objects.filter(
        status=Order.Status.LAPSED, held_until__lte=now - UNPAID
    )
    Guest.objects.filter(pair__order__in=lapsed).delete()
    Pair.objects.filter(order__in=lapsed).update(host_name="", host_email="")
    typed = dict.fromkeys(TYPED_BY_THE_BUYER, "")
    return lapsed.exclude(**typed).update(**typed)


def _buyers_of_long_ago(now: datetime) -> int:
    """Seven years after the year in which they paid; the sums stay."""
    paid = Order.objects.filter(paid_at__lt=books_begin(now))
    empty = dict.fromkeys(TYPED_BY_THE_BUYER, "") | {"buyer_email": NOBODY}
    return paid.exclude(**empty).update(**empty)


PROMISES = [
    Promise(
        "Van de koper: naam, e-mailadres en de organisatie die je opgaf",
        "7 jaar, bij de factuur",
    ),
    Promise(
        "Een naam of e-mailadres dat de koper op de bestelling wijzigde",
        f"tot {CONTACT.days} dagen na het evenement",
    ),
    Promise(
        "Een bestelling die je niet afmaakt: wat je invulde",
        f"{UNPAID.days} dagen; een versleuteld kenmerk van je verbinding "
        "zolang we plaatsen vasthouden",
    ),
    Promise(
        "Van een gastheer die niet zelf kocht: naam en e-mailadres",
        f"tot {CONTACT.days} dagen na het evenement",
    ),
    Promise(
        "Van een gast: naam en e-mailadres",
        f"tot {CONTACT.days} dagen na het evenement; daarna alleen de grond waarop je "
        "binnenkwam, zonder naam",
    ),
    Promise(
        "Een uitnodiging die niemand beantwoordt",
        f"tot {UNANSWERED.days} dagen na het evenement",
    ),
    Promise("Een geboortedatum", "nooit: we kijken er één keer naar"),
]
FIELDS: dict[type[Model], list[str]] = {
    Order: TYPED_BY_THE_BUYER,
    Pair: ["host_name", "host_email"],
    Guest: ["name", "email"],
    FormerHost: ["name", "email"],
    FormerBuyer: ["name", "email"],
}
KEEPER = keeps(Keeper(PROMISES, forget, about, erase, FIELDS))
