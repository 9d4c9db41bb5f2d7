"""Where a group stands: exploring, working out, deciding, carrying out, done."""

from datetime import date

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey


class GroupPhase(models.Model):
    """From which day a group was in a phase; the latest of today is where it stands."""

    class Name(models.TextChoices):
        EXPLORE = "verkennen", "verkennen"
        WORK_OUT = "uitwerken", "uitwerken"
        DECIDE = "besluiten", "besluiten"
        CARRY_OUT = "uitvoeren", "uitvoeren"
        DONE = "klaar", "klaar"

    group = ParentalKey(
        "community.WorkingGroupPage",
        on_delete=models.CASCADE,
        related_name="phases",
        verbose_name="werkgroep",
    )
    name = models.CharField("fase", max_length=10, choices=Name)
    since = models.DateField("vanaf", default=timezone.localdate)

    panels = ["name", "since"]

    class Meta:
        verbose_name = "fase"
        verbose_name_plural = "fasen"
        ordering = ["since", "pk"]  # the order in which the panel and the page tell it
        constraints = [
            models.UniqueConstraint(
                name="group_phase_one_a_day", fields=["group", "since"]
            )
        ]

    def __str__(self):
        return f"{self.get_name_display()} vanaf {self.since}"


def phase_of(phases: list[GroupPhase], day: date) -> str:
    """Who wrote down nothing is still exploring."""
    begun = [phase for phase in phases if phase.since <= day]
    latest = max(begun, key=lambda phase: phase.since, default=None)
    return latest.name if latest else GroupPhase.Name.EXPLORE
