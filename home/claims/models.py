"""Who says that they are somebody, and what was decided."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class ClaimQuerySet(models.QuerySet):
    """Each method finishes the sentence `the claims …`."""

    def open(self):
        return self.filter(status=Claim.Status.ASKED)


class Claim(models.Model):
    """Goes with the account; an account that is a person opens what the person may."""

    class Status(models.TextChoices):
        ASKED = "asked", "wacht"
        CONFIRMED = "confirmed", "bevestigd"
        REFUSED = "refused", "afgewezen"

    person = models.ForeignKey(
        "home.Person", models.CASCADE, related_name="claims", verbose_name="persoon"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="claims",
        verbose_name="account",
    )
    note = models.TextField("toelichting", max_length=500, blank=True)
    status = models.CharField(
        "stand", max_length=10, choices=Status, default=Status.ASKED
    )
    reason = models.TextField("reden", max_length=500, blank=True)
    asked_at = models.DateTimeField("gevraagd op")
    decided_at = models.DateTimeField("besloten op", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="door",
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = "verzoek ‘dit ben ik’"
        verbose_name_plural = "verzoeken ‘dit ben ik’"
        constraints = [
            models.UniqueConstraint(
                name="claim_one_open_of_an_account",
                fields=["user"],
                condition=Q(status="asked"),
            ),
            models.CheckConstraint(
                name="claim_decided_at_a_moment",
                condition=Q(status="asked", decided_at=None)
                | (~Q(status="asked") & Q(decided_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="claim_refused_for_a_reason",
                condition=~Q(status="refused") | ~Q(reason=""),
            ),
        ]

    def __str__(self):
        return f"{self.user} is {self.person}?"
