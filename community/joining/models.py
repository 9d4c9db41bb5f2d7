"""A request to join a working group, and what became of it."""

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.db.models import Q

from home.models import Role


@dataclass(frozen=True)
class Introduction:
    """Who somebody is, and what they say to the question of the group."""

    name: str
    function: str
    in_trade: Role | None
    answer: str


class JoinRequestQuerySet(models.QuerySet):
    """Each method finishes the sentence `the requests …`."""

    def waiting(self):
        """Oldest first: who came first is answered first."""
        return self.filter(state=JoinRequest.State.WAITING).order_by("pk")

    def invited(self):
        """By a lead, and they did not answer yet; the latest first."""
        return self.filter(state=JoinRequest.State.INVITED).order_by("-pk")


class JoinRequest(models.Model):
    """It counts once its address is confirmed; then it waits until it is answered.

    An invitation is the same, the other way round: its address answers the lead."""

    class State(models.TextChoices):
        ASKED = "asked", "nog niet bevestigd"
        WAITING = "waiting", "wacht op de trekker"
        INVITED = "invited", "uitgenodigd"
        ACCEPTED = "accepted", "doet mee"
        DECLINED = "declined", "doet niet mee"

    group = models.ForeignKey(
        "community.WorkingGroupPage",
        models.CASCADE,
        related_name="join_requests",
        verbose_name="werkgroep",
    )
    reader = models.ForeignKey(
        "home.Reader",
        models.CASCADE,
        related_name="join_requests",
        verbose_name="lezer",
    )
    name = models.CharField("naam", max_length=80)
    function = models.CharField("functie", max_length=120, blank=True)
    in_trade = models.ForeignKey(
        "home.Role",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="rol in het vak",
    )
    answer = models.TextField("antwoord op de vraag van de groep", max_length=1000)
    state = models.CharField(
        "stand", max_length=8, choices=State, default=State.ASKED, db_index=True
    )
    reason = models.TextField("antwoord van de trekker", max_length=1000, blank=True)
    written_at = models.DateTimeField("geschreven op")
    waiting_since = models.DateTimeField("bevestigd op", null=True, blank=True)
    answered_at = models.DateTimeField("beantwoord op", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="beantwoord door",
    )

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "aanmelding bij een werkgroep"
        verbose_name_plural = "aanmeldingen bij werkgroepen"
        constraints = [
            models.CheckConstraint(
                name="join_request_declined_for_a_reason",
                condition=~Q(state="declined") | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="join_request_answered_at_a_moment",
                condition=Q(
                    state__in=["accepted", "declined"], answered_at__isnull=False
                )
                | Q(state__in=["asked", "waiting", "invited"], answered_at=None),
            ),
            models.UniqueConstraint(
                name="join_request_one_at_a_time",
                fields=["group", "reader"],
                condition=Q(state__in=["asked", "waiting", "invited"]),
            ),
        ]

    def __str__(self):
        return f"aanmelding {self.pk}"
