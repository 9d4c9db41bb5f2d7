"""Who made a story, and the part they had."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from home.profiles.models import declared_by
from home.statements import Blank, StatementOfMany


class Name(NamedTuple):
    """A credit as it is printed."""

    name: str
    part: str
    is_person: bool
    slug: str = ""
    interest: str = ""  # what a person declares on the day that it is printed

    @property
    def part_in_words(self) -> str:
        return Credit.Part(self.part).label

    @property
    def url(self) -> str:
        """Who has a credit under a story that can be read, has a page."""
        return reverse("person" if self.is_person else "organisation", args=[self.slug])


class WithNames(models.Manager):
    """A credit without its name is of no use to anybody."""

    def get_queryset(self):
        return super().get_queryset().select_related("person", "organisation")


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

    objects = WithNames()

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
        named = self.person or self.organisation
        slug = named.slug if named else ""
        return Name(self.name, self.part, self.person is not None, slug)


def portrait_of(story: int):
    """The photo of the first author who has one, if any."""
    by = Credit.objects.filter(story=story, part__in=Credit.AUTHORS)
    known = by.filter(person__photo__isnull=False).select_related("person__photo")
    first = known.order_by("sort_order").first()
    return first and first.person.photo


def credits_of(stories: Iterable[int]) -> Iterator[tuple[int, Name]]:
    """Story and name, in the order that the editor chose."""
    rows = PRINTED.rows(stories, day=timezone.localdate())
    for story, part, person, organisation, *slugs, interest in rows:
        name, slug = person or organisation, slugs[0] or slugs[1]
        yield story, Name(name, part, person is not None, slug, interest)


PRINTED = StatementOfMany(
    lambda stories: (
        Credit.objects.filter(story__id__in=stories)
        .annotate(interest=declared_by("person", Blank("day", models.DateField())))
        .order_by("sort_order", "pk")
        .values_list(
            *("story", "part", "person__name", "organisation__name"),
            *("person__slug", "organisation__slug", "interest"),
        )
    ),
    models.BigIntegerField(),
)
