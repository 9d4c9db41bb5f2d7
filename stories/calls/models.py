"""Somebody who answers a call."""

from django.db import models
from django.db.models import Q


class AnswerQuerySet(models.QuerySet):
    """Each method finishes the sentence `the answers …`."""

    def counted(self):
        """From the click on."""
        return self.filter(joined_at__isnull=False)

    def with_a_name(self):
        return self.exclude(name="")


class Answer(models.Model):
    """“Ik doe mee”: one per reader and story; the latest that was confirmed counts."""

    story = models.ForeignKey(
        "stories.StoryPage",
        models.CASCADE,
        related_name="answers",
        verbose_name="oproep",
    )
    reader = models.ForeignKey(
        "home.Reader",
        models.CASCADE,
        null=True,  # nobody's any more, once the name was taken off
        related_name="answers",
        verbose_name="lezer",
    )
    role = models.ForeignKey(
        "home.Role", models.PROTECT, related_name="+", verbose_name="rol in het vak"
    )
    name = models.CharField(
        "naam", max_length=80, blank=True, help_text="Leeg: telt mee zonder naam."
    )
    asked_at = models.DateTimeField("ingevuld op")
    joined_at = models.DateTimeField("doet mee sinds", null=True, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = "deelnemer aan een oproep"
        verbose_name_plural = "deelnemers aan oproepen"
        constraints = [
            models.UniqueConstraint(
                name="answer_once_per_reader",
                fields=["story", "reader"],
                condition=Q(joined_at__isnull=False),
            )
        ]

    def __str__(self):
        return self.name or "zonder naam"
