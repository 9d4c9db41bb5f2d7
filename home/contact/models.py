"""A message that somebody left on the contact page."""

from django.db import models


class Message(models.Model):
    """Kept until it is answered and a year longer; the mail about it is owed."""

    name = models.CharField("naam", max_length=120)
    email = models.EmailField("e-mailadres")
    text = models.TextField("bericht", max_length=5000)
    sent_at = models.DateTimeField("gestuurd op")

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"

    def __str__(self):
        return f"{self.name}, {self.sent_at:%d-%m-%Y}"
