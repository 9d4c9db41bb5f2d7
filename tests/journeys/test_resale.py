"""Money back when somebody takes the place: put back, offered, paid, refunded."""

from playwright.sync_api import expect

from tests.journeys.axe import violations
from tests.journeys.tickets import fill_in, link_in, place

IRIS = "iris@terug.example"

ONE_PLACE = """
from datetime import timedelta
from django.utils import timezone
from events.models import EventIndexPage, EventPage
from tests.factories.events import make_event, make_ticket

event = make_event(
    capacity=1,
    name="Oefenavond Zutphen",
    slug="oefenavond-zutphen",
    starts_at=timezone.now() + timedelta(days=200),
)
make_ticket(event=event)
EventIndexPage.objects.get().add_child(
    instance=EventPage(
        event=event,
        title=event.name,
        slug=event.slug,
        slogan="Met één duo aan tafel",
        lead="Een avond voor wie het nog eens rustig wil proberen.",
    )
)
"""
SOMEBODY_WAITS = """
from events.models import Event
from tests.factories.waiting import make_waiting

make_waiting(Event.objects.get(slug="oefenavond-zutphen"), "Noortje")
"""
A_MINUTE_PASSES = """
from django.utils import timezone
from events.cancellations.services import refund_resold
from events.payments.refunds import follow_refunds, pay_owed_refunds
from events.waiting_list.services import offer_places
from home.mail.services import pay_owed_mail

for step in (refund_resold, pay_owed_refunds, follow_refunds, offer_places):
    step(now=timezone.now())
pay_owed_mail(now=timezone.now())
"""
BOOKS = """
from django.utils import timezone
from events.ledger.services import reconcile
from events.models import Movement, Order
from tests.factories.money import assert_books_agree

reconcile(now=timezone.now())
orders = Order.objects.filter(event__slug="oefenavond-zutphen", paid_at__isnull=False)
for order in orders:
    assert_books_agree(order)
intents = orders.values("payments__intent_id")
moved = Movement.objects.filter(intent_id__in=intents).order_by("amount")
print(*[f"{each.amount:.2f}" for each in moved])
"""


def buy(page) -> None:
    """The guest comes later."""
    page.get_by_label("Dat komt later").check()
    place(page)
    page.get_by_role("button", name="Betaal met iDEAL | Wero").click()
    expect(page.get_by_text("Betaald, € 149,00")).to_be_visible()


def put_back(page) -> list[str]:
    """From the order to what it means, and back."""
    page.get_by_role("link", name="Zet je duo terug").click()
    expect(page.get_by_text("dan krijg je € 149,00 terug")).to_be_visible()
    found = violations(page)
    page.get_by_role("button", name="Zet het duo terug").click()
    expect(page.get_by_text("Je duo staat in de verkoop.")).to_be_visible()
    return found + violations(page)


def test_who_puts_a_pair_back_is_refunded_when_somebody_else_has_paid(site, open_page):
    site.run(ONE_PLACE)
    wide, small = open_page(width=1440, scheme="dark"), open_page(width=390)

    # Iris buys the only place, and can not come
    wide.goto(site.url("/agenda/oefenavond-zutphen/"))
    wide.get_by_role("button", name="Bestel je duoticket").click()
    fill_in(wide, "Jij", {"Voor- en achternaam": "Iris Terug", "E-mailadres": IRIS})
    buy(wide)
    order = wide.url
    ticket = wide.get_by_role("link", name="Bewaar je kaartje als pdf")
    pdf = site.url(ticket.get_attribute("href"))
    found = put_back(wide)
    site.mail(IRIS, "In de verkoop")

    # changes her mind, and again
    wide.get_by_role("button", name="Neem het duo terug").click()
    expect(wide.get_by_text("Duo 1 is uit de verkoop.")).to_be_visible()
    found += violations(wide)
    site.run(SOMEBODY_WAITS)  # not before: the minute that passes would offer it
    wide.get_by_role("link", name="Zet je duo terug").click()
    expect(wide.get_by_text("Op de wachtlijst wacht 1 persoon.")).to_be_visible()
    wide.goto(order)
    found += put_back(wide)

    # Noortje waited for it; until she has paid, the ticket works
    site.run(A_MINUTE_PASSES)
    small.goto(link_in(site.mail("noortje@wacht.example", "vrij"), "/wachtlijst/"))
    found += violations(small)
    wide.reload()
    expect(wide.get_by_text("Iemand heeft tot")).to_be_visible()
    assert wide.request.get(pdf).status == 200
    small.get_by_role("link", name="Bestel je duo").click()
    buy(small)
    found += violations(small)
    assert wide.request.get(pdf).status == 410

    # and Iris has her money back
    site.run(A_MINUTE_PASSES)
    wide.goto(link_in(site.mail(IRIS, "Verkocht, je krijgt je geld"), "/bestelling/"))
    assert wide.url == order
    expect(wide.get_by_text("Terug, plaats verkocht")).to_be_visible()
    found += violations(wide)
    assert site.run(BOOKS) == "-149.00 149.00 149.00"
    assert found == []
