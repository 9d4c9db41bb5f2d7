"""What somebody writes to a member, until they have it."""

from django.db import models


class Approach(models.Model):
    """Goes out once its writer confirmed their address, so that an answer arrives."""

    person = models.ForeignKey(
        "home.Person", models.CASCADE, related_name="approaches", verbose_name="aan"
    )
    reader = models.ForeignKey(
        "home.Reader", models.CASCADE, related_name="approaches", verbose_name="van"
    )
    name = models.CharField("naam", max_length=120)
    text = models.TextField("bericht", max_length=2000)
    asked_at = models.DateTimeField("geschreven op", db_index=True)
    confirmed_at = models.DateTimeField("bevestigd op", null=True, blank=True)

    class Meta:
        verbose_name = "bericht aan een lid"
        verbose_name_plural = "berichten aan leden"

    def __str__(self):
        return f"bericht {self.pk}"
