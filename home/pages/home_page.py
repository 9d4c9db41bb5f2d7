"""The front page: its own words here, the rest by tags of the upper floors."""

from django.conf import settings
from django.db import models
from wagtail.fields import RichTextField, StreamField

from home.blocks import FigureNumberBlock
from home.pages.base import BasePage


class HomePage(BasePage):
    """What the movement is after, and how it began."""

    template = "home/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    page_description = "De voorpagina"
    summary_field = "lead"
    keep_for = 1  # it says how many places are left

    heading = models.CharField("kop", max_length=120)
    lead = models.TextField("inleiding", max_length=400)
    origin_heading = models.CharField("kop van ‘hoe het begon’", max_length=120)
    origin = RichTextField("hoe het begon", features=["bold", "italic", "link"])
    figures = StreamField(
        [("figure", FigureNumberBlock())], blank=True, verbose_name="getallen"
    )

    content_panels = [
        *BasePage.content_panels,
        "heading",
        "lead",
        "origin_heading",
        "origin",
        "figures",
    ]

    class Meta:
        verbose_name = "voorpagina"

    def json_ld(self):
        return {
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": settings.SITE_NAME,
            "url": self.canonical,
            "inLanguage": "nl",
        }
