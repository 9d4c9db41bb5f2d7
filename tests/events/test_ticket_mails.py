"""The mails of a duo ticket: to whom, with what, and never with somebody else's."""

import re
from html import unescape
from io import BytesIO

import pytest
from pypdf import PdfReader
from wagtail.rich_text import RichText

from events.guests import mail as guest_mail
from events.guests.services import admit, decline
from events.models import Event, Guest, Order, Pair
from events.orders.services import cancel
from events.payments import mail as payment_mail
from events.payments.models import Payment, Refund
from events.terms.services import current_terms
from home.mail.registry import kind_of
from home.mail.services import owe_mail, pay_owed_mail
from home.models import ContentPage, OwedMail
from tests.factories.events import make_guest, make_paid_order
from tests.factories.home import make_sector, make_site

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


def html_of(message) -> str:
    return unescape(message.alternatives[0].content)


def files(message) -> list[str]:
    return [attachment.filename for attachment in message.attachments]


def links(text: str) -> list[str]:
    """Every complete address in a text, in order."""
    return re.findall(r"https?://[^\s\"<>]+", text)


def order_link(order) -> str:
    return f"{SITE}/tickets/bestelling/{order.reference}/{order.token}/"


def guest_link(guest) -> str:
    return f"{SITE}/tickets/gast/{guest.token}/"


def host_link(pair) -> str:
    return f"{SITE}/tickets/duo/{pair.host_token}/"


def named_host(pair, name="Farida Boumans", email="farida@voorbeeld.example") -> Pair:
    pair.host_name, pair.host_email = name, email
    pair.save()
    return pair


def make_refund(order, **fields) -> Refund:
    payment = Payment.objects.create(
        order=order,
        amount=order.total,
        status=Payment.Status.PAID,
        params={},
        expires_at=order.paid_at,
        created_at=order.paid_at,
        settled_at=order.paid_at,
    )
    values = {"amount": order.total, "reason": "duplicate"} | fields
    return Refund.objects.create(payment=payment, created_at=order.paid_at, **values)


def test_the_confirmation_has_all_that_the_law_asks_for():
    """L5 and L6: what, when, what it costs, from whom, and whether you may withdraw."""
    order = make_paid_order(pairs=2, organisation="Noorderlicht")

    message = payment_mail.confirmation(order)

    assert message.to == ["iris@voorbeeld.example"]
    assert message.subject == (
        f"Betaald: je bestelling {order.reference} voor Hackathon Een Nieuw Geluid"
    )
    for text in (message.body, html_of(message)):
        for fact in (
            *("€\xa0298,00", "€\xa051,72", "woensdag 10 maart 2027", "Het Seinhuis"),
            *("Stichting Een Nieuw Geluid", "01234567", "NL001234567B01"),
            *("geen bedenktijd van 14 dagen", "Noorderlicht", order_link(order)),
        ):
            assert fact in text


def test_the_confirmation_says_so_where_there_is_time_to_withdraw():
    order = make_paid_order()
    Event.objects.update(withdrawal="14days")
    order = Order.objects.get(pk=order.pk)

    assert "dan heb je 14 dagen bedenktijd" in payment_mail.confirmation(order).body


def test_the_buyer_gets_only_the_tickets_of_the_own_pairs():
    order = make_paid_order(pairs=3)
    named_host(order.pairs.get(number=2))

    message = payment_mail.confirmation(order)

    slug = order.event.slug
    assert files(message) == [
        f"kaartje-{slug}-{order.reference}-1.pdf",
        f"{slug}.ics",
        "voorwaarden.txt",
    ]


def test_sent_again_it_says_which_pair_counts_no_more(now):
    order = make_paid_order(pairs=2)
    cancel(order=order, numbers=[1], now=now)

    message = payment_mail.confirmation(Order.objects.get())

    for text in (message.body, html_of(message)):
        assert "duo 1 (geldt niet meer)" in text
        assert "duo 2 (geldt niet meer)" not in text
    assert files(message) == ["voorwaarden.txt"]


