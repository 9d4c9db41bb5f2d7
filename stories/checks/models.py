"""A draft that somebody was asked to read before it is published."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from home.pages.shown_versions import shows_a_version

OPEN_FOR = timedelta(days=14)


@shows_a_version
class Check(models.Model):
    """One person, one version of the text: what was read stays what was asked."""

    class Answer(models.TextChoices):
        AGREED = "akkoord", "akkoord"
        REMARKS = "opmerkingen", "opmerkingen"

    story = models.ForeignKey(
        "stories.StoryPage",
        models.CASCADE,
        related_name="checks",
        verbose_name="verhaal",
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        models.SET_NULL,
        null=True,  # old versions may be thrown away; the answer stays
        related_name="+",
        verbose_name="versie",
    )
    name = models.CharField("naam", max_length=120)
    email = models.EmailField("e-mailadres")
    token = models.CharField(max_length=43, unique=True, default=secrets.token_urlsafe)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="gevraagd door",
    )
    asked_at = models.DateTimeField("gevraagd op")
    open_until = models.DateTimeField("te lezen tot")
    answer = models.CharField("antwoord", max_length=20, choices=Answer, blank=True)
    remarks = models.TextField("opmerkingen", max_length=10_000, blank=True)
    answered_at = models.DateTimeField("geantwoord op", null=True, blank=True)

    class Meta:
        verbose_name = "feitencheck"
        verbose_name_plural = "feitenchecks"
        constraints = [
            models.CheckConstraint(
                name="check_answer_and_moment_together",
                condition=Q(answer="", answered_at=None)
                | Q(answer__in=["akkoord", "opmerkingen"], answered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="check_remarks_say_something",
                condition=~Q(answer="opmerkingen", remarks=""),
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.asked_at:%d-%m-%Y}"

    def is_open(self, now: datetime) -> bool:
        """The link works, and the version that it shows is still there."""
        return now < self.open_until and self.revision_id is not None
