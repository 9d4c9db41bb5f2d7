"""Who made a story, and the part they had."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class Name(NamedTuple):
    """A credit as it is printed."""

    name: str
    part: str
    is_person: bool

    @property
    def part_in_words(self) -> str:
        return Credit.Part(self.part).label


class Credit(Orderable):
    """One name under a story: a person or an organisation, never both."""

    class Part(models.TextChoices):
        TEXT = "tekst", "tekst"
        INTERVIEW = "interview", "interview"
        PICTURE = "beeld", "beeld"
        DRAWING = "illustratie", "illustratie"
        EDITING = "redactie", "redactie"
        TRANSLATION = "vertaling", "vertaling"

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
        return str(self.person or self.organisation or "")

    def as_printed(self) -> Name:
        return Name(self.name, self.part, self.person is not None)


def credits_of(stories: Iterable[int]) -> Iterator[tuple[int, Name]]:
    """Story and name, in the order that the editor chose."""
    for story, part, person, organisation in _printed().filter(story__in=stories):
        yield story, Name(person or organisation, part, person is not None)


@cache
def _printed() -> models.QuerySet:
    """Built once, since every page with a story on it asks it."""
    printed = ("story", "part", "person__name", "organisation__name")
    return Credit.objects.order_by("sort_order", "pk").values_list(*printed)
