"""Sectors, organisations and persons: one registry for the whole site."""

from django.db import models
from wagtail.search import index


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


class Organisation(index.Indexed, models.Model):
    """A company or institution that a story, a guest or a member comes from."""

    class Kind(models.TextChoices):
        INHOUSE = "inhouse", "inhouse"
        OUTSOURCER = "facilitair", "facilitair contactcenter"
        SUPPLIER = "leverancier", "leverancier"
        ASSOCIATION = "vereniging", "vereniging"
        OTHER = "overig", "overig"

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
    website = models.URLField("website", blank=True)
    about = models.TextField("over", max_length=600, blank=True)

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
    ]

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"

    def __str__(self):
        return self.name


class Person(index.Indexed, models.Model):
    """Author, interviewee, member or lead; the same row in every part."""

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
    photo = models.ForeignKey(
        "home.Photo",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="foto",
    )
    about = models.TextField("over", max_length=600, blank=True)

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
    ]

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"

    def __str__(self):
        return self.name
