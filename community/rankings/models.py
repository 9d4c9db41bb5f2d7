"""A ranking of points: a questionnaire with one top three, and what follows from it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from community.points.models import Point
from community.questionnaires.models import Option, Questionnaire


class Ranking(models.Model):
    """Numbers do not speak for themselves: somebody writes what they lead to."""

    questionnaire = models.OneToOneField(
        Questionnaire,
        models.PROTECT,
        related_name="ranking",
        verbose_name="vragenlijst",
    )
    conclusion = models.TextField("wat hieruit volgt", max_length=2000, blank=True)
    next_step = models.CharField("volgende stap", max_length=300, blank=True)
    owner = models.ForeignKey(
        "home.Person",
        models.PROTECT,  # what was promised keeps somebody who promised it
        null=True,
        blank=True,
        related_name="+",
        verbose_name="wie het oppakt",
    )
    concluded_at = models.DateTimeField("vastgesteld op", null=True, blank=True)
    concluded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="geschreven door",
    )

    class Meta:
        verbose_name = "rangschikking"
        verbose_name_plural = "rangschikkingen"
        constraints = [
            models.CheckConstraint(
                name="ranking_concluded_with_an_owner_and_a_step",
                condition=Q(concluded_at=None)
                | (~Q(conclusion="") & ~Q(next_step="") & Q(owner__isnull=False)),
            )
        ]

    def __str__(self):
        return str(self.questionnaire)

    def get_absolute_url(self) -> str:
        return reverse("ranking", args=[self.questionnaire.group.slug, self.pk])


class RankedPoint(models.Model):
    """One of the points to choose from; its words as they were then."""

    ranking = models.ForeignKey(
        Ranking, models.CASCADE, related_name="points", verbose_name="rangschikking"
    )
    point = models.ForeignKey(
        Point, models.PROTECT, related_name="rankings", verbose_name="verbeterpunt"
    )
    option = models.OneToOneField(
        Option, models.PROTECT, related_name="ranked", verbose_name="keuze"
    )

    class Meta:
        verbose_name = "punt in een rangschikking"
        verbose_name_plural = "punten in een rangschikking"
        constraints = [
            models.UniqueConstraint(
                name="ranked_point_once_per_ranking", fields=["ranking", "point"]
            )
        ]

    def __str__(self):
        return str(self.option)
