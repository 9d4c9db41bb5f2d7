"""One step of the chain: an outcome comes forth from something, for a reason."""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class Trace(models.Model):
    """Points at whatever a package registered as a source."""

    outcome = models.ForeignKey(
        "community.OutcomePage",
        models.CASCADE,
        related_name="traces",
        verbose_name="uitkomst",
    )
    content_type = models.ForeignKey(
        ContentType, models.CASCADE, related_name="+", verbose_name="soort"
    )
    object_id = models.PositiveBigIntegerField("nummer")
    why = models.CharField("waarom", max_length=160)

    class Meta:
        verbose_name = "herkomst"
        verbose_name_plural = "herkomsten"
        constraints = [
            models.UniqueConstraint(
                name="trace_once", fields=["outcome", "content_type", "object_id"]
            )
        ]
        indexes = [  # what came from this?
            models.Index(name="trace_of_a_source", fields=["content_type", "object_id"])
        ]

    def __str__(self):
        return self.why
