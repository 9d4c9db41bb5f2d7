"""Terms: the words somebody agreed to, kept as they were (L5)."""

from django.db import models


class Terms(models.Model):
    """One version of the words; the same words are one row, whoever agreed to them."""

    digest = models.CharField("SHA-256", max_length=64, unique=True)
    text = models.TextField("tekst")
    since = models.DateTimeField("voor het eerst gebruikt op")

    class Meta:
        verbose_name = "voorwaarden"
        verbose_name_plural = "voorwaarden"

    def __str__(self):
        return f"voorwaarden {self.digest[:8]}"
