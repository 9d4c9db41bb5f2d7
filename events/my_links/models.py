"""LinkRequest: somebody asked for the links of this address."""

from django.db import models


class LinkRequest(models.Model):
    """Kept for a day at most; whether we know the address is found out by the mail."""

    email = models.EmailField("e-mailadres")
    asked_at = models.DateTimeField("gevraagd op", db_index=True)

    class Meta:
        verbose_name = "vraag om een link"
        verbose_name_plural = "vragen om een link"

    def __str__(self):
        return f"vraag {self.pk}"
