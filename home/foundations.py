"""What must exist before anybody writes: the front page, the site, sectors, details."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Collection, Page, Site

from home import fixed_pages
from home.models import HomePage, Role, Sector, SiteDetails

SECTORS = [  # who studies or has no work counts as another sector (rule 2)
    ("klantcontact", "Klantcontact"),
    ("bouw", "Bouw en techniek"),
    ("cultuur", "Cultuur en media"),
    ("financien", "Financiële diensten"),
    ("horeca", "Horeca en toerisme"),
    ("ict", "ICT"),
    ("industrie", "Industrie"),
    ("onderwijs", "Onderwijs en onderzoek"),
    ("overheid", "Overheid"),
    ("transport", "Transport en logistiek"),
    ("winkel", "Winkel en groothandel"),
    ("zorg", "Zorg en welzijn"),
    ("studie", "Ik studeer"),
    ("geen-werk", "Ik heb nu geen werk"),
    ("anders", "Iets anders"),
]

ROLES = [  # slug, name, plural
    ("medewerker", "medewerker", "medewerkers"),
    ("teamleider", "teamleider", "teamleiders"),
    ("wfm", "planner of WFM’er", "planners en WFM’ers"),
    ("manager", "manager klantcontact", "managers klantcontact"),
    ("hr", "HR of opleiding", "mensen van HR en opleiding"),
    ("kwaliteit", "kwaliteit", "mensen van kwaliteit"),
    ("technologie", "technologie", "mensen van technologie"),
    ("uitbesteder", "uitbesteder", "uitbesteders"),
    ("leverancier", "leverancier of adviseur", "leveranciers en adviseurs"),
    ("klant", "klant", "klanten"),
    ("andere-branche", "andere branche", "mensen uit een andere branche"),
]

FIGURES = [  # what is counted, and how long its bar is
    ("18.000+", 100, "keer werd de oproep gelezen"),
    ("70+", 62, "vakgenoten wilden meedoen"),
    ("±30", 46, "vulden de vragenlijst in"),
    ("16", 32, "schoven aan bij het eerste gesprek"),
    ("3", 14, "thema’s bleven over"),
]


def lay() -> HomePage:
    """Create what is missing and leave alone what an editor changed."""
    home = HomePage.objects.first() or _first_home_page()
    site = _site(home)
    SiteDetails.objects.get_or_create(site=site)
    fixed_pages.lay(home)
    Collection.objects.filter(depth=1, name="Root").update(name="Algemeen")
    top = {"title": "Alles", "draft_title": "Alles"}
    Page.objects.filter(depth=1, title="Root").update(**top)
    for position, (slug, name) in enumerate(SECTORS):
        Sector.objects.get_or_create(
            slug=slug, defaults={"name": name, "position": position}
        )
    for position, (slug, name, plural) in enumerate(ROLES):
        Role.objects.get_or_create(
            slug=slug, defaults={"name": name, "plural": plural, "position": position}
        )
    return home


def _first_home_page() -> HomePage:
    root = Page.objects.get(depth=1)
    home = HomePage(
        title="Een Nieuw Geluid",
        slug="voorpagina",
        heading="Klantcontact klinkt beter dan zijn naam.",
        lead=(
            "De hele dag door helpen mensen andere mensen verder, aan de telefoon, in "
            "de chat en aan de balie. Dat haalt zelden het nieuws. Hier wel: "
            "vakgenoten vertellen wat goed gaat, wat schuurt en wat ze eraan doen."
        ),
        origin_heading="Het begon met één bericht",
        origin=(
            "<p>In december 2020 verscheen een kritisch onderzoek naar de marges van "
            "grote contactcenters. De brancheverenigingen zwegen. Een manager van een "
            "klantenservice zweeg niet: zij vroeg vakgenoten om een nieuw geluid.</p>"
            "<p>In januari 2021 zat er een eerste groep bij elkaar, ervaren en nieuw "
            "door elkaar. Ze hadden twee vragen: wat moet er beter, en wat heb jij "
            "nodig? De drie antwoorden die steeds terugkwamen, zijn nu onze "
            "werkgroepen.</p>"
        ),
        figures=[
            ("figure", {"number": number, "share": share, "label": label})
            for number, share, label in FIGURES
        ],
    )
    root.add_child(instance=home)
    return home


def _site(home: HomePage) -> Site:
    """The one site, at the address of SITE_URL; Wagtail's welcome page makes room."""
    address = urlsplit(settings.SITE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first() or Site(
        is_default_site=True
    )
    welcome = site.root_page_id and site.root_page_id != home.pk and site.root_page
    site.root_page = home
    site.hostname, site.port = address.hostname, port
    site.site_name = settings.SITE_NAME
    site.save()
    if welcome and welcome.specific_class is Page:
        welcome.delete()
    return site
