"""What viewers ask, and who supports it; neither knows a person."""

from django.db import models
from django.db.models import Q

from stories.reactions.models import A_RULE, Ground


class LiveQuestionQuerySet(models.QuerySet):
    """Each method finishes the sentence `the questions …`."""

    def to_viewers(self, session):
        """As they may be read during the session, in the order of the screen."""
        hidden = [LiveQuestion.State.HIDDEN]
        if session.screened:
            hidden.append(LiveQuestion.State.NEW)
        return self.filter(session=session).exclude(state__in=hidden)

    def most_supported(self):
        return self.order_by("-supports", "pk")

    def with_an_answer(self):
        """Said in the session, or written afterwards."""
        states = [LiveQuestion.State.ANSWERED, LiveQuestion.State.WRITTEN]
        return self.filter(state__in=states).order_by("-supports", "pk")


class LiveQuestion(models.Model):
    """One question; in view is one at a time, and hidden is none without a ground."""

    class State(models.TextChoices):
        NEW = "new", "nieuw"
        SHORTLIST = "shortlist", "op de shortlist"
        LIVE = "live", "in beeld"
        ANSWERED = "answered", "beantwoord"
        WRITTEN = "written", "schriftelijk beantwoord"
        HIDDEN = "hidden", "verborgen"

    session = models.ForeignKey(
        "community.Session",
        models.CASCADE,
        related_name="questions",
        verbose_name="bijeenkomst",
    )
    text = models.CharField("vraag", max_length=300)
    name = models.CharField("naam", max_length=60, blank=True)
    state = models.CharField("stand", max_length=9, choices=State, default=State.NEW)
    ground = models.CharField(
        "grond", max_length=8, choices=Ground, blank=True, default=""
    )
    reported_for = models.CharField(
        "gemeld om", max_length=8, choices=Ground, blank=True, default=""
    )
    answer = models.TextField("antwoord", max_length=1000, blank=True)
    supports = models.PositiveIntegerField("steun", default=0)
    asked_at = models.DateTimeField("gesteld op")

    objects = LiveQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag van een kijker"
        verbose_name_plural = "vragen van kijkers"
        constraints = [
            models.UniqueConstraint(
                name="live_question_one_in_view",
                fields=["session"],
                condition=Q(state="live"),
            ),
            models.CheckConstraint(
                name="live_question_hidden_for_a_reason",
                condition=Q(state="hidden", ground__in=[rule.value for rule in A_RULE])
                | (~Q(state="hidden") & Q(ground="")),
            ),
            models.CheckConstraint(
                name="live_question_written_has_an_answer",
                condition=~Q(state="written") | ~Q(answer=""),
            ),
        ]
        indexes = [
            models.Index(
                name="live_question_by_support",
                fields=["session", "state", "-supports"],
            )
        ]

    def __str__(self):
        return f"vraag {self.pk}"

    @property
    def signed(self) -> str:
        return self.name or "zonder naam"


class QuestionSupport(models.Model):
    """Once for each visitor; `key` recognises one, and names nobody."""

    question = models.ForeignKey(
        LiveQuestion, models.CASCADE, related_name="backing", verbose_name="vraag"
    )
    key = models.CharField("bezoeker", max_length=32)

    class Meta:
        verbose_name = "steun voor een vraag"
        verbose_name_plural = "steun voor vragen"
        constraints = [
            models.UniqueConstraint(
                name="question_support_once", fields=["question", "key"]
            )
        ]

    def __str__(self):
        return f"steun {self.pk}"
