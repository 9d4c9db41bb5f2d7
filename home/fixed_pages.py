"""The pages that every installation begins with; editors take over from here."""

from typing import NamedTuple

from django.template.loader import render_to_string

from home.contact.pages import ContactPage
from home.pages.content_page import ContentPage
from home.pages.home_page import HomePage


class FixedPage(NamedTuple):
    """A page; its first text stands in templates/home/first_texts/<slug>.html."""

    slug: str
    title: str
    lead: str
    shows_details: bool = False


PAGES = [
    FixedPage(
        "hoe-het-begon",
        "Hoe het begon",
        "Van één bericht in december 2020 naar drie werkgroepen en een hackathon.",
    ),
    FixedPage("colofon", "Colofon", "Wie deze site maakt, en hoe.", shows_details=True),
    FixedPage(
        "privacy",
        "Privacy: wat we bewaren",
        "Wat we van je vragen, waarom, en hoelang we het hooguit bewaren.",
    ),
    FixedPage(
        "toegankelijkheid",
        "Toegankelijkheid",
        "Iedereen moet hier kunnen lezen, bestellen en meedoen.",
    ),
    FixedPage(
        "huisregels",
        "Huisregels",
        "Waar je je aan houdt als je hier reageert, en wat wij doen als dat niet lukt.",
    ),
    FixedPage(
        "voorwaarden",
        "Voorwaarden",
        "Wat we afspreken als je een duoticket bestelt.",
    ),
]
CONTACT = FixedPage(
    "contact",
    "Contact",
    "Een vraag over je bestelling, een fout in een verhaal, of een idee waar je mee "
    "rondloopt: schrijf het op. Je krijgt meestal binnen 3 werkdagen antwoord.",
)


def lay(home: HomePage) -> None:
    """Make what is missing; a page that exists is the editors' own."""
    if not ContactPage.objects.exists():
        title, lead = CONTACT.title, CONTACT.lead
        home.add_child(instance=ContactPage(slug=CONTACT.slug, title=title, lead=lead))
    there = set(home.get_children().values_list("slug", flat=True))
    for page in PAGES:
        if page.slug not in there:
            home.add_child(instance=_content_page(page))


def _content_page(page: FixedPage) -> ContentPage:
    text = render_to_string(f"home/first_texts/{page.slug}.html")
    return ContentPage(**page._asdict(), body=[("text", text)])
