"""Who made a story, and the part they had."""

from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class CreditQuerySet(models.QuerySet):
    """Each method finishes the sentence `the credits …`."""

    def of_stories(self, pks):
        """In the order that the editor chose, with the names that are printed."""
        named = self.filter(story__in=pks).select_related("person", "organisation")
        shown = ("story", "part", "sort_order", "person__name", "organisation__name")
        return named.only(*shown).order_by("sort_order", "pk")


class Credit(Orderable):
    """One name under a story: a person or an organisation, never both."""

    class Part(models.TextChoices):
        TEXT = "tekst", "tekst"
        INTERVIEW = "interview", "interview"
        PICTURE = "beeld", "beeld"
        EDITING = "redactie", "redactie"

    AUTHORS = [Part.TEXT, Part.INTERVIEW]  # who stand on a card

    story = ParentalKey(
        "stories.StoryPage", on_delete=models.CASCADE, related_name="credits"
    )
    person = models.ForeignKey(
        "home.Person",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name="persoon",
    )
    organisation = models.ForeignKey(
        "home.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="credits",
        verbose_name="organisatie",
    )
    part = models.CharField("bijdrage", max_length=20, choices=Part, default=Part.TEXT)

    objects = CreditQuerySet.as_manager()

    panels = ["person", "organisation", "part"]

    class Meta(Orderable.Meta):
        verbose_name = "naam"
        verbose_name_plural = "namen"
        constraints = [
            models.CheckConstraint(
                name="credit_person_or_organisation",
                condition=Q(person__isnull=False, organisation__isnull=True)
                | Q(person__isnull=True, organisation__isnull=False),
                violation_error_message=(
                    "Kies een persoon of een organisatie: precies één van de twee."
                ),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """What is printed."""
        return str(self.person or self.organisation or "")
