"""The desk of an organiser: every page on a phone and in the dark, and a message."""

import json

from playwright.sync_api import expect

from tests.journeys.axe import violations
from tests.journeys.cms import log_in
from tests.journeys.looks import WIDER_THAN_THE_WINDOW, by_turns

PAGES = """
import json
from django.urls import reverse
from events.models import Event, Order, Voucher
event = Event.objects.get(slug="hackathon")
full = Event.objects.get(slug="meeloopdag-deventer")
order = event.orders.filter(status="paid", pairs__guests__isnull=False).first()
gone = event.orders.filter(status="cancelled").first()
def of(name, *args): return reverse(f"organiser_{name}", args=args)
print(json.dumps([
    of("orders:index"), of("orders:add"), of("orders:sell"),
    *(of(f"orders:{name}", order.pk) for name in
      ("inspect", "note", "send_again", "buyer", "cancel", "refund")),
    of("orders:host", order.pk, 1), of("orders:guest", order.pk, 1),
    of("orders:inspect", gone.pk),
    of("events:index"),
    *(of(f"events:{name}", event.pk) for name in
      ("inspect", "edit", "copy", "message", "move", "call_off")),
    of("events:waiting", full.pk), of("events:inspect", full.pk),
    of("tickets:index"), of("tickets:edit", full.tickets.get().pk),
    of("vouchers:index"), of("vouchers:add"),
    of("vouchers:edit", Voucher.objects.first().pk),
    of("money:index"),
]))
"""

# Wagtail cuts off what is too wide, and then nothing scrolls
STICKING_OUT = """[...document.querySelectorAll("main :is(input, select, textarea)")]
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
  .map(one => one.name || one.id)"""
SQUEEZED = """[...document.querySelectorAll("main td.title")]
  .filter(one => one.offsetWidth < 150).map(one => one.innerText.trim())"""


def at_the_desk(site, open_page, *, width: int, scheme: str = "light"):
    """Logged in where there is room for the menu, which is folded on a phone."""
    page = open_page(scheme=scheme)
    log_in(page, site, "organisator")
    page.set_viewport_size({"width": width, "height": 900})
    return page


def test_every_page_of_the_desk_is_for_everybody(site, open_page):
    found = []
    for (width, scheme), paths in by_turns(json.loads(site.run(PAGES))):
        page = at_the_desk(site, open_page, width=width, scheme=scheme)
        for path in paths:
            page.goto(site.url(path))
            found += violations(page)
            if (wider := page.evaluate(WIDER_THAN_THE_WINDOW)) > 0:
                found.append(f"{path} is {wider} pixels too wide")
            for what, script in (("sticks out", STICKING_OUT), ("squeezed", SQUEEZED)):
                found += [f"{path}: {name} {what}" for name in page.evaluate(script)]

    assert found == []


def test_a_message_is_written_seen_and_sent(site, open_page):
    page = at_the_desk(site, open_page, width=390)
    number = site.run(
        "from events.models import Event as E;"
        "print(E.objects.get(slug='meeloopdag-deventer').pk)"
    )
    page.goto(site.url(f"/cms/evenementen/{number}/bericht/"))
    page.get_by_label("alle gastheren").check()
    page.get_by_label("Onderwerp").fill("Neem een trui mee")
    page.get_by_role("textbox", name="Tekst").fill("Het is fris op de vloer.")

    page.get_by_role("button", name="Bekijk het bericht").click()
    seen = page.get_by_role("region", name="Zo wordt het")
    expect(seen).to_contain_text("Het is fris op de vloer.")
    found = violations(page)
    page.get_by_role("button", name="Verstuur aan").click()

    expect(page.get_by_text("Het bericht gaat naar")).to_be_visible()
    assert found == []


def test_a_person_is_looked_up_and_what_there_is_is_shown(site, open_page):
    page = open_page(scheme="dark")
    log_in(page, site, "beheerder")
    page.goto(site.url("/cms/persoon/"))
    found = violations(page)

    page.get_by_label("E-mailadres").fill("femke.huisman@voorbeeld.example")
    page.get_by_role("button", name="Zoek", exact=True).click()

    expect(page.get_by_role("heading", name="Bestellingen")).to_be_visible()
    assert found + violations(page) == []
