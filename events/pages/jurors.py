"""Who judges at an event: names of the one registry, as under a story."""

from collections.abc import Iterable

from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from home.people.portraits import portrait
from home.profiles.models import declared_by
from home.profiles.rules import is_named
from home.statements import Blank, Rows


class Juror(Orderable):
    """A person in a jury; the role text keeps what they did at the time."""

    page = ParentalKey(
        "events.EventPage", on_delete=models.CASCADE, related_name="jurors"
    )
    person = models.ForeignKey(
        "home.Person", models.PROTECT, related_name="juries", verbose_name="persoon"
    )
    role = models.CharField(
        "functie op dat moment",
        max_length=120,
        blank=True,
        help_text="Bijvoorbeeld: teamleider, energiebedrijf. "
        "Leeg: de functie en de organisatie die bij de persoon staan.",
    )
    panel = models.CharField(
        "waarover",
        max_length=80,
        blank=True,
        help_text="Bijvoorbeeld: de vraag van Mens. Leeg: over alles.",
    )

    panels = ["person", "role", "panel"]

    class Meta(Orderable.Meta):
        verbose_name = "jurylid"
        verbose_name_plural = "juryleden"

    def __str__(self):
        return f"{self.person}, jurylid"

    @property
    def about(self) -> str:
        """What stands under the name; of who is here without their own, no work."""
        person, works_for = self.person, str(self.person.organisation or "")
        work = self.role or ", ".join(filter(None, [person.function, works_for]))
        if not is_named(person):
            work = ""
        panel = self.panel and f"oordeelt over {self.panel}"
        return "; ".join(filter(None, [work, panel]))


def jury_of(page: int) -> list[Juror]:
    """With all that stands beside a name, and what they declare today."""
    return JURY.of(page=page, day=timezone.localdate())


def _jury() -> QuerySet[Juror]:
    jurors = Juror.objects.filter(page=Blank("page", models.BigIntegerField()))
    jurors = jurors.select_related("person__organisation", "person__photo")
    declared = declared_by("person", Blank("day", models.DateField()))
    return jurors.annotate(declared=declared).order_by("sort_order", "pk")


JURY = Rows(_jury)


def as_jury(jurors: Iterable[Juror]) -> list[dict]:
    """As the component `people` takes them; who looks at a draft sees no interests."""
    return [
        {
            "name": juror.person.name,
            "about": juror.about,
            "interest": vars(juror).get("declared", ""),
            "url": juror.person.get_absolute_url(),
            "photo": portrait(juror.person.photo),
        }
        for juror in jurors
    ]
