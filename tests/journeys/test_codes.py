"""The clock of a hold, and a code that takes off or takes all."""

from playwright.sync_api import expect

from tests.journeys.axe import violations
from tests.journeys.tickets import fill_in, hold

BUYER = {"Voor- en achternaam": "Wout Hermsen"}
MINUTE = 60_000
FOR_PARTNERS = """
from datetime import timedelta
from django.utils import timezone
from events.models import EventIndexPage, EventPage
from tests.factories.events import make_event, make_ticket, make_voucher

now = timezone.now()
starts_at = now + timedelta(days=100)
slug = "oefenavond-meppel"
event = make_event(name="Oefenavond Meppel", slug=slug, capacity=2, starts_at=starts_at)
types = [make_ticket(event=event), make_ticket(event=event, name="Partnerkaartje",
         price=99, only_with_code=True, position=1)]
EventIndexPage.objects.get().add_child(
    instance=EventPage(
        event=event, title=event.name, slug=slug, lead="Oefen wat er mis kan."
    )
)
voucher = make_voucher(event, now, code="PARTNER", value=0, most=2, keeps_places=True)
voucher.tickets.add(*types)
"""
MAKE_A_CODE = """
from django.utils import timezone
from events.models import Event, Voucher
from events.vouchers.services import save_voucher
event = Event.objects.get(slug="hackathon")
voucher = Voucher(event=event, code="{code}", kind="percent", value={off}, most=5)
save_voucher(voucher=voucher, now=timezone.now())
"""


def test_the_page_says_that_the_time_is_nearly_up_and_then_that_it_is(site, open_page):
    page = open_page(width=390)

    def come_late(route):
        page.clock.fast_forward(5 * MINUTE)
        route.continue_()

    page.route("**/hold-timer.js", come_late)
    page.clock.install()
    hold(page, site)
    fill_in(page, "Jij", BUYER)
    region = page.locator("#tijd-melding")
    expect(region).to_have_attribute("role", "status")
    expect(region).to_be_empty()

    page.clock.fast_forward(13 * MINUTE + 1000)
    expect(region).to_contain_text("Nog 2 minuten.")
    assert violations(page) == []
    page.clock.fast_forward(2 * MINUTE + 1000)
    expect(region).to_contain_text("De tijd is om, dus je plaatsen zijn vrijgegeven.")
    assert violations(page) == []

    region.get_by_role("button", name="Houd weer plaatsen vast").click()
    name = page.get_by_role("textbox", name="Voor- en achternaam")
    expect(name).to_have_value("Wout Hermsen")
    expect(page.get_by_text("Je plaatsen blijven voor je vrij tot")).to_be_visible()
    page.get_by_role("button", name="Laat maar, geef mijn plaatsen vrij").click()


def test_a_code_takes_off_and_another_makes_it_free(site, open_page):
    page = open_page(width=1440, scheme="dark", java_script_enabled=False)
    site.run(MAKE_A_CODE.format(code="TIENERAF", off=10))
    site.run(MAKE_A_CODE.format(code="TEGAST", off=100))
    hold(page, site)
    fill_in(page, "Jij", BUYER | {"E-mailadres": "wout@koper.example"})
    code = page.get_by_label("Kortingscode")
    use = page.get_by_role("button", name="Gebruik de code")

    # unknown, then good in any case, then all of it
    code.fill("bestaat niet")
    use.click()
    expect(page.get_by_role("alert")).to_contain_text("Deze code kennen we niet.")
    code.fill("tiener af")
    use.click()
    expect(page.get_by_text("Totaal: € 134,10")).to_be_visible()
    code.fill("te-gast")
    page.get_by_role("button", name="Verander de code").click()

    # nothing to pay, so no bank and no invoice
    expect(page.get_by_role("group", name="De factuur")).to_have_count(0)
    page.get_by_label("Dat komt later").check()
    page.get_by_label("Ik ga akkoord met de voorwaarden").check()
    page.get_by_role("button", name="Aanmelden").click()
    expect(page.get_by_text("Aangemeld", exact=True)).to_be_visible()
    site.mail("wout@koper.example", "Aangemeld")


def test_a_code_opens_a_type_that_nobody_else_sees(site, open_page):
    site.run(FOR_PARTNERS)
    for width, scheme in ((390, "light"), (1440, "dark")):
        page = open_page(width=width, scheme=scheme)

        page.goto(site.url("/agenda/oefenavond-meppel/"))
        expect(
            page.get_by_role("heading", name="Alleen nog met een code")
        ).to_be_visible()
        expect(page.get_by_text("Partnerkaartje")).to_have_count(0)
        found = violations(page)
        page.get_by_label("Code", exact=True).fill("partner")
        page.get_by_role("button", name="Bestel met je code").click()
        page.get_by_label("Duoticket").select_option("Partnerkaartje")
        found += violations(page)
        page.get_by_role("button", name="Verder").click()

        expect(page.get_by_text("Totaal: €\xa099,00")).to_be_visible()
        assert found == []
