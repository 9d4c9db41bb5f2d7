"""From sold out to a place: who waits is served, and sees where they stand."""

from playwright.sync_api import expect

from tests.journeys.axe import violations
from tests.journeys.tickets import link_in, place

SOLD_OUT = """
from datetime import timedelta
from django.utils import timezone
from events.models import EventIndexPage, EventPage
from tests.factories.waiting import make_sold_out

event = make_sold_out(
    name="Oefenavond Deventer",
    slug="oefenavond-deventer",
    starts_at=timezone.now() + timedelta(days=200),
).event
EventIndexPage.objects.get().add_child(
    instance=EventPage(
        event=event,
        title=event.name,
        slug=event.slug,
        slogan="Met z’n tweeën oefenen",
        lead="Een avond voor wie het nog eens rustig wil proberen.",
    )
)
"""
A_PLACE_COMES_FREE = """
from django.utils import timezone
from events.models import Event
from events.waiting_list.services import offer_places
from home.mail.services import pay_owed_mail
from tests.factories.waiting import free_a_place

free_a_place(Event.objects.get(slug="oefenavond-deventer"))
offer_places(now=timezone.now())
pay_owed_mail(now=timezone.now())
"""


def test_who_waits_is_offered_what_comes_free_and_buys_it(site, open_page):
    site.run(SOLD_OUT)
    noor, bram = open_page(width=390), open_page(width=1440, scheme="dark")
    links = {}

    # two people join, one after the other
    found = []
    for page, name in ((noor, "Noor"), (bram, "Bram")):
        page.goto(site.url("/agenda/oefenavond-deventer/"))
        found += violations(page)
        page.get_by_role("textbox", name="Je naam").fill(name)
        page.get_by_role("textbox", name="Je e-mailadres").fill(f"{name}@wacht")
        page.get_by_role("button", name="Zet me op de wachtlijst").click()
        expect(page.get_by_role("alert")).to_contain_text("Dit is geen e-mailadres.")
        found += violations(page)
        address = f"{name.lower()}@wacht.example"
        page.get_by_role("textbox", name="Je e-mailadres").fill(address)
        page.get_by_role("button", name="Zet me op de wachtlijst").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Kijk in je mail")
        found += violations(page)
        links[name] = link_in(site.mail(address, "wachtlijst"), "/wachtlijst/")
        page.goto(links[name])
    expect(noor.get_by_role("heading", level=1)).to_have_text("Jij bent de eerste")
    expect(bram.get_by_role("heading", level=1)).to_have_text("Je bent nummer 2 van 2")
    found += violations(noor) + violations(bram)

    # a place comes free: it is Noor's, and nobody else's
    site.run(A_PLACE_COMES_FREE)
    noor.goto(link_in(site.mail("noor@wacht.example", "vrij"), "/wachtlijst/"))
    expect(noor.get_by_role("heading", level=1)).to_have_text(
        "Er is een duo voor je vrij"
    )
    found += violations(noor)
    bram.reload()
    expect(bram.get_by_role("heading", level=1)).to_have_text("Jij bent de eerste")
    noor.get_by_role("link", name="Bestel je duo").click()
    noor.get_by_label("Dat komt later").check()
    place(noor)
    noor.get_by_role("button", name="Betaal met iDEAL | Wero").click()
    expect(noor.get_by_text("Betaald, € 149,00")).to_be_visible()
    noor.goto(links["Noor"])
    expect(noor.get_by_role("heading", level=1)).to_have_text("Je hebt besteld")
    found += violations(noor)

    # Bram has had enough
    bram.get_by_role("button", name="Haal me van de lijst").click()
    expect(bram.get_by_role("heading", level=1)).to_have_text("Je bent van de lijst af")
    found += violations(bram)
    assert found == []
