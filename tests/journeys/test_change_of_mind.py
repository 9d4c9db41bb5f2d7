"""What a buyer meets when it ends otherwise: cancel, withdraw, moved, called off."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.tickets import Checks, fill_in, hold, link_in, place

MAKE_AN_EVENT = """
from datetime import timedelta
from django.utils import timezone
from events.models import EventIndexPage, EventPage
from tests.factories.events import make_event, make_ticket

now = timezone.now()
event = make_event(
    name="{name}",
    slug="{slug}",
    starts_at=now + timedelta(days=100),
    withdrawal="{withdrawal}",
    cancel_free_until=now + timedelta(days=50),
    cancel_until=now + timedelta(days=90),
    cancel_fee=25,
)
make_ticket(event=event)
EventIndexPage.objects.get().add_child(
    instance=EventPage(
        event=event, title=event.name, slug=event.slug, lead="Oefen wat er mis kan."
    )
)
"""
THE_FREE_DAYS_ARE_OVER = """
from django.utils import timezone
from events.models import Order
Order.objects.filter(event__slug="{slug}").update(cancel_free_until=timezone.now())
"""
A_GUEST_ON_AGE = """
from django.utils import timezone
from datetime import date
from events.guests.services import admit
from events.models import Guest
guest = Guest.objects.get(email="{guest}")
born = date(timezone.now().year - 20, 1, 1)
admit(guest=guest, name="Daan", email=guest.email, born=born, sector=None,
      now=timezone.now())
"""
IT_MOVES = """
from datetime import timedelta
from django.contrib.auth.models import User
from django.utils import timezone
from events.models import Event
from events.organiser.moving.services import When, move_event
from home.mail.services import pay_owed_mail

now, week = timezone.now(), timedelta(days=7)
event = Event.objects.get(slug="{slug}")
moments = (event.starts_at, event.ends_at, event.changes_until)
to = When(*(moment + week for moment in moments))
by = User.objects.filter(is_superuser=True).first()
why = {{"why": "De zaal was dubbel geboekt.", "by": by}}
move_event(event=event, to=to, choose_until=now + week, now=now, **why)
pay_owed_mail(now=timezone.now())
"""
IT_IS_CALLED_OFF = """
from django.contrib.auth.models import User
from django.utils import timezone
from events.models import Event
from events.organiser.calling_off.services import call_off

by = User.objects.filter(is_superuser=True).first()
event = Event.objects.get(slug="{slug}")
call_off(event=event, why="De zaal staat onder water.", by=by, now=timezone.now())
"""
THE_REST_OF_IT = """
from django.utils import timezone
from events.organiser.calling_off.services import carry_on_calling_off
from home.mail.services import pay_owed_mail

