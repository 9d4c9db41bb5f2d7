"""A note and a document that stay within the group."""

import secrets

from django.db import models
from django.utils.text import slugify


class GroupNote(models.Model):
    """Written by any member, and by the next."""

    group = models.ForeignKey(
        "community.WorkingGroupPage",
        models.CASCADE,
        related_name="notes",
        verbose_name="werkgroep",
    )
    title = models.CharField("titel", max_length=120)
    text = models.TextField("notitie", max_length=20_000)
    changed_by = models.ForeignKey(
        "home.Person",
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="laatst veranderd door",
    )
    changed_at = models.DateTimeField("laatst veranderd op")

    class Meta:
        verbose_name = "notitie van een werkgroep"
        verbose_name_plural = "notities van werkgroepen"

    def __str__(self):
        return self.title


def where_nobody_looks(_file: "GroupFile", name: str) -> str:
    """No web server may give this folder away; the view asks who wants it."""
    stem, _, kind = name.rpartition(".")
    return (
        f"besloten/{secrets.token_hex(16)}/{slugify(stem)[:60] or 'bestand'}"
        f".{kind.lower()}"
    )


class GroupFile(models.Model):
    """Read by members; publishing makes a copy that everybody reads."""

    group = models.ForeignKey(
        "community.WorkingGroupPage",
        models.CASCADE,
        related_name="files",
        verbose_name="werkgroep",
    )
    title = models.CharField("titel", max_length=120)
    file = models.FileField("bestand", upload_to=where_nobody_looks, max_length=160)
    added_by = models.ForeignKey(
        "home.Person",
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="toegevoegd door",
    )
    added_at = models.DateTimeField("toegevoegd op")
    document = models.ForeignKey(
        "wagtaildocs.Document",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="geplaatst als",
    )

    class Meta:
        verbose_name = "besloten document"
        verbose_name_plural = "besloten documenten"

    def __str__(self):
        return self.title

    @property
    def name(self) -> str:
        """As a browser keeps it."""
        return str(self.file).rpartition("/")[2]
