"""Somebody who comes to a session, waits for a seat, or does not come any more."""

from django.db import models
from django.db.models import Q

from home.readers.models import new_token


class RegistrationQuerySet(models.QuerySet):
    """Each method finishes the sentence `the registrations …`."""

    def placed(self):
        return self.filter(state=Registration.State.PLACED)

    def waiting(self):
        """Who waits longest comes first."""
        return self.filter(state=Registration.State.WAITING).order_by("since", "pk")

    def expecting(self):
        """Who must be told when something changes."""
        states = [Registration.State.PLACED, Registration.State.WAITING]
        return self.filter(state__in=states)


class Registration(models.Model):
    """One address, one session. Placed is who has a seat; one constraint says so."""

    class State(models.TextChoices):
        ASKED = "asked", "nog niet bevestigd"
        WAITING = "waiting", "op de wachtlijst"
        PLACED = "placed", "doet mee"
        CANCELLED = "cancelled", "afgemeld"

    class Why(models.TextChoices):
        """Shown in total only; the mixing of groups uses it."""

        JOIN = "aanhaken", "Ik wil aanhaken en meewerken"
        VENT = "frustraties", "Ik wil mijn frustraties delen"
        CURIOUS = "nieuwsgierig", "Ik ben nieuwsgierig"
        LEARN = "leren", "Ik wil leren hoe anderen het doen"
        TELL = "vertellen", "Ik heb iets te vertellen"

    class Experience(models.TextChoices):
        """Years in the trade, in classes: no more than the mixing needs."""

        NEW = "nieuw", "minder dan 2 jaar"
        SOME = "even", "2 tot 10 jaar"
        LONG = "lang", "10 jaar of langer"

    session = models.ForeignKey(
        "community.Session",
        models.CASCADE,
        related_name="registrations",
        verbose_name="bijeenkomst",
    )
    reader = models.ForeignKey(
        "home.Reader",
        models.CASCADE,
        related_name="registrations",
        verbose_name="lezer",
    )
    token = models.CharField("sleutel", max_length=64, unique=True, default=new_token)
    name = models.CharField("naam", max_length=80)
    role = models.ForeignKey(
        "home.Role",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="rol in het vak",
    )
    organisation = models.CharField("organisatie", max_length=120, blank=True)
    experience = models.CharField(
        "in het vak", max_length=6, choices=Experience, blank=True, default=""
    )
    is_new = models.BooleanField("voor het eerst", default=False)
    why = models.CharField("waarom kom je", max_length=12, choices=Why, blank=True)
    state = models.CharField("stand", max_length=9, choices=State, default=State.ASKED)
    seat = models.OneToOneField(
        "community.Seat",
        models.RESTRICT,  # unless both go, with the session
        null=True,
        blank=True,
        related_name="registration",
        verbose_name="stoel",
    )
    since = models.DateTimeField("in deze stand sinds")
    told_moves = models.PositiveSmallIntegerField("weet van keren verzet", default=0)
    reminded_at = models.DateTimeField("herinnerd op", null=True, blank=True)
    attended = models.BooleanField("was er", null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = "aanmelding"
        verbose_name_plural = "aanmeldingen"
        constraints = [
            models.UniqueConstraint(
                name="registration_once", fields=["session", "reader"]
            ),
            models.CheckConstraint(
                name="registration_placed_on_a_seat",
                condition=Q(state="placed", seat__isnull=False)
                | (~Q(state="placed") & Q(seat=None)),
            ),
        ]
        indexes = [
            models.Index(name="registration_by_state", fields=["session", "state"])
        ]

    def __str__(self):
        return f"aanmelding {self.pk}"

    @property
    def is_placed(self) -> bool:
        return self.state == self.State.PLACED

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_open(self) -> bool:
        return self.is_placed or self.is_waiting