def test_the_terms_of_that_moment_go_along_as_text():
    page = ContentPage.objects.get(slug="voorwaarden")
    page.lead = ""
    page.body = [
        ("text", RichText("<h2>Artikel 1</h2><p>Een duo\nis &amp; blijft twee.</p>"))
    ]
    page.save_revision().publish()

    order = make_paid_order()
    agreed = current_terms(order.event, now=order.paid_at)
    Order.objects.update(terms=agreed)
    page.body = [("text", RichText("<p>Heel anders.</p>"))]
    page.save_revision().publish()
    message = payment_mail.confirmation(Order.objects.get())

    assert message.attachments[-1].content == (
        "Voorwaarden\n\nArtikel 1\n\nEen duo is & blijft twee.\n\n"
        "Hackathon Een Nieuw Geluid\n\n"
        "Voor een evenement op een vaste datum geldt geen bedenktijd van 14 dagen.\n\n"
        "Annuleren kan niet; een ander in jullie plaats laten gaan wel. Kan annuleren "
        "niet (meer) gratis, dan zet je je duo terug in de verkoop: neemt iemand "
        "anders jullie plaats, dan krijg je de hele prijs terug."
    )


def test_another_host_gets_only_the_own_ticket_and_link():
    order = make_paid_order(pairs=2)
    pair = named_host(order.pairs.get(number=2))

    message = guest_mail.host_ticket(pair)

    assert message.to == ["farida@voorbeeld.example"]
    assert host_link(pair) in message.body
    assert order.token not in message.body + html_of(message)
    ticket = PdfReader(BytesIO(message.attachments[0].content)).pages[0].extract_text()
    assert "Farida Boumans" in ticket
    assert "Nodig iemand uit" in message.body


def test_an_invitation_says_who_gave_the_address_and_has_one_way_in():
    guest = make_guest()

    message = guest_mail.invitation(guest)

    assert message.to == ["daan@voorbeeld.example"]
    assert message.subject == "Iris de Wit neemt je mee naar Hackathon Een Nieuw Geluid"
    assert message.attachments == []
    for text in (message.body, html_of(message)):
        for sentence in (
            "Iris de Wit gaf ons je naam en e-mailadres om je uit te nodigen.",
            "Het kost je niets",
            "14 dagen na het evenement",
            "30 dagen erna",
            "Autoriteit Persoonsgegevens",
        ):
            assert sentence in text
        tickets = [link for link in links(text) if "/tickets/" in link]
        assert tickets == [guest_link(guest)]


def test_where_host_and_buyer_differ_the_invitation_names_both():
    guest = make_guest(pair=named_host(make_paid_order().pairs.get()))

    body = guest_mail.invitation(guest).body

    assert "Farida Boumans of Iris de Wit, die de kaartjes kocht, gaf ons" in body


@pytest.mark.parametrize("state", ["declined_at", "replaced_at", "admitted"])
def test_an_invitation_that_lost_its_sense_is_not_sent(now, state):
    guest = make_guest(**{state: now})

    assert guest_mail.invitation(guest) is None


def test_nothing_goes_out_for_a_pair_that_was_cancelled():
    guest = make_guest(admitted=True)
    Pair.objects.update(state=Pair.State.CANCELLED, place=None)
    guest = Guest.objects.get()

    for build in (
        guest_mail.invitation,
        guest_mail.guest_ticket,
        guest_mail.guest_confirmed,
    ):
        assert build(guest) is None
    assert guest_mail.host_ticket(guest.pair) is None


def test_a_guest_gets_the_own_half_only():
    guest = make_guest(admitted=True)
    slug = guest.pair.order.event.slug

    message = guest_mail.guest_ticket(guest)

    assert message.to == ["daan@voorbeeld.example"]
    assert files(message) == [f"kaartje-{slug}.pdf", f"{slug}.ics"]
    assert guest_link(guest) in message.body
    assert guest.pair.host_token not in message.body + html_of(message)


def test_a_confirmation_reaches_host_and_buyer_each_with_the_own_link(now, mailoutbox):
    guest = make_guest(pair=named_host(make_paid_order().pairs.get()))
    daan = {"name": "Daan", "email": "daan@x.example"}

    admit(guest=guest, born=None, sector=make_sector("Zorg"), now=now, **daan)
    pay_owed_mail(now=now)

    by_address = {message.to[0]: message for message in mailoutbox}
    assert sorted(by_address) == [
        "daan@x.example",
        "farida@voorbeeld.example",
        "iris@voorbeeld.example",
    ]
    to_host, to_buyer = (
        by_address["farida@voorbeeld.example"],
        by_address["iris@voorbeeld.example"],
    )
    assert (
        to_host.subject
        == to_buyer.subject
        == ("Daan gaat mee naar Hackathon Een Nieuw Geluid")
    )
    assert host_link(guest.pair) in to_host.body
    assert guest.pair.order.token not in to_host.body
    assert order_link(guest.pair.order) in to_buyer.body
    assert guest.token not in to_host.body + to_buyer.body


