"""Move: from when to when. Choice: what one buyer does with it."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Move(models.Model):
    """One time that an event moved; the deadline is the buyers'."""

    event = models.ForeignKey("events.Event", models.CASCADE, related_name="moves")
    from_starts_at = models.DateTimeField("begon eerst")
    to_starts_at = models.DateTimeField("begint nu")
    choose_until = models.DateTimeField("kiezen kan tot")
    why = models.CharField("waarom", max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="door",
    )
    at = models.DateTimeField("verzet op")

    class Meta:
        verbose_name = "verzetting"
        verbose_name_plural = "verzettingen"

    def __str__(self):
        return f"{self.event_id} naar {self.to_starts_at}"


class ChoiceQuerySet(models.QuerySet):
    """Each method finishes the sentence `the choices …`."""

    def latest_of(self, order):
        """An event that moves twice asks twice; only the last one counts."""
        return self.filter(order=order).order_by("-pk").select_related("move__event")


class Choice(models.Model):
    """No answer is an answer: the places stay."""

    class Answer(models.TextChoices):
        KEEP = "keep", "komt op de nieuwe dag"
        REFUND = "refund", "wil het geld terug"

    move = models.ForeignKey(Move, models.CASCADE, related_name="choices")
    order = models.ForeignKey("events.Order", models.CASCADE, related_name="choices")
    answer = models.CharField("keuze", max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField("gekozen op", null=True, blank=True)

    objects = ChoiceQuerySet.as_manager()

    class Meta:
        verbose_name = "keuze"
        verbose_name_plural = "keuzes"
        constraints = [
            models.UniqueConstraint(
                name="choice_once_per_move", fields=["move", "order"]
            ),
            models.CheckConstraint(
                name="choice_and_its_moment_together",
                condition=Q(answer="", answered_at=None)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
            ),
        ]

    def __str__(self):
        return f"{self.order_id} {self.answer}"
