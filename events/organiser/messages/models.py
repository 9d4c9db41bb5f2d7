"""Message: what an organiser wrote to many. Addressee: one of them, without a copy."""

import uuid

from django.conf import settings
from django.db import models


class Message(models.Model):
    """Kept as it was sent, with who sent it; the key makes a double click one."""

    class To(models.TextChoices):
        HOSTS = "hosts", "alle gastheren"
        GUESTS = "guests", "alle gasten"
        UNCONFIRMED = "unconfirmed", "gasten die nog niet bevestigd hebben"

    event = models.ForeignKey("events.Event", models.CASCADE, related_name="messages")
    key = models.UUIDField(unique=True, default=uuid.uuid4)
    to = models.CharField("aan", max_length=12, choices=To)
    subject = models.CharField("onderwerp", max_length=120)
    text = models.TextField("tekst", max_length=5000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="door",
    )
    sent_at = models.DateTimeField("verstuurd op")

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"

    def __str__(self):
        return self.subject


class Addressee(models.Model):
    """The host of a pair, or its guest; the address is read when the mail goes out."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="addressees")
    pair = models.ForeignKey("events.Pair", models.CASCADE, related_name="addressed")
    guest = models.ForeignKey(
        "events.Guest",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="addressed",
        verbose_name="gast",
        help_text="Leeg: de gastheer.",
    )

    class Meta:
        verbose_name = "geadresseerde"
        verbose_name_plural = "geadresseerden"
        constraints = [
            models.UniqueConstraint(
                name="addressee_once_per_message", fields=["message", "pair"]
            )
        ]

    def __str__(self):
        return f"{self.message_id} {self.pair_id}"