def test_who_declined_is_not_named_any_more(now, mailoutbox):
    guest = make_guest()

    decline(guest=guest, now=now)
    pay_owed_mail(now=now)

    (message,) = mailoutbox
    assert message.to == ["iris@voorbeeld.example"]
    assert "Daan" not in message.subject + message.body + html_of(message)
    assert "Nodig iemand anders uit, dat kan tot 5 maart 2027" in message.body


def test_after_the_deadline_the_mail_does_not_promise_another_guest():
    guest = make_guest()
    decline(guest=guest, now=guest.pair.order.event.changes_until)

    body = guest_mail.guest_declined(Guest.objects.get()).body

    assert "Nodig iemand anders uit" not in body
    assert "Antwoord op deze mail" in body


def test_who_paid_too_late_hears_that_all_of_it_comes_back():
    order = make_paid_order(status=Order.Status.RETURNED)

    message = payment_mail.late_payment(order)

    assert message.to == ["iris@voorbeeld.example"]
    assert "Je krijgt het hele bedrag terug: €\xa0149,00." in message.body
    assert payment_mail.late_payment(make_paid_order()) is None


def test_a_second_payment_comes_back_and_the_tickets_stay():
    message = payment_mail.refund(make_refund(make_paid_order()))

    assert message.subject == "Je krijgt € 149,00 terug"
    assert "twee keer betaald" in message.body
    assert "Aan je kaartjes verandert niets." in message.body


def every_mail() -> list:
    """One of each kind."""
    order = make_paid_order(pairs=3, buyer_name="Iris O’Hara & <Zn>")
    first, second, third = order.pairs.order_by("number")
    guest = make_guest(pair=first, admitted=True)
    waiting = make_guest(pair=named_host(second))
    gone = make_guest(
        pair=named_host(third), name="", email="", declined_at=order.paid_at
    )
    returned = make_paid_order(status=Order.Status.RETURNED)
    return [
        payment_mail.confirmation(order),
        payment_mail.late_payment(returned),
        payment_mail.refund(make_refund(order)),
        guest_mail.host_ticket(second),
        guest_mail.invitation(waiting),
        guest_mail.guest_ticket(guest),
        guest_mail.guest_confirmed(guest),
        guest_mail.guest_confirmed_to_buyer(guest),
        guest_mail.guest_declined(gone),
        guest_mail.guest_declined_to_buyer(gone),
    ]


def test_no_mail_fetches_or_counts_anything():
    for message in every_mail():
        html = html_of(message)
        assert not re.search(r"<(img|script|link|iframe)\b|url\(|@import|<style", html)
        assert all(link.startswith(SITE) for link in links(html + message.body))
        assert 'style="' in html


def test_a_mail_is_plain_text_where_it_is_plain_text():
    for message in every_mail():
        text = message.subject + message.body
        assert not re.search(r"&(amp|lt|gt|quot|#\w+);|<p|{[{%]", text)
        assert "\n\n\n" not in message.body
        assert "\n" not in message.subject
        assert "<Zn>" not in message.alternatives[0].content


def test_every_kind_that_is_owed_is_built(now):
    """A kind that nobody builds would be owed for ever."""
    guest = make_guest()
    kinds = {
        "events.confirmation": guest.pair.order,
        "events.late_payment": guest.pair.order,
        "events.host_ticket": guest.pair,
        "events.invitation": guest,
        "events.guest_ticket": guest,
        "events.guest_confirmed": guest,
        "events.guest_confirmed_to_buyer": guest,
        "events.guest_declined": guest,
        "events.guest_declined_to_buyer": guest,
    }

    for kind, about in kinds.items():
        owe_mail(kind=kind, about=about, now=now)

    assert {owed.kind for owed in OwedMail.objects.all()} == set(kinds)
    assert kind_of("events.refund").model is Refund
