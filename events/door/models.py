"""CheckIn: one person of a pair who came in."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class CheckInQuerySet(models.QuerySet):
    """Each method finishes the sentence `the check-ins …`."""

    def standing(self):
        """Not undone."""
        return self.filter(undone_at=None)

    def of_event(self, event):
        return self.filter(pair__order__event=event)


class CheckIn(models.Model):
    """The host of a pair, or its guest; kept when undone, so that a mistake shows."""

    pair = models.ForeignKey("events.Pair", models.PROTECT, related_name="check_ins")
    guest = models.ForeignKey(
        "events.Guest",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="check_ins",
        verbose_name="gast",
        help_text="Leeg: de gastheer.",
    )
    is_guest = models.BooleanField("gast van het duo")
    code = models.CharField(
        "code",
        max_length=32,
        help_text="Van het kaartje: wie vervangen of overgedragen is, had een andere.",
    )
    at = models.DateTimeField("binnen om")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="door",
    )
    proof_seen = models.BooleanField("bewijs van leeftijd gezien", default=False)
    undone_at = models.DateTimeField("ongedaan gemaakt op", null=True, blank=True)

    objects = CheckInQuerySet.as_manager()

    class Meta:
        verbose_name = "check-in"
        verbose_name_plural = "check-ins"
        constraints = [
            models.UniqueConstraint(
                name="check_in_once_per_person",
                fields=["code"],
                condition=Q(undone_at=None),
            ),
            models.CheckConstraint(
                name="check_in_of_a_host_has_no_guest",
                condition=Q(is_guest=True) | Q(guest=None),
            ),
        ]

    def __str__(self):
        return f"{self.pair_id} {'gast' if self.is_guest else 'gastheer'}"
