"""What somebody says about one paragraph of an outcome, and the answer of the group."""

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.db.models import Q

from stories.reactions.models import (
    HIDDEN_FOR_A_REASON,
    SHOWN_AT_A_MOMENT,
    Said,
    SaidQuerySet,
)


@dataclass(frozen=True)
class Words:
    """What somebody says, about which paragraph, and under which name."""

    paragraph: int
    passage: str
    verdict: str
    name: str
    text: str


class RemarkQuerySet(SaidQuerySet):
    """Each method finishes the sentence `the remarks …`."""

    def unanswered(self):
        """Confirmed, and not taken away: the group owes each of them an answer."""
        return self.filter(
            state__in=[Said.State.WAITING, Said.State.SHOWN], answered_at=None
        )

    def of_group(self, group):
        return self.filter(outcome__path__startswith=group.path)


class Remark(Said):
    """Keeps the passage as it was: the text changes because of what is said."""

    class Verdict(models.TextChoices):
        SETTLE = "vaststellen", "zo vaststellen"
        CHANGE = "aanpassen", "eerst iets aanpassen"
        DROP = "niet", "niet doen"

    outcome = models.ForeignKey(
        "community.OutcomePage",
        models.CASCADE,
        related_name="remarks",
        verbose_name="uitkomst",
    )
    paragraph = models.PositiveSmallIntegerField("alinea", default=0)  # 0: all of it
    passage = models.CharField("waarover", max_length=200, blank=True)
    verdict = models.CharField("oordeel", max_length=11, choices=Verdict)
    name = models.CharField("naam", max_length=80, blank=True)
    text = models.TextField("reactie", max_length=2000, blank=True)
    waiting_since = models.DateTimeField("bevestigd op", null=True, blank=True)
    answer = models.TextField("antwoord van de groep", max_length=2000, blank=True)
    answered_at = models.DateTimeField("beantwoord op", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="beantwoord door",
    )

    objects = RemarkQuerySet.as_manager()

    class Meta:
        verbose_name = "reactie op een uitkomst"
        verbose_name_plural = "reacties op uitkomsten"
        constraints = [
            models.CheckConstraint(
                name="remark_hidden_for_a_reason", condition=HIDDEN_FOR_A_REASON
            ),
            models.CheckConstraint(
                name="remark_shown_at_a_moment", condition=SHOWN_AT_A_MOMENT
            ),
            models.CheckConstraint(
                name="remark_answered_in_words",
                condition=Q(answered_at=None, answer="")
                | (Q(answered_at__isnull=False) & ~Q(answer="")),
            ),
        ]

    def __str__(self):
        return f"reactie op een uitkomst {self.pk}"

    @property
    def signed(self) -> str:
        return self.name or "Zonder naam"
