"""Stuck: an order of an event that was called off, which could not be given back."""

from django.db import models


class Stuck(models.Model):
    """When it last failed, so that the run gets on to the others and says which."""

    order = models.OneToOneField("events.Order", models.CASCADE, related_name="stuck")
    at = models.DateTimeField("laatst geprobeerd op")

    class Meta:
        verbose_name = "vastgelopen bestelling"
        verbose_name_plural = "vastgelopen bestellingen"

    def __str__(self):
        return f"{self.order_id}"
