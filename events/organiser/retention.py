"""How long we keep what organisers wrote: a year, and beside money as the books."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from events.cancellations.models import Cancellation
from events.ledger.models import Seen
from events.organiser.messages.models import Addressee, Message
from events.organiser.models import Act
from events.payments.models import Payment, Refund
from events.vouchers.models import Voucher
from home.privacy.keepers import Keeper, Promise, Rows, books_begin, keeps

WRITTEN = timedelta(days=365)  # after the event
ERASED = "Gewist."  # where a constraint wants a reason


def forget(*, now: datetime) -> int:
    """Running it again finds nothing more."""
    over = now - WRITTEN
    messages, _ = Message.objects.filter(event__ends_at__lte=over).delete()
    vouchers = Voucher.objects.filter(event__ends_at__lte=over).exclude(note="")
    return (
        messages
        + _empty(Act.objects.filter(order__event__ends_at__lte=over))
        + vouchers.update(note="")
        + _reasons_of_long_ago(now)
    )


def _empty(acts: QuerySet[Act]) -> int:
    """That something was done stays in the history; a note is nothing but its text."""
    numbers = list(acts.exclude(text="").values_list("pk", flat=True))
    gone = emptied = 0
    for start in range(0, len(numbers), 500):  # as many values as a database takes
        some = Act.objects.filter(pk__in=numbers[start : start + 500])
        gone += some.filter(what=Act.What.NOTE).delete()[0]
        emptied += some.update(text="")
    return gone + emptied


def _reasons_of_long_ago(now: datetime) -> int:
    """Beside sums that are in the books; the sums stay."""
    begin = books_begin(now)
    refunds = Refund.objects.filter(created_at__lt=begin)
    by_hand = refunds.filter(status__in=["outside", "recovered", "lost"])
    paid_outside = Payment.objects.filter(created_at__lt=begin, is_outside=True)
    seen = Seen.objects.filter(at__lt=begin)
    emptied = [
        Cancellation.objects.filter(cancelled_at__lt=begin),
        Payment.objects.filter(created_at__lt=begin, is_outside=False),
        refunds.exclude(pk__in=by_hand),
    ]
    return (
        sum(rows.exclude(note="").update(note="") for rows in emptied)
        + by_hand.exclude(note=ERASED).update(note=ERASED)
        + seen.exclude(note=ERASED).update(note=ERASED)
        + paid_outside.exclude(note=ERASED).update(note=ERASED)
    )


def about(email: str) -> dict[str, Rows]:
    """What is written about the orders of a buyer, and to a host or a guest."""
    to_host = Q(guest=None, pair__host_email__iexact=email)
    to_them = Addressee.objects.filter(to_host | Q(guest__email__iexact=email))
    return {
        "Aantekeningen van organisatoren": [
            {
                "bestelnummer": each.order.reference,
                "wat": each.get_what_display(),
                "toelichting": each.text,
                "op": each.at,
            }
            for each in _acts(email).select_related("order").order_by("at", "pk")
        ],
        "Berichten van de organisatie": [
            {
                "onderwerp": each.message.subject,
                "tekst": each.message.text,
                "verstuurd op": each.message.sent_at,
            }
            for each in to_them.select_related("message").order_by("pk")
        ],
    }


def erase(*, email: str, now: datetime) -> int:
    """Beside money it stays as long as the books; a message was to many."""
    return _empty(_acts(email))


def _acts(email: str) -> QuerySet[Act]:
    """With a text, about an order or a pair of theirs, or with their address in it."""
    theirs = Act.objects.filter(
        Q(order__buyer_email__iexact=email)
        | Q(pair__host_email__iexact=email)
        | Q(pair__guests__email__iexact=email)
        | Q(text__icontains=email)
    )
    return Act.objects.filter(pk__in=theirs.values("pk")).exclude(text="")


PROMISES = [
    Promise(
        "Wat organisatoren aantekenen bij een bestelling, en wat ze gastheren en "
        "gasten schrijven",
        f"tot {WRITTEN.days} dagen na het evenement",
    ),
    Promise(
        "Waarom een organisator annuleerde of terugbetaalde", "7 jaar, bij de factuur"
    ),
]
KEEPER = keeps(
    Keeper(
        PROMISES,
        forget,
        about,
        erase,
        {
            Act: ["text"],
            Message: ["subject", "text"],
            Voucher: ["note"],
            Cancellation: ["note"],
            Payment: ["note"],
            Refund: ["note"],
            Seen: ["note"],
        },
    )
)
