"""A word of the trade, and what it means."""

from django.db import models
from django.urls import reverse
from wagtail.search import index

from home.search.folding import Folded


class Term(Folded, models.Model):
    """Explained once, on the list and wherever a story needs it."""

    word = models.CharField("begrip", max_length=80, unique=True)
    slug = models.SlugField("adres", max_length=120, unique=True)
    meaning = models.TextField(
        "uitleg",
        max_length=400,
        help_text="In gewone woorden, voor wie het vak niet kent. Twee zinnen is veel.",
    )

    search_fields = [
        index.SearchField("word"),
        index.AutocompleteField("word"),
        index.FilterField("id"),
    ]

    class Meta:
        verbose_name = "begrip"
        verbose_name_plural = "begrippen"

    def __str__(self):
        return self.word

    def get_absolute_url(self):
        return f"{reverse('terms')}#{self.slug}"
