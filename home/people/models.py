"""Sectors, organisations and persons: one registry for the whole site."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from wagtail.search import index

from home.people import structured_data
from home.people.known import KnownQuerySet, known_by
from home.search.folding import Folded


class Sector(models.Model):
    """Where somebody works; an event has one as its home (rule 2)."""

    name = models.CharField("naam", max_length=60, unique=True)
    slug = models.SlugField("adres", max_length=60, unique=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "sector"
        verbose_name_plural = "sectoren"
        ordering = ["position", "name"]  # the order of every list to choose from

    def __str__(self):
        return self.name


class Role(models.Model):
    """What somebody does in the trade, or beside it; who is missing shows by it."""

    name = models.CharField("naam", max_length=60, unique=True)
    plural = models.CharField(
        "meervoud", max_length=60, help_text="Zoals in ‘we zoeken nog: teamleiders’."
    )
    slug = models.SlugField("adres", max_length=60, unique=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "rol in het vak"
        verbose_name_plural = "rollen in het vak"
        ordering = ["position", "name"]  # the order of every list to choose from

    def __str__(self):
        return self.name


class Organisation(Folded, models.Model):
    """A company or institution that a story, a guest or a member comes from."""

    class Kind(models.TextChoices):
        INHOUSE = "inhouse", "inhouse"
        OUTSOURCER = "facilitair", "facilitair contactcenter"
        SUPPLIER = "leverancier", "leverancier"
        ASSOCIATION = "vereniging", "vereniging"
        OTHER = "overig", "overig"

    class Staff(models.TextChoices):
        """Classes, since an exact number is wrong within a month."""

        TINY = "1-9", "minder dan 10"
        SMALL = "10-49", "10 tot 49"
        MEDIUM = "50-249", "50 tot 249"
        LARGE = "250-999", "250 tot 999"
        HUGE = "1000", "1.000 of meer"

    name = models.CharField("naam", max_length=120, unique=True)
    slug = models.SlugField("adres", max_length=120, unique=True)
    kind = models.CharField("soort", max_length=20, choices=Kind, default=Kind.OTHER)
    sector = models.ForeignKey(
        Sector,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name="sector",
    )
    place = models.CharField("plaats", max_length=80, blank=True)
    staff = models.CharField("medewerkers", max_length=10, choices=Staff, blank=True)
    founded = models.PositiveSmallIntegerField(
        "opgericht in", null=True, blank=True, help_text="Een jaartal: 2011."
    )
    website = models.URLField("website", blank=True)
    about = models.TextField("over", max_length=600, blank=True)

    objects = KnownQuerySet.as_manager()

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("id"),
    ]

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("organisation", args=[self.slug])

    @property
    def canonical(self) -> str:
        return settings.SITE_URL + self.get_absolute_url()

    @property
    def facts(self) -> list[dict]:
        """What is known, as the component `facts` takes it."""
        known = {
            "Soort": self.get_kind_display(),
            "Sector": str(self.sector or ""),
            "Plaats": self.place,
            "Medewerkers": self.get_staff_display(),
            "Opgericht": self.founded,
        }
        return [
            {"label": label, "value": value} for label, value in known.items() if value
        ]

    def known_people(self):
        """Who work there and have a page."""
        return self.people.known().order_by("name", "pk")

    def json_ld(self) -> dict:
        return structured_data.of_organisation(self)


class PersonQuerySet(KnownQuerySet):
    """Each method finishes the sentence `the persons …`."""

    def known(self):
        """Who have a page, and want everybody to see it."""
        return super().known().filter(visibility=Person.Visibility.EVERYONE)


class Person(Folded, models.Model):
    """Author, interviewee, member or lead; the same row in every part.

    `name` is what the site shows, on every page and to everybody; who chose to be
    there under another name, or none, has their own in `own_name` (decision 0043)."""

    class Visibility(models.TextChoices):
        EVERYONE = "iedereen", "iedereen"
        MEMBERS = "leden", "leden"
        NOBODY = "niemand", "niemand"

    name = models.CharField("naam", max_length=120)
    slug = models.SlugField("adres", max_length=120, unique=True)
    function = models.CharField("functie", max_length=120, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="people",
        verbose_name="organisatie",
    )
    role = models.ForeignKey(
        Role,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="people",
        verbose_name="rol in het vak",
        help_text="Waarmee we zien wie er nog niet aan tafel zit.",
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
        verbose_name="account",
        help_text="Wie hiermee inlogt, is deze persoon.",
    )
    photo = models.ForeignKey(
        "home.Photo",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="foto",
    )
    about = models.TextField("over", max_length=600, blank=True)
    visibility = models.CharField(
        "naam zichtbaar voor",
        max_length=10,
        choices=Visibility,
        default=Visibility.EVERYONE,
    )
    pseudonym = models.CharField("schuilnaam", max_length=120, blank=True)
    own_name = models.CharField("eigen naam", max_length=120, blank=True)
    reachable = models.BooleanField("bereikbaar via de site", default=False)

    objects = PersonQuerySet.as_manager()

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("function"),
        index.AutocompleteField("function"),
        index.FilterField("id"),
    ]

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        constraints = [
            models.CheckConstraint(
                name="person_own_name_while_another_is_shown",
                condition=Q(visibility="iedereen", pseudonym="", own_name="")
                | ((~Q(visibility="iedereen") | ~Q(pseudonym="")) & ~Q(own_name="")),
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("person", args=[self.slug])

    @property
    def canonical(self) -> str:
        return settings.SITE_URL + self.get_absolute_url()

    @property
    def name_among_members(self) -> str:
        """For who is logged in; a pseudonym is one for them too."""
        is_shown = self.visibility == self.Visibility.MEMBERS and not self.pseudonym
        return self.own_name if is_shown else self.name

    def json_ld(self) -> dict:
        return structured_data.of_person(self)


@known_by("organisation")
def by_its_people() -> Q:
    """Somebody who works there has a page, and that page names the organisation."""
    return Q(Exists(Person.objects.known().filter(organisation=OuterRef("pk"))))
