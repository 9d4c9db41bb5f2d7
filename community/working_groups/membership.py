"""Who is in a working group, and as what."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class Membership(Orderable):
    """A person in a group; the role text keeps what they did at the time."""

    class Function(models.TextChoices):
        LEAD = "trekker", "trekker"
        MEMBER = "lid", "lid"
        SECRETARY = "notulist", "notulist"

    group = ParentalKey(
        "community.WorkingGroupPage",
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name="werkgroep",
    )
    person = models.ForeignKey(
        "home.Person",
        models.CASCADE,
        related_name="memberships",
        verbose_name="persoon",
    )
    function = models.CharField(
        "rol in de groep", max_length=10, choices=Function, default=Function.MEMBER
    )
    role = models.CharField(
        "functie op dat moment",
        max_length=120,
        blank=True,
        help_text="Bijvoorbeeld: teamleider, energiebedrijf. "
        "Leeg: de functie die bij de persoon staat.",
    )

    panels = ["person", "function", "role"]

    class Meta(Orderable.Meta):
        verbose_name = "lid"
        verbose_name_plural = "leden"

    def __str__(self):
        return f"{self.person}, {self.get_function_display()}"

    @property
    def about(self) -> str:
        """What stands under the name: `trekker, teamleider`."""
        special = self.function != self.Function.MEMBER
        function = self.get_function_display() if special else ""
        role = self.role or self.person.function
        return ", ".join(part for part in (function, role) if part)
