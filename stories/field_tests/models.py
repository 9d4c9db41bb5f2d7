"""A verdict of a reader on a practice story, and what the organisation says to it."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from home.readers.models import new_token
from stories.reactions.models import (
    HIDDEN_FOR_A_REASON,
    SHOWN_AT_A_MOMENT,
    Said,
    SaidQuerySet,
)

LINK_LASTS = timedelta(days=30)


class FieldTestQuerySet(SaidQuerySet):
    """Each method finishes the sentence `the verdicts …`."""

    def counted(self):
        """From the click on; whatever became of the reason."""
        return self.exclude(state=Said.State.ASKED)

    def with_a_reason(self):
        return self.exclude(reason="")


class FieldTest(Said):
    """One verdict per reader and story; the latest that was confirmed counts."""

    class Verdict(models.TextChoices):
        SAME = "same", "herkenbaar"
        OTHER = "other", "niet herkenbaar"

    class Role(models.TextChoices):
        AGENT = "medewerker", "medewerker"
        TEAM_LEAD = "teamleider", "teamleider"
        PLANNER = "planner", "planner of WFM’er"
        MANAGER = "manager", "manager klantcontact"
        PEOPLE = "hr", "HR of opleiding"
        QUALITY = "kwaliteit", "kwaliteit"
        TECHNOLOGY = "technologie", "technologie"
        CLIENT = "uitbesteder", "uitbesteder"
        SUPPLIER = "leverancier", "leverancier of adviseur"
        CUSTOMER = "klant", "klant"
        ELSEWHERE = "elders", "in een andere branche"

    page = "field_test"  # the name of the address where it stands

    story = models.ForeignKey(
        "stories.StoryPage",
        models.CASCADE,
        related_name="field_tests",
        verbose_name="verhaal",
    )
    verdict = models.CharField("oordeel", max_length=5, choices=Verdict)
    role = models.CharField("rol", max_length=12, choices=Role)
    reason = models.TextField("toelichting", max_length=1000, blank=True)

    objects = FieldTestQuerySet.as_manager()

    class Meta:
        verbose_name = "praktijktoets"
        verbose_name_plural = "praktijktoetsen"
        constraints = [
            models.CheckConstraint(
                name="field_test_hidden_for_a_reason", condition=HIDDEN_FOR_A_REASON
            ),
            models.CheckConstraint(
                name="field_test_shown_at_a_moment", condition=SHOWN_AT_A_MOMENT
            ),
            models.UniqueConstraint(
                name="field_test_once_per_reader",
                fields=["story", "reader"],
                condition=~Q(state="asked"),
            ),
        ]

    def __str__(self):
        return f"praktijktoets {self.pk}"

    @property
    def words(self) -> str:
        return self.reason

    @property
    def signed(self) -> str:
        """Whose words: a role; the address is nobody's business."""
        return f"{self.get_role_display()}, {self.get_verdict_display()}"


class Reply(models.Model):
    """What the organisation of a practice story says, by a link of its own."""

    story = models.OneToOneField(
        "stories.StoryPage",
        models.CASCADE,
        related_name="reply",
        verbose_name="verhaal",
    )
    email = models.EmailField("e-mailadres", blank=True)
    token = models.CharField("sleutel", max_length=64, unique=True, default=new_token)
    asked_at = models.DateTimeField("gevraagd op")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="gevraagd door",
    )
    name = models.CharField("naam en functie", max_length=120, blank=True)
    text = models.TextField("antwoord", max_length=3000, blank=True)
    answered_at = models.DateTimeField("geantwoord op", null=True, blank=True)

    class Meta:
        verbose_name = "antwoord van een organisatie"
        verbose_name_plural = "antwoorden van organisaties"
        constraints = [
            models.CheckConstraint(
                name="reply_has_words_once_answered",
                condition=Q(answered_at=None, text="")
                | (Q(answered_at__isnull=False) & ~Q(text="")),
            )
        ]

    def __str__(self):
        return f"antwoord {self.pk}"

    @property
    def is_shown(self) -> bool:
        """Whether there is a page where it may be read."""
        return self.story.live and self.story.is_tested

    def is_open(self, now: datetime) -> bool:
        return now < self.asked_at + LINK_LASTS
