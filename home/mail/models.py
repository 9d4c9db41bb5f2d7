"""A mail that is owed, until the row says that it was sent."""

from django.db import models
from django.db.models import Q


class OwedMailQuerySet(models.QuerySet):
    """Each method finishes the sentence `the owed mails …`."""

    def open(self):
        return self.filter(sent_at=None, dropped_at=None)

    def due(self, now):
        """Not taken by another process, and not waiting after a failure."""
        return self.open().filter(
            Q(leased_until=None) | Q(leased_until__lte=now), not_before__lte=now
        )


class OwedMail(models.Model):
    """One fact, one mail: kind, subject and occasion are unique together."""

    kind = models.CharField("soort", max_length=60)
    about_id = models.PositiveBigIntegerField("gaat over")
    occasion = models.CharField("aanleiding", max_length=60, blank=True)
    message_id = models.CharField("Message-ID", max_length=120, unique=True)
    owed_at = models.DateTimeField("verschuldigd op", auto_now_add=True)
    not_before = models.DateTimeField("niet eerder dan")
    leased_until = models.DateTimeField("in behandeling tot", null=True, blank=True)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    sent_at = models.DateTimeField("verstuurd op", null=True, blank=True)
    dropped_at = models.DateTimeField("vervallen op", null=True, blank=True)

    objects = OwedMailQuerySet.as_manager()

    class Meta:
        verbose_name = "verschuldigde mail"
        verbose_name_plural = "verschuldigde mails"
        constraints = [
            models.UniqueConstraint(
                name="owed_mail_once_per_fact", fields=["kind", "about_id", "occasion"]
            ),
            models.CheckConstraint(
                name="owed_mail_sent_or_dropped",
                condition=Q(sent_at=None) | Q(dropped_at=None),
            ),
        ]
        indexes = [
            models.Index(  # what `tick` looks for
                name="owed_mail_open",
                fields=["not_before"],
                condition=Q(sent_at=None, dropped_at=None),
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.about_id} {self.occasion}".strip()
