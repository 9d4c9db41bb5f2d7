"""Who is behind this site: one record for the footer, the colofon, mail and invoice."""

from django.db import models
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

OF_THE_SITE = [  # a page has thirty columns; of the root these are used
    *("site__hostname", "site__port", "site__root_page__title"),
    "site__root_page__url_path",
]


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
        """Site, its root page and these details in one query, kept on the request."""
        if not hasattr(request, "_site_details"):
            site = getattr(request, "_wagtail_site", None)
            details = None
            if site is None:
                details = cls._of_the_only_site()
            if details is None:
                site = Site.find_for_request(request)
                details = cls.objects.filter(site=site).first() or cls(site=site)
            else:
                request._wagtail_site = details.site
            request._site_details = details
        return request._site_details

    @classmethod
    def _of_the_only_site(cls):
        """The details of the one site there is; None when there are none or several."""
        shown = [field.name for field in cls._meta.concrete_fields]
        details = cls.objects.select_related("site__root_page")
        found = list(details.only(*shown, *OF_THE_SITE)[:2])
        return found[0] if len(found) == 1 else None
