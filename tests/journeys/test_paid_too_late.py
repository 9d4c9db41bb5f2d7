"""Money that comes in too late to buy anything, as its buyer sees it go back."""

from playwright.sync_api import expect

from tests.journeys.tickets import MAKE_AN_EVENT, Checks, fill_in, link_in, place

THE_PLACE_GOES_TO_ANOTHER = """
from events.models import Order, Pair
from events.orders.models import GIVEN_BACK
from tests.factories.events import make_paid_order

order = Order.objects.get(event__slug="{slug}")
order.pairs.update(state="released", **GIVEN_BACK)
Order.objects.filter(pk=order.pk).update(status="lapsed", held_by="")
make_paid_order(ticket=order.pairs.get().ticket)
"""
THE_FIRST_ATTEMPT_IS_TAKEN_FOR_DEAD = """
from django.utils import timezone
from events.models import Payment
first = Payment.objects.filter(order__event__slug="{slug}")
first.update(status="expired", settled_at=timezone.now())
"""
ALL_IS_ASKED_AGAIN = """
from django.utils import timezone
from events.models import Payment
from events.payments.services import settle
from home.mail.services import pay_owed_mail

for payment in Payment.objects.filter(order__event__slug="{slug}").order_by("pk"):
    settle(payment=payment, now=timezone.now())
pay_owed_mail(now=timezone.now())
"""


def go_and_pay(page, site, slug: str) -> None:
    """From the page of the event to the bank, with a guest for later."""
    page.goto(site.url(f"/agenda/{slug}/"))
    page.get_by_role("button", name="Bestel je duoticket").click()
    buyer = {
        "Voor- en achternaam": "Iris de Wit",
        "E-mailadres": f"iris@{slug}.example",
    }
    fill_in(page, "Jij", buyer)
    page.get_by_label("Dat komt later").check()
    place(page)


def test_who_pays_too_late_gets_the_money_and_stands_first_in_line(site, open_page):
    slug, page, checks = "oefenavond-goes", open_page(width=390), Checks(open_page)
    site.run(MAKE_AN_EVENT.format(name="Oefenavond Goes", slug=slug, capacity=1))
    go_and_pay(page, site, slug)

    site.run(THE_PLACE_GOES_TO_ANOTHER.format(slug=slug))
    page.get_by_role("button", name="Betaal met iDEAL | Wero").click()

    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Je krijgt je geld terug")
    expect(page.get_by_text("Je staat vooraan op de wachtlijst.")).to_be_visible()
    checks.look_at(page)
    mail = site.mail(f"iris@{slug}.example", "Je krijgt je geld terug")
    assert "€\xa0149,00" in mail.get_body(("plain",)).get_content()
    page.goto(link_in(site.mail(f"iris@{slug}.example", "wachtlijst"), "/wachtlijst/"))
    expect(heading).to_have_text("Jij bent de eerste")
    expect(page.get_by_text("Daarom ga je voor.")).to_be_visible()
    checks.look_at(page)
    assert checks.found == []


def test_who_pays_twice_gets_the_second_payment_back(site, open_page):
    slug, page, checks = "oefenavond-sneek", open_page(width=1440), Checks(open_page)
    site.run(MAKE_AN_EVENT.format(name="Oefenavond Sneek", slug=slug, capacity=1))
    go_and_pay(page, site, slug)
    page.get_by_role("button", name="Betaal en de uitslag volgt later").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Je betaling wordt verwerkt")
    checks.look_at(page)
    order = page.url

    # the bank is slow, and the buyer pays once more
    site.run(THE_FIRST_ATTEMPT_IS_TAKEN_FOR_DEAD.format(slug=slug))
    page.goto(f"{order}gegevens/")
    place(page)
    page.get_by_role("button", name="Betaal met iDEAL | Wero").click()
    expect(page.get_by_text("Betaald, €\xa0149,00")).to_be_visible()
    page.goto(site.stripe)
    with page.expect_navigation():
        page.get_by_role("button", name="Uitslag: betaald").first.click()
    site.run(ALL_IS_ASKED_AGAIN.format(slug=slug))

    page.goto(order)
    expect(page.get_by_text("Terug, twee keer betaald")).to_be_visible()
    expect(page.get_by_text("Betaald, €\xa0149,00")).to_be_visible()
    checks.look_at(page)
    mail = site.mail(f"iris@{slug}.example", "Je krijgt .* terug")
    assert "Aan je kaartjes verandert niets." in mail.get_body(("plain",)).get_content()
    assert checks.found == []
