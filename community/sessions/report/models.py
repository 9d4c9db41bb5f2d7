"""What came of a session, as the lead writes it and who was there corrects it."""

from django.db import models
from django.db.models import Q


class SessionReport(models.Model):
    """A concept is the lead's; everybody may read what is final."""

    class State(models.TextChoices):
        CONCEPT = "concept", "concept"
        CORRECTING = "correctie", "ter correctie"
        FINAL = "definitief", "definitief"

    session = models.OneToOneField(
        "community.Session",
        models.CASCADE,
        related_name="report",
        verbose_name="bijeenkomst",
    )
    state = models.CharField(
        "stand", max_length=10, choices=State, default=State.CONCEPT
    )
    text = models.TextField("verslag", max_length=20_000, blank=True)
    decisions = models.TextField("besluiten", max_length=4000, blank=True)
    recording = models.URLField("opname", max_length=300, blank=True)
    attended = models.PositiveSmallIntegerField("aanwezig", null=True, blank=True)
    correct_until = models.DateField("verbeteren tot en met", null=True, blank=True)
    final_at = models.DateTimeField("definitief sinds", null=True, blank=True)

    class Meta:
        verbose_name = "verslag"
        verbose_name_plural = "verslagen"
        constraints = [
            models.CheckConstraint(
                name="session_report_is_written",
                condition=Q(state="concept") | ~Q(text=""),
            ),
            models.CheckConstraint(
                name="session_report_corrected_until_a_day",
                condition=~Q(state="correctie") | Q(correct_until__isnull=False),
            ),
            models.CheckConstraint(
                name="session_report_final_at_a_moment",
                condition=Q(state="definitief", final_at__isnull=False)
                | (~Q(state="definitief") & Q(final_at=None)),
            ),
        ]

    def __str__(self):
        return f"verslag {self.pk}"

    @property
    def is_final(self) -> bool:
        return self.state == self.State.FINAL

    @property
    def steps(self) -> list[dict]:
        """As the component `phase` takes them."""
        return [
            {"label": label.capitalize(), "current": value == self.state}
            for value, label in self.State.choices
        ]


class Correction(models.Model):
    """By somebody who was there; each has an answer before the report is final."""

    report = models.ForeignKey(
        SessionReport,
        models.CASCADE,
        related_name="corrections",
        verbose_name="verslag",
    )
    registration = models.ForeignKey(
        "community.Registration",
        models.SET_NULL,
        null=True,
        related_name="corrections",
        verbose_name="aanmelding",
    )
    text = models.TextField("verbetering", max_length=1000)
    answer = models.CharField("antwoord", max_length=300, blank=True)
    said_at = models.DateTimeField("gezegd op")

    class Meta:
        verbose_name = "verbetering"
        verbose_name_plural = "verbeteringen"

    def __str__(self):
        return f"verbetering {self.pk}"
