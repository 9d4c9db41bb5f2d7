"""One time that we asked, and what the owner said."""

from dataclasses import dataclass
from datetime import date

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from home.readers.models import new_token


@dataclass(frozen=True)
class Report:
    """How it stands, and when we ask again (or never)."""

    answer: str
    progress: int
    next_step: str
    due: date | None


class FollowUp(models.Model):
    """Asked once for each day on which an outcome is due."""

    outcome = models.ForeignKey(
        "community.OutcomePage",
        models.CASCADE,
        related_name="follow_ups",
        verbose_name="uitkomst",
    )
    due = models.DateField("opvolgen op")
    asked = models.ForeignKey(
        "home.Person",
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="gevraagd aan",
    )
    token = models.CharField("sleutel", max_length=64, unique=True, default=new_token)
    asked_at = models.DateTimeField("gevraagd op")
    answer = models.TextField("antwoord", max_length=1000, blank=True)
    progress = models.PositiveSmallIntegerField(
        "voortgang", default=0, validators=[MaxValueValidator(100)]
    )
    answered_at = models.DateTimeField("beantwoord op", null=True, blank=True)

    class Meta:
        verbose_name = "opvolging"
        verbose_name_plural = "opvolgingen"
        constraints = [
            models.UniqueConstraint(
                name="follow_up_once_a_day", fields=["outcome", "due"]
            ),
            models.CheckConstraint(
                name="follow_up_answered_in_words",
                condition=Q(answered_at=None, answer="")
                | (Q(answered_at__isnull=False) & ~Q(answer="")),
            ),
        ]

    def __str__(self):
        return f"opvolging op {self.due:%d-%m-%Y}"
