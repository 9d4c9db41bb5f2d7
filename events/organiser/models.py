"""Act: what an organiser did to an order, where no other row tells who did it."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Act(models.Model):
    """Who, what and when; why in `text`, which is no place for anybody's data."""

    class What(models.TextChoices):
        NOTE = "note", "notitie"
        MADE = "made", "bestelling gemaakt"
        SENT_AGAIN = "sent_again", "opnieuw gestuurd"
        BUYER = "buyer", "gegevens van de koper gewijzigd"
        HOST_CORRECTED = "host_corrected", "gegevens van de gastheer gewijzigd"
        HOST = "host", "andere gastheer"
        HOST_NAMED = "host_named", "gastheer genoemd"
        GUEST = "guest", "andere gast"
        GUEST_CORRECTED = "guest_corrected", "e-mailadres van de gast gewijzigd"
        GUEST_NAMED = "guest_named", "gast genoemd"
        SEEN = "seen", "zelfde maildomein bekeken"
        CANCELLED = "cancelled", "geannuleerd"
        PUT_BACK = "put_back", "teruggezet in de verkoop"
        TAKEN_BACK = "taken_back", "uit de verkoop gehaald"
        REFUNDED = "refunded", "terugbetaald"

    order = models.ForeignKey("events.Order", models.CASCADE, related_name="acts")
    pair = models.ForeignKey(
        "events.Pair",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="acts",
        verbose_name="duo",
    )
    what = models.CharField("wat", max_length=16, choices=What)
    text = models.TextField("toelichting", max_length=1000, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="door",
    )
    at = models.DateTimeField("op")

    class Meta:
        verbose_name = "handeling"
        verbose_name_plural = "handelingen"
        constraints = [
            models.CheckConstraint(
                name="act_note_says_something",
                condition=~Q(what="note") | ~Q(text=""),
                violation_error_message="Een notitie heeft een tekst.",
            )
        ]

    def __str__(self):
        return f"{self.order_id} {self.what}"
