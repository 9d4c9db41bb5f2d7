"""Who is behind this site: one record for the footer, the colofon, mail and invoice."""

from typing import NamedTuple

from django.core import checks
from django.db import models
from django.db.models import Exists, F, OuterRef, Value
from django.db.models.functions import Concat
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from home.pages.open_pages import open_pages
from home.statements import Rows

MARK = "werkgroepen/kwaliteit/"  # where the mark is made, below the front page
SELLER = [
    "legal_name",
    "street",
    "postal_code",
    "city",
    "kvk",
    "vat_id",
    "email",
    "phone",
]


class FrontPage(NamedTuple):
    """Where the site begins: a page has thirty columns, and these are used."""

    pk: int
    url_path: str
    title: str


@register_setting(icon="home")
class SiteDetails(BaseSiteSetting):
    """What art. 3:15d BW asks a seller to say, easily and permanently reachable."""

    name = models.CharField("naam", max_length=120, default="Een Nieuw Geluid")
    legal_name = models.CharField("statutaire naam", max_length=120, blank=True)
    street = models.CharField("straat en huisnummer", max_length=120, blank=True)
    postal_code = models.CharField("postcode", max_length=12, blank=True)
    city = models.CharField("plaats", max_length=80, blank=True)
    kvk = models.CharField("KvK-nummer", max_length=8, blank=True)
    vat_id = models.CharField("btw-id", max_length=20, blank=True)
    iban = models.CharField("IBAN", max_length=34, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    phone = models.CharField("telefoon", max_length=20, blank=True)
    tagline = models.CharField(
        "onderzin",
        max_length=120,
        default="Van, voor en door mensen in klantcontact.",
    )
    demo_note = models.CharField(
        "zin over de voorbeeldinhoud",
        max_length=255,
        blank=True,
        help_text="Staat onderaan elke pagina. Leeg laten als alles echt is.",
    )

    class Meta:
        verbose_name = "gegevens van de site"

    def __str__(self):
        return self.name

    @property
    def seller(self):
        """The name that stands on an invoice."""
        return self.legal_name or self.name

    @classmethod
    def for_request_at_once(cls, request):
        """The details and where the site begins, in one query, kept on the request."""
        if not hasattr(request, "_site_details"):
            request._site_details = cls._of_the_only_site() or cls._of_its_site(request)
        return request._site_details

    @classmethod
    def _of_the_only_site(cls):
        """The details of the one site there is; None when there are none or several."""
        found = WITH_FRONT_PAGE.of()
        return found[0] if len(found) == 1 else None

    @classmethod
    def _of_its_site(cls, request):
        site = Site.find_for_request(request)
        return cls.objects.filter(site=site).first() or cls(site=site)

    @property
    def front_page(self) -> FrontPage | None:
        """None when there is no site at all."""
        if "front_pk" in vars(self):
            return FrontPage(self.front_pk, self.front_path, self.front_title)
        if self.site_id is None:
            return None
        root = self.site.root_page
        return FrontPage(root.pk, root.url_path, root.title)

    @property
    def mark_address(self) -> str:
        """For the menu of every page; nothing when nobody may read about the mark."""
        return f"/{MARK}" if getattr(self, "mark_is_open", False) else ""


def _with_front_page() -> models.QuerySet:
    mark = Concat(OuterRef("site__root_page__url_path"), Value(MARK))
    return SiteDetails.objects.annotate(
        front_pk=F("site__root_page"),
        front_path=F("site__root_page__url_path"),
        front_title=F("site__root_page__title"),
        mark_is_open=Exists(open_pages().filter(url_path=mark)),
    )[:2]


WITH_FRONT_PAGE = Rows(_with_front_page)


@checks.register(checks.Tags.database, deploy=True)
def seller_is_known(databases=None, **kwargs) -> list[checks.CheckMessage]:
    """What a page, a mail and an invoice of a seller must say (art. 3:15d BW)."""
    if not databases:
        return []
    details = SiteDetails.objects.order_by("pk").first() or SiteDetails()
    empty = [
        str(SiteDetails._meta.get_field(name).verbose_name)
        for name in SELLER
        if not getattr(details, name)
    ]
    if not empty:
        return []
    missing = f"Bij de gegevens van de site ontbreekt: {', '.join(empty)}."
    hint = (
        "Vul het in onder Instellingen › Gegevens van de site, voor je iets verkoopt."
    )
    return [checks.Error(missing, hint=hint, id="home.E001")]
