"""What an outcome rests on."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

ONE_SOURCE = "Geef een link of kies een document: één van de twee."
is_address = RegexValidator(
    r"^(https?://[^\s/]|/(?![/\\]))\S*\Z",
    "Begin met https:// of, voor een pagina op deze site, met één /.",
)


class Evidence(Orderable):
    """One source: a link or a document, so that a reader can check it."""

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
    note = models.CharField(
        "noot",
        max_length=160,
        blank=True,
        help_text="Wat het is: pdf, 14 pagina’s; antwoorden van 30 deelnemers.",
    )

    panels = ["title", "link", "document", "note"]

    class Meta(Orderable.Meta):
        verbose_name = "bron"
        verbose_name_plural = "bronnen"
        constraints = [
            models.CheckConstraint(
                name="evidence_link_or_document",
                condition=Q(link="", document__isnull=False)
                | (~Q(link="") & Q(document=None)),
                violation_error_message=ONE_SOURCE,
            )
        ]

    def __str__(self):
        return self.title

    @property
    def url(self) -> str:
        return self.document.url if self.document else self.link
