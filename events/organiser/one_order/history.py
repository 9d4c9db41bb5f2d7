"""The history of one order, read from the rows that were written when it happened.

Nothing is written twice: a guest knows when it was invited, a payment when it was
settled. Only what no row tells, who of the organisers did it and why, is an `Act`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from events.guests.models import FormerBuyer, FormerHost, Guest
from events.orders.models import Order, Pair
from events.orders.resales import Resale
from events.organiser.models import Act
from events.organiser.moving.models import Choice
from events.organiser.reports import Mail, mails_of
from events.payments.models import Dispute, Payment, Refund
from home import dutch

SITE = "de site"
BUYER = "de koper"
BANK = "Stripe"
GONE = "iemand die hier niet meer werkt"
THEY = "de koper of de gastheer"


@dataclass(frozen=True)
class Happening:
    """One line: when, who, and what."""

    at: datetime
    who: str
    what: str
    why: str = ""


def history_of(order: Order) -> list[Happening]:
    """Oldest first; needs `with_history()` and asks one query more, for mails."""
    acts = list(order.acts.all())
    lines = [
        *_of_order(order, made_here=any(act.what == Act.What.MADE for act in acts)),
        *_of_payments(order.payments.all()),
        *_of_pairs(order.pairs.all()),
        *_of_former_buyers(order.former_buyers.all()),
        *_of_choices(Choice.objects.filter(order=order)),
        *_of_mails(mails_of(order)),
    ]
    # a service that an organiser called got the same moment as the act
    doers = {act.at: name_of(act.by) for act in acts}
    lines = [
        Happening(line.at, doers[line.at], line.what, line.why)
        if line.at in doers and line.who in {BUYER, THEY}
        else line
        for line in lines
    ]
    return sorted([*lines, *_of_acts(acts)], key=lambda line: line.at)


def name_of(user) -> str:
    if user is None:
        return GONE
    return user.get_full_name() or user.get_username()


def _of_order(order: Order, *, made_here: bool) -> Iterator[Happening]:
    if not made_here:
        yield Happening(order.created_at, BUYER, "begon met bestellen")
    if order.agreed_at:
        yield Happening(order.agreed_at, BUYER, "ging akkoord met de voorwaarden")
    if order.paid_at and order.status == Order.Status.RETURNED:
        what = "betaald toen er geen plaats meer was: het geld gaat terug"
        yield Happening(order.paid_at, SITE, what)
    elif order.paid_at and not made_here:
        late = order.paid_at > order.held_until
        how = "na de tijd betaald, en de plaatsen waren er nog" * late
        yield Happening(
            order.paid_at, SITE, f"verkocht: {how or 'de plaatsen staan vast'}"
        )


def _of_payments(payments: Iterable[Payment]) -> Iterator[Happening]:
    for payment in payments:
        amount = dutch.euro(payment.amount)
        if payment.is_outside:
            what = f"noteerde: {amount} buiten Stripe om betaald"
            yield Happening(payment.created_at, name_of(payment.by), what, payment.note)
        else:
            yield Happening(payment.created_at, BUYER, f"begon {amount} te betalen")
        if payment.settled_at and not payment.is_outside:
            state = payment.get_status_display()
            yield Happening(payment.settled_at, BANK, f"{amount}: {state}")
        if payment.settled_at and hasattr(payment, "invoice"):  # made with it
            what = f"factuur {payment.invoice.name} gemaakt"
            yield Happening(payment.settled_at, SITE, what)
        for refund in payment.refunds.all():
            yield from _of_refund(refund)
        for dispute in payment.disputes.all():
            yield from _of_dispute(dispute)


def _of_refund(refund: Refund) -> Iterator[Happening]:
    amount, reason = dutch.euro(refund.amount), refund.get_reason_display()
    state = refund.get_status_display()
    what = f"terugbetaling van {amount} ({reason}); nu: {state}"
    who = name_of(refund.by) if refund.by_id else SITE
    yield Happening(refund.created_at, who, what, refund.note)
    if hasattr(refund, "credit_note"):
        what = f"creditnota {refund.credit_note.name} gemaakt"
        yield Happening(refund.created_at, SITE, what)


def _of_dispute(dispute: Dispute) -> Iterator[Happening]:
    """F18: who asked the bank for it, and what the bank decided."""
    amount = dutch.euro(dispute.amount)
    yield Happening(dispute.opened_at, BANK, f"de kaarthouder betwist {amount}")
    if dispute.closed_at:
        state = dispute.get_status_display()
        yield Happening(dispute.closed_at, BANK, f"betwisting van {amount}: {state}")


def _of_choices(choices: Iterable[Choice]) -> Iterator[Happening]:
    """After the event was moved."""
    for choice in choices:
        if choice.answered_at:
            what = f"koos na het verzetten: {choice.get_answer_display()}"
            yield Happening(choice.answered_at, BUYER, what)


def _of_pairs(pairs: Iterable[Pair]) -> Iterator[Happening]:
    for pair in pairs:
        for guest in pair.guests.all():
            yield from _of_guest(guest, pair)
        if hasattr(pair, "cancellation"):
            yield _of_cancellation(pair)
        for resale in pair.resales.all():
            yield from _of_resale(resale, pair)
        for former in pair.former_hosts.all():
            yield _of_former_host(former, pair)
        for seen in pair.check_ins.all():
            who = name_of(seen.by)
            person = "de gast" if seen.is_guest else "de gastheer"
            yield Happening(seen.at, who, f"liet {person} van duo {pair.number} binnen")
            if seen.undone_at:
                what = f"het binnenlaten van {person} van duo {pair.number} is terug"
                yield Happening(seen.undone_at, "de deur", what)


def _of_cancellation(pair: Pair) -> Happening:
    row = pair.cancellation
    by_buyer = row.reason in {row.Reason.BUYER, row.Reason.WITHDRAWN}
    who = BUYER if by_buyer else SITE
    who = name_of(row.by) if row.by_id else who
    kept = f"; {dutch.euro(row.kept)} {row.why_kept}" if row.kept else ""
    what = f"annuleerde duo {pair.number}: {row.get_reason_display()}{kept}"
    return Happening(row.cancelled_at, who, what, row.note)


def _of_resale(resale: Resale, pair: Pair) -> Iterator[Happening]:
    duo = f"duo {pair.number}"
    yield Happening(resale.put_back_at, BUYER, f"zette {duo} terug in de verkoop")
    if resale.ended_at is None:
        return
    match resale.how:
        case resale.How.SOLD:
            other = getattr(resale, "claim", None)
            to = f": de plaats is nu van {other.order.reference}" if other else ""
            yield Happening(resale.ended_at, SITE, f"verkocht {duo}{to}")
        case resale.How.TAKEN_BACK:
            yield Happening(resale.ended_at, BUYER, f"haalde {duo} uit de verkoop")
        case resale.How.UNSOLD:
            what = f"{duo} is niet verkocht en blijft van de koper"
            yield Happening(resale.ended_at, SITE, what)
        case resale.How.CAME:
            what = f"{duo} is uit de verkoop: er kwam iemand binnen"
            yield Happening(resale.ended_at, "de deur", what)


def _of_guest(guest: Guest, pair: Pair) -> Iterator[Happening]:
    """Whoever it was: the name goes with the row, and so does this."""
    name = guest.name or "iemand"
    at_pair = f"bij duo {pair.number}"
    yield Happening(guest.created_at, THEY, f"noemde {name} als gast {at_pair}")
    if guest.sent_again_at:
        what = f"vroeg de uitnodiging van {name} nog eens te sturen"
        yield Happening(guest.sent_again_at, THEY, what)
    if guest.opened_at:
        what = f"opende de uitnodiging {at_pair}"
        yield Happening(guest.opened_at, f"{name} (gast)", what)
    if guest.admitted_at:
        ground = guest.get_ground_display()
        what = f"bevestigde {at_pair}: {ground}"
        yield Happening(guest.admitted_at, f"{name} (gast)", what)
    if guest.declined_at:
        what = f"zei af {at_pair}; de gegevens zijn gewist"
        yield Happening(guest.declined_at, "de gast", what)
    if guest.replaced_at:
        yield Happening(guest.replaced_at, THEY, f"verving {name} {at_pair}")


def _of_former_host(former: FormerHost, pair: Pair) -> Happening:
    who = "de gastheer" if former.by_host else BUYER
    name = former.name or "iemand"
    what = f"gaf de plaats van {name} als gastheer van duo {pair.number} door"
    return Happening(former.handed_over_at, who, what)


def _of_former_buyers(formers: Iterable[FormerBuyer]) -> Iterator[Happening]:
    for former in formers:
        yield Happening(former.changed_at, BUYER, "wijzigde de eigen gegevens")


def _of_mails(mails: Iterable[Mail]) -> Iterator[Happening]:
    for mail in mails:
        if mail.sent_at:
            yield Happening(mail.sent_at, SITE, f"mailde: {mail.what}")
        elif mail.dropped_at:
            what = f"stuurde niet, want niet meer nodig: {mail.what}"
            yield Happening(mail.dropped_at, SITE, what)
        else:
            yield Happening(mail.owed_at, SITE, f"moet nog mailen: {mail.what}")


def _of_acts(acts: Iterable[Act]) -> Iterator[Happening]:
    for act in acts:
        where = f", duo {act.pair.number}" if act.pair else ""
        what = f"{act.get_what_display()}{where}"
        yield Happening(act.at, name_of(act.by), what, act.text)
