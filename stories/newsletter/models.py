"""Who gets the newsletter."""

from django.db import models
from django.db.models import Q

from home.readers.models import new_token


class SubscriberQuerySet(models.QuerySet):
    """Each method finishes the sentence `the subscribers …`."""

    def active(self):
        return self.filter(confirmed_at__isnull=False, left_at=None, stopped_at=None)


class Subscriber(models.Model):
    """A reader's wish, and what they said yes to and when.

    The row stays for a while after somebody left: an old link then still says so."""

    class Rhythm(models.TextChoices):
        WEEK = "week", "elke week"
        MONTH = "month", "elke maand"

    reader = models.OneToOneField(
        "home.Reader",
        models.CASCADE,
        related_name="subscription",
        verbose_name="lezer",
    )
    token = models.CharField("sleutel", max_length=64, unique=True, default=new_token)
    rhythm = models.CharField(
        "hoe vaak", max_length=5, choices=Rhythm, default=Rhythm.MONTH
    )
    themes = models.ManyToManyField(
        "stories.Theme", related_name="+", blank=True, verbose_name="thema’s"
    )
    consent = models.PositiveSmallIntegerField("versie van de toestemming")
    asked_at = models.DateTimeField("gevraagd op")
    confirmed_at = models.DateTimeField("bevestigd op", null=True, blank=True)
    left_at = models.DateTimeField("afgemeld op", null=True, blank=True)
    stopped_at = models.DateTimeField("gestopt op", null=True, blank=True)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = "abonnee"
        verbose_name_plural = "abonnees"
        constraints = [
            models.CheckConstraint(
                name="subscriber_confirmed_before_the_end",
                condition=Q(confirmed_at__isnull=False)
                | Q(left_at=None, stopped_at=None),
            ),
        ]

    def __str__(self):
        return f"abonnee {self.pk}"

    @property
    def is_active(self) -> bool:
        ended = self.left_at or self.stopped_at
        return self.confirmed_at is not None and not ended
