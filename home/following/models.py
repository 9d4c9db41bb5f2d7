"""Who follows what, what they were told, and the mail that carries it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

USER = settings.AUTH_USER_MODEL


class Follow(models.Model):
    """One member and one thing, of a kind that is registered (`registry.py`)."""

    user = models.ForeignKey(
        USER, models.CASCADE, related_name="follows", verbose_name="account"
    )
    kind = models.CharField("soort", max_length=40)
    about_id = models.PositiveBigIntegerField("gaat over")
    since = models.DateTimeField("sinds")

    class Meta:
        verbose_name = "volger"
        verbose_name_plural = "volgers"
        constraints = [
            models.UniqueConstraint(
                name="follow_once", fields=["user", "kind", "about_id"]
            )
        ]
        indexes = [
            models.Index(  # who hears of this
                name="follow_of_a_thing", fields=["kind", "about_id"]
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.about_id}"


class Digest(models.Model):
    """One mail of one kind to one member on one day; it takes notices until it goes."""

    user = models.ForeignKey(
        USER, models.CASCADE, related_name="digests", verbose_name="account"
    )
    kind = models.CharField("soort", max_length=40)
    day = models.DateField("dag")
    closes_at = models.DateTimeField("gaat weg op")

    class Meta:
        verbose_name = "verzamelmail"
        verbose_name_plural = "verzamelmails"
        constraints = [
            models.UniqueConstraint(
                name="digest_one_a_day_of_a_kind", fields=["user", "kind", "day"]
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.day:%d-%m-%Y}"


class NoticeQuerySet(models.QuerySet):
    """Each method finishes the sentence `the notices …`."""

    def unseen(self):
        return self.filter(seen_at=None)

    def newest_first(self):
        return self.order_by("-at", "-pk")


class Notice(models.Model):
    """One thing that somebody is told once; `key` says which thing."""

    user = models.ForeignKey(
        USER, models.CASCADE, related_name="notices", verbose_name="account"
    )
    kind = models.CharField("soort", max_length=40)
    key = models.CharField("kenmerk", max_length=80)
    title = models.CharField("wat er is", max_length=200)
    address = models.CharField("waar", max_length=300)
    at = models.DateTimeField("op", db_index=True)
    seen_at = models.DateTimeField("gelezen op", null=True, blank=True)
    digest = models.ForeignKey(
        Digest,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="notices",
        verbose_name="verzamelmail",
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "bericht aan een lid"
        verbose_name_plural = "berichten aan leden"
        constraints = [
            models.UniqueConstraint(name="notice_once", fields=["user", "key"])
        ]
        indexes = [
            models.Index(
                name="notice_unseen", fields=["user"], condition=Q(seen_at=None)
            )
        ]

    def __str__(self):
        return self.title


class Switch(models.Model):
    """A kind of notice for which somebody wants no mail; on the site it stays."""

    user = models.ForeignKey(
        USER, models.CASCADE, related_name="switches", verbose_name="account"
    )
    kind = models.CharField("soort", max_length=40)

    class Meta:
        verbose_name = "uitgezette mail"
        verbose_name_plural = "uitgezette mails"
        constraints = [
            models.UniqueConstraint(name="switch_once", fields=["user", "kind"])
        ]

    def __str__(self):
        return self.kind
