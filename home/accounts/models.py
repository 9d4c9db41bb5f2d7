"""The code that somebody waits for, until the mail with it is gone."""

from datetime import timedelta

from django.db import models

LASTS = timedelta(minutes=15)


class LoginCode(models.Model):
    """Only for the mail: what is right is known by the session that asked for it."""

    email = models.EmailField("e-mailadres")
    code = models.CharField("code", max_length=20)
    asked_at = models.DateTimeField("gevraagd op", db_index=True)

    class Meta:
        verbose_name = "inlogcode"
        verbose_name_plural = "inlogcodes"

    def __str__(self):
        return f"inlogcode van {self.asked_at:%d-%m-%Y %H:%M}"
