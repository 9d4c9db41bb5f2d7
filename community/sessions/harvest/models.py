"""Something that was said in a session, and what the group does with it."""

from django.db import models
from django.db.models import Q

from home.profiles.models import declared_under


class HarvestQuerySet(models.QuerySet):
    """Each method finishes the sentence `the contributions …`."""

    def to_be_read(self):
        """Under their headings; those without one come last."""
        without = models.Case(
            models.When(heading="", then=models.Value(1)), default=models.Value(0)
        )
        shown = self.exclude(state=Harvest.State.HIDDEN)
        return shown.order_by(without, "heading", "pk")

    def with_interest(self, day):
        """What a member declares who speaks under the name of their profile."""
        declared = declared_under("name", "reader__user__person", day)
        return self.annotate(interest=declared)

    def without_an_answer(self):
        return self.filter(state=Harvest.State.OPEN)


class Harvest(models.Model):
    """Nothing disappears silently: what is not open has an answer, also what is hidden.

    Who wanted to stay unnamed is not in the row, and afterwards nor is when."""

    class State(models.TextChoices):
        OPEN = "open", "nog geen antwoord"
        TAKEN = "opgepakt", "opgepakt"
        LATER = "later", "later"
        NOT = "niet", "niet opgepakt"
        HIDDEN = "verborgen", "verborgen"

    session = models.ForeignKey(
        "community.Session",
        models.CASCADE,
        related_name="harvest",
        verbose_name="bijeenkomst",
    )
    registration = models.ForeignKey(
        "community.Registration",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="harvest",
        verbose_name="aanmelding",
    )
    reader = models.ForeignKey(
        "home.Reader",
        models.SET_NULL,
        null=True,  # only of who has an account: the site knows their address anyway
        blank=True,
        related_name="harvest",
        verbose_name="lezer",
    )
    name = models.CharField("naam", max_length=80, blank=True)
    text = models.TextField("bijdrage", max_length=500)
    heading = models.CharField("onder de kop", max_length=80, blank=True)
    state = models.CharField("stand", max_length=9, choices=State, default=State.OPEN)
    answer = models.TextField("antwoord", max_length=1000, blank=True)
    answered_at = models.DateTimeField("beantwoord op", null=True, blank=True)
    said_at = models.DateTimeField("gezegd op")

    objects = HarvestQuerySet.as_manager()

    class Meta:
        verbose_name = "oogst"
        verbose_name_plural = "oogst"
        constraints = [
            models.CheckConstraint(
                name="harvest_moves_on_with_an_answer",
                condition=Q(state="open")
                | (~Q(answer="") & Q(answered_at__isnull=False)),
            ),
        ]
        indexes = [models.Index(name="harvest_by_heading", fields=["session", "state"])]

    def __str__(self):
        return f"bijdrage {self.pk}"

    @property
    def signed(self) -> str:
        return self.name or "zonder naam"

    @property
    def is_hidden(self) -> bool:
        return self.state == self.State.HIDDEN

    @property
    def level(self) -> str:
        """The colour of the state, which always has its word beside it."""
        return "good" if self.state == self.State.TAKEN else ""
