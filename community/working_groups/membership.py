"""Who is in a working group, and as what."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from home.profiles.rules import is_named


class MembershipQuerySet(models.QuerySet):
    """Each method finishes the sentence `the memberships …`."""

    def on(self, day: date):
        """Begun, and not over; a day that nobody filled in holds nobody back."""
        begun = Q(since=None) | Q(since__lte=day)
        return self.filter(begun, Q(until=None) | Q(until__gte=day))

    def leads(self):
        return self.filter(function=Membership.Function.LEAD)


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
    since = models.DateField("lid vanaf", null=True, blank=True)
    until = models.DateField(
        "lid tot en met",
        null=True,
        blank=True,
        help_text="Daarna staat de naam er niet meer, en kan die persoon niet meer in "
        "de werkruimte.",
    )

    objects = MembershipQuerySet.as_manager()

    panels = ["person", "function", "role", "since", "until"]

    class Meta(Orderable.Meta):
        verbose_name = "lid"
        verbose_name_plural = "leden"
        constraints = [
            models.CheckConstraint(
                name="membership_ends_after_it_began",
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                violation_error_message="Iemand vertrekt niet voor die er is.",
            )
        ]

    def __str__(self):
        return f"{self.person}, {self.get_function_display()}"

    @property
    def about(self) -> str:
        """Under the name: `trekker, teamleider`; where it is not their own, no work."""
        special = self.function != self.Function.MEMBER
        function = self.get_function_display() if special else ""
        role = (self.role or self.person.function) if is_named(self.person) else ""
        return ", ".join(part for part in (function, role) if part)
