"""Who gets the newsletter, and what became of an issue for each of them."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from home.pages.shown_versions import shows_a_version
from home.readers.models import new_token

ACTIVE = Q(confirmed_at__isnull=False, left_at=None, stopped_at=None)


class SubscriberQuerySet(models.QuerySet):
    """Each method finishes the sentence `the subscribers …`."""

    def active(self):
        return self.filter(ACTIVE)

    def who_get(self, issue):
        """Active, and of the rhythm and the themes that this issue is for."""
        subscribers = self.active()
        if not issue.also_monthly:
            subscribers = subscribers.filter(rhythm=Subscriber.Rhythm.WEEK)
        if themes := [theme.pk for theme in issue.themes.all()]:
            chose = Subscriber.themes.through.objects.filter(subscriber=OuterRef("pk"))
            subscribers = subscribers.filter(
                Exists(chose.filter(theme__in=themes)) | ~Exists(chose)
            )
        return subscribers


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


@shows_a_version
class Mailing(models.Model):
    """An issue that goes out: when, by whose word, and word for word what.

    The words are written down when it begins, so everybody gets the same."""

    issue = models.OneToOneField(
        "stories.IssuePage",
        models.CASCADE,
        related_name="mailing",
        verbose_name="nummer",
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="versie",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="door",
    )
    starts_at = models.DateTimeField("begint op")
    begun_at = models.DateTimeField("begonnen op", null=True, blank=True)
    done_at = models.DateTimeField("klaar op", null=True, blank=True)
    stopped_at = models.DateTimeField("stilgezet op", null=True, blank=True)
    subject = models.CharField("onderwerp", max_length=255, blank=True)
    text = models.TextField("tekst", blank=True)
    html = models.TextField("opgemaakte tekst", blank=True)

    class Meta:
        verbose_name = "verzending"
        verbose_name_plural = "verzendingen"
        constraints = [
            models.CheckConstraint(
                name="mailing_begun_before_done",
                condition=Q(done_at=None) | Q(begun_at__isnull=False),
            )
        ]

    def __str__(self):
        return f"verzending {self.pk}"

    @property
    def state(self) -> str:
        if self.stopped_at:
            return "stilgezet"
        if self.done_at:
            return "verstuurd"
        return "onderweg" if self.begun_at else "gepland"


class DeliveryQuerySet(models.QuerySet):
    """Each method finishes the sentence `the deliveries …`."""

    def open(self):
        return self.filter(sent_at=None, dropped_at=None)

    def due(self, now: datetime):
        """Of an issue that is going out, and not in the hands of another process."""
        free = Q(leased_until=None) | Q(leased_until__lte=now)
        return self.open().filter(free, mailing__stopped_at=None)


class Delivery(models.Model):
    """One issue for one subscriber; there is never a second (decision 0026)."""

    mailing = models.ForeignKey(
        Mailing, models.CASCADE, related_name="deliveries", verbose_name="verzending"
    )
    subscriber = models.ForeignKey(
        Subscriber,
        models.SET_NULL,
        null=True,
        related_name="deliveries",
        verbose_name="abonnee",
    )
    message_id = models.CharField("Message-ID", max_length=120, unique=True)
    leased_until = models.DateTimeField("in behandeling tot", null=True, blank=True)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    sent_at = models.DateTimeField("verstuurd op", null=True, blank=True)
    dropped_at = models.DateTimeField("vervallen op", null=True, blank=True)
    bounced_at = models.DateTimeField("teruggekomen op", null=True, blank=True)
    status = models.CharField("wat de mailserver zei", max_length=12, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = "bezorging"
        verbose_name_plural = "bezorgingen"
        constraints = [
            models.UniqueConstraint(
                name="delivery_once_per_subscriber", fields=["mailing", "subscriber"]
            ),
            models.CheckConstraint(
                name="delivery_sent_or_dropped",
                condition=Q(sent_at=None) | Q(dropped_at=None),
            ),
        ]
        indexes = [
            models.Index(  # what `tick` looks for
                name="delivery_open",
                fields=["mailing", "id"],
                condition=Q(sent_at=None, dropped_at=None),
            )
        ]

    def __str__(self):
        return f"bezorging {self.pk}"
