"""What an outcome rests on."""

from django.core.files.base import File
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.forms import HiddenInput
from django.urls import reverse
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

ONE_SOURCE = "Geef een link of kies een document: één van de twee."
is_address = RegexValidator(
    r"^(https?://[^\s/]|/(?![/\\]))\S*\Z",
    "Begin met https:// of, voor een pagina op deze site, met één /.",
)


class Evidence(Orderable):
    """One source: a link or a document, so that a reader can check it.

    In a draft it can be a `file` that only the group reads; publishing makes a document
    of it. `upload` is what the writer sent along and nobody stored yet."""

    outcome = ParentalKey(
        "community.OutcomePage",
        on_delete=models.CASCADE,
        related_name="evidence",
        verbose_name="uitkomst",
    )
    title = models.CharField("titel", max_length=160)
    link = models.CharField(
        "link",
        max_length=500,
        blank=True,
        validators=[is_address],
        help_text="Een adres met https:// ervoor, of /verhalen/… op deze site.",
    )
    document = models.ForeignKey(
        "wagtaildocs.Document",
        models.PROTECT,  # an outcome must not lose what it rests on
        null=True,
        blank=True,
        related_name="+",
        verbose_name="document",
    )
    file = models.ForeignKey(
        "community.GroupFile",
        models.CASCADE,  # of a draft; what is published has its own document
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name="besloten document",
    )
    note = models.CharField(
        "noot",
        max_length=160,
        blank=True,
        help_text="Wat het is: pdf, 14 pagina’s; antwoorden van 30 deelnemers.",
    )

    upload: File | None = None

    panels = [
        "title",
        "link",
        "document",
        FieldPanel("file", widget=HiddenInput, attrs={"class": "w-hidden"}),
        "note",
    ]

    class Meta(Orderable.Meta):
        verbose_name = "bron"
        verbose_name_plural = "bronnen"
        constraints = [
            models.CheckConstraint(
                name="evidence_is_one_thing",
                condition=Q(link="", document__isnull=False, file=None)
                | Q(link="", document=None, file__isnull=False)
                | (~Q(link="") & Q(document=None, file=None)),
                violation_error_message=ONE_SOURCE,
            )
        ]

    def __str__(self):
        return self.title

    @property
    def url(self) -> str:
        if self.file:
            return reverse("group_file", args=[self.file.group.slug, self.file.pk])
        return self.document.url if self.document else self.link
