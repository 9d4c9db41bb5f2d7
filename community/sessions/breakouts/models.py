"""A group, what it noted, and who sits in it."""

from django.db import models
from django.db.models import Q

from home.readers.models import new_token


class Breakout(models.Model):
    """Small enough that everybody speaks; who guides it writes by a personal link."""

    session = models.ForeignKey(
        "community.Session",
        models.CASCADE,
        related_name="breakouts",
        verbose_name="bijeenkomst",
    )
    number = models.PositiveSmallIntegerField("nummer")
    seed = models.PositiveIntegerField("gemengd met")
    token = models.CharField("sleutel", max_length=64, unique=True, default=new_token)
    facilitator = models.CharField("begeleider", max_length=80, blank=True)
    where = models.CharField("waar", max_length=300, blank=True)
    note = models.TextField("notitie", max_length=2000, blank=True)
    first = models.CharField("op 1", max_length=120, blank=True)
    second = models.CharField("op 2", max_length=120, blank=True)
    third = models.CharField("op 3", max_length=120, blank=True)

    class Meta:
        verbose_name = "groepje"
        verbose_name_plural = "groepjes"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="breakout_once", fields=["session", "number"]),
            models.CheckConstraint(
                name="breakout_counts_from_one", condition=Q(number__gte=1)
            ),
        ]

    def __str__(self):
        return f"groepje {self.number}"

    @property
    def top_three(self) -> tuple[str, str, str]:
        return self.first, self.second, self.third

    @property
    def has_spoken(self) -> bool:
        return bool(self.note or any(self.top_three))


class BreakoutSeat(models.Model):
    """Somebody in a group, and why there: everybody may read the own reason."""

    breakout = models.ForeignKey(
        Breakout, models.CASCADE, related_name="seats", verbose_name="groepje"
    )
    registration = models.OneToOneField(
        "community.Registration",
        models.CASCADE,
        related_name="breakout_seat",
        verbose_name="aanmelding",
    )
    because = models.CharField("omdat", max_length=300)

    class Meta:
        verbose_name = "plek in een groepje"
        verbose_name_plural = "plekken in groepjes"

    def __str__(self):
        return f"plek {self.pk}"
