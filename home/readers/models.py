"""Who a visitor is to us, a mail address, and what waits until it is confirmed."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

LINK_LASTS = timedelta(days=7)


def new_token() -> str:
    """A link that cannot be guessed: 256 bits."""
    return secrets.token_urlsafe(32)


class Reader(models.Model):
    """A mail address; it is its owner's once `confirmed_at` is set, and never before.

    A row exists from the first thing asked, so that what waits has somebody."""

    email = models.EmailField("e-mailadres", unique=True)
    asked_at = models.DateTimeField("eerste vraag op")
    confirmed_at = models.DateTimeField("bevestigd op", null=True, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reader",
        verbose_name="account",
    )

    class Meta:
        verbose_name = "lezer"
        verbose_name_plural = "lezers"
        constraints = [
            models.CheckConstraint(
                name="reader_email_in_lower_case", condition=Q(email=Lower("email"))
            ),
            models.CheckConstraint(
                name="reader_asked_before_confirmed",
                condition=Q(confirmed_at=None) | Q(confirmed_at__gte=F("asked_at")),
            ),
            models.CheckConstraint(
                name="reader_of_an_account_is_confirmed",
                condition=Q(user=None) | Q(confirmed_at__isnull=False),
            ),
        ]

    def __str__(self):
        return self.email


class Confirmation(models.Model):
    """One thing that was asked in the name of an address, and the link to it."""

    reader = models.ForeignKey(
        Reader, models.CASCADE, related_name="confirmations", verbose_name="lezer"
    )
    purpose = models.CharField("doel", max_length=60)
    about_id = models.PositiveBigIntegerField("gaat over")
    token = models.CharField("sleutel", max_length=64, unique=True, default=new_token)
    asked_at = models.DateTimeField("gevraagd op", db_index=True)
    given_at = models.DateTimeField("bevestigd op", null=True, blank=True)

    class Meta:
        verbose_name = "bevestiging"
        verbose_name_plural = "bevestigingen"
        constraints = [
            models.UniqueConstraint(
                name="confirmation_once_per_fact", fields=["purpose", "about_id"]
            )
        ]

    def __str__(self):
        return f"{self.purpose} {self.about_id}"

    def is_open(self, now: datetime) -> bool:
        return self.given_at is None and now < self.asked_at + LINK_LASTS