carry_on_calling_off(now=timezone.now())
pay_owed_mail(now=timezone.now())
"""


def buy(page: Page, site, slug: str, *, pairs: int = 1, guest: str = "") -> str:
    """To the page of a paid order, whose address is returned."""
    hold(page, site, event=f"/agenda/{slug}/", pairs=pairs)
    buyer = {"Voor- en achternaam": "Iris de Wit"}
    fill_in(page, "Jij", buyer | {"E-mailadres": f"iris@{slug}.example"})
    if guest:
        page.get_by_label("Naam van de gast", exact=True).fill("Daan")
        page.get_by_label("E-mailadres van de gast", exact=True).fill(guest)
    else:
        for later in page.get_by_label("Dat komt later").all():
            later.check()
    place(page)
    page.get_by_role("button", name="Betaal met iDEAL | Wero").click()
    expect(page.get_by_text("Betaald, €")).to_be_visible()
    return page.url


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def test_a_buyer_cancels_one_duo_at_a_time_for_all_and_for_a_part(site, open_page):
    slug, page, checks = "oefendag-zwolle", open_page(width=390), Checks(open_page)
    names = {"name": "Oefendag Zwolle", "slug": slug, "withdrawal": "excluded"}
    site.run(MAKE_AN_EVENT.format(**names))
    order = buy(page, site, slug, pairs=2)

    # free of charge
    with page.expect_navigation():
        page.get_by_role("link", name="Annuleer een duo").click()
    checks.look_at(page)
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("alert")).to_contain_text("Kies welk duo")
    checks.look_at(page)
    page.get_by_label("Duo 2").check()
    page.get_by_role("button", name="Verder").click()
    heading(page, "Je duo annuleren?")
    checks.look_at(page)
    page.get_by_role("button", name="Ja, annuleer dit duo").click()
    expect(page.get_by_role("status")).to_contain_text("Je krijgt €\xa0149,00 terug.")
    checks.look_at(page)

    # and then for a part
    site.run(THE_FREE_DAYS_ARE_OVER.format(slug=slug))
    page.goto(order)
    page.get_by_role("link", name="Annuleer een duo").click()
    expect(page.get_by_text("Daarvan houden we in")).to_be_visible()
    checks.look_at(page)
    page.get_by_role("button", name="Ja, annuleer dit duo").click()
    heading(page, "Deze bestelling is geannuleerd")
    expect(
        page.get_by_text("Terug: €\xa0111,75, ingehouden: €\xa037,25")
    ).to_be_visible()
    checks.look_at(page)

    site.mail(f"iris@{slug}.example", "Geannuleerd", text="€\xa0111,75")
    assert checks.found == []


def test_a_buyer_withdraws_without_the_link(site, open_page):
    slug, page, checks = "oefendag-assen", open_page(width=1440), Checks(open_page)
    names = {"name": "Oefendag Assen", "slug": slug, "withdrawal": "14days"}
    site.run(MAKE_AN_EVENT.format(**names))
    order = buy(page, site, slug)
    reference = re.search("bestelling/([^/]+)/", order)[1]
    page.get_by_role("link", name="Herroep je bestelling hier").click()
    heading(page, "Je bestelling herroepen?")
    checks.look_at(page)

    page.goto(site.url("/tickets/herroepen/"))
    checks.look_at(page)
    page.get_by_label("naam").fill("Iris de Wit")
    page.get_by_label("nummer").fill("BESTAATNIET")
    page.get_by_label("E-mailadres").fill(f"iris@{slug}.example")
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("alert")).to_contain_text("We vinden geen bestelling")
    page.get_by_label("nummer").fill(reference.lower())
    page.get_by_role("button", name="Verder").click()
    heading(page, "Klopt dit, Iris de Wit?")
    page.get_by_role("button", name="Bevestig herroeping").click()
    heading(page, "Je bestelling is herroepen")

    page.goto(order)
    heading(page, "Deze bestelling is geannuleerd")
    checks.look_at(page)
    site.mail(f"iris@{slug}.example", "Herroepen")
    assert checks.found == []


def test_an_event_is_moved_and_then_called_off(site, open_page):
    slug, page, checks = "oefendag-emmen", open_page(width=390), Checks(open_page)
    names = {"name": "Oefendag Emmen", "slug": slug, "withdrawal": "excluded"}
    who, guest = f"iris@{slug}.example", f"daan@{slug}.example"
    site.run(MAKE_AN_EVENT.format(**names))
    order = buy(page, site, slug, guest=guest)
    invited = link_in(site.mail(guest, "neemt je mee"), "/tickets/gast/")
    site.run(A_GUEST_ON_AGE.format(guest=guest))

    # moved: the buyer chooses, the guest confirms again
    site.run(IT_MOVES.format(slug=slug))
    page.goto(link_in(site.mail(who, "is verzet"), "/verzet/"))
    checks.look_at(page)
    page.get_by_role("button", name="Ik kom op de nieuwe dag").click()
    expect(page.get_by_text("Fijn: je komt op de nieuwe dag.")).to_be_visible()
    checks.look_at(page)
    page.goto(order)
    expect(page.get_by_text("bevestigt opnieuw")).to_be_visible()
    checks.look_at(page)
    page.goto(invited)
    heading(page, "ga je nog steeds mee?")
    checks.look_at(page)

    # called off: everybody reads so at once, and the money goes back
    site.run(IT_IS_CALLED_OFF.format(slug=slug))
    for address in (f"/agenda/{slug}/", order, invited):
        page.goto(site.url(address) if address.startswith("/agenda") else address)
        expect(page.get_by_text("gaat niet door").first).to_be_visible()
        checks.look_at(page)
    page.goto(f"{order}verzet/")
    heading(page, "Oefendag Emmen gaat niet door")
    expect(page.get_by_text("Fijn: je komt op de nieuwe dag.")).to_have_count(0)
    checks.look_at(page)
    site.run(THE_REST_OF_IT)
    page.goto(order)
    heading(page, "Oefendag Emmen gaat niet door")
    expect(page.get_by_text("€\xa0149,00").first).to_be_visible()
    checks.look_at(page)
    site.mail(who, "Geannuleerd")
    assert checks.found == []
