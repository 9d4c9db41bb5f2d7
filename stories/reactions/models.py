"""Words of a reader under a story, reports about them, and rulings."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from home.profiles.models import declared_under
from stories.pages.credits import Credit


class Ground(models.TextChoices):
    """Why something is not (any more) to be read: the house rules, and the last one."""

    PERSONAL = "personal", "persoonlijke aanval"
    PRIVACY = "privacy", "gegevens van iemand anders"
    ADVERT = "advert", "reclame"
    ASIDE = "aside", "gaat niet over het onderwerp"
    ILLEGAL = "illegal", "in strijd met de wet"
    GONE = "gone", "niet meer bewaard"  # its writer asked so, or it was old


A_RULE = [ground for ground in Ground if ground != Ground.GONE]


class SaidQuerySet(models.QuerySet):
    """Each method finishes the sentence `the comments …`."""

    def shown(self):
        return self.filter(state=Said.State.SHOWN)

    def with_a_trace(self):
        """Shown, or hidden after people had read them: then a line stays."""
        hidden = Q(state=Said.State.HIDDEN, shown_at__isnull=False)
        return self.filter(Q(state=Said.State.SHOWN) | hidden)

    def to_look_at(self):
        return self.filter(state=Said.State.WAITING)

    def with_interest(self, day):
        """What a member declares who speaks under the name of their profile."""
        declared = declared_under("name", "reader__user__person", day)
        return self.annotate(interest=declared)


class Said(models.Model):
    """Abstract: what a reader wrote, and where it is on its way to be read."""

    class State(models.TextChoices):
        ASKED = "asked", "nog niet bevestigd"
        WAITING = "waiting", "wacht op een moderator"
        SHOWN = "shown", "te lezen"
        HIDDEN = "hidden", "verborgen"

    page: str  # the name of the address where it stands

    reader = models.ForeignKey(
        "home.Reader",
        models.CASCADE,
        null=True,  # nobody's any more, once it is emptied
        related_name="%(class)ss",
        verbose_name="lezer",
    )
    state = models.CharField(
        "stand", max_length=7, choices=State, default=State.ASKED, db_index=True
    )
    ground = models.CharField(
        "grond", max_length=8, choices=Ground, blank=True, default=""
    )
    written_at = models.DateTimeField("geschreven op")
    shown_at = models.DateTimeField("geplaatst op", null=True, blank=True)

    class Meta:
        abstract = True


HIDDEN_FOR_A_REASON = (Q(state=Said.State.HIDDEN) & ~Q(ground="")) | (
    ~Q(state=Said.State.HIDDEN) & Q(ground="")
)
SHOWN_AT_A_MOMENT = ~Q(state=Said.State.SHOWN) | Q(shown_at__isnull=False)


class CommentQuerySet(SaidQuerySet):
    """Each method finishes the sentence `the comments …`."""

    def to_look_at(self):
        """Waiting, or reported and not looked at since."""
        reported = Q(reports__settled_at=None, reports__isnull=False)
        waiting = Q(state=Said.State.WAITING)
        return self.filter(waiting | reported).distinct()

    def with_author(self):
        """Whether a confirmed address wrote who is credited for the story itself.

        Not of who is there under another name, and signs with their own."""
        names = Credit.objects.filter(
            Q(person__own_name="") | Q(person__name=OuterRef("name")),
            story=OuterRef("story"),
            person__contributor__reader=OuterRef("reader"),
        )
        return self.annotate(by_author=Exists(names))

    def in_threads(self):
        """A comment and then its answers; both oldest first."""
        thread = Coalesce("parent", "pk")
        return self.alias(thread=thread).order_by("thread", "pk")


class Comment(Said):
    """One reaction, or an answer to one; an answer has no answers of its own."""

    page = "comments"

    story = models.ForeignKey(
        "stories.StoryPage",
        models.CASCADE,
        related_name="comments",
        verbose_name="verhaal",
    )
    parent = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name="antwoord op",
    )
    name = models.CharField("naam", max_length=80, blank=True)
    text = models.TextField("reactie", max_length=2000, blank=True)
    changed_at = models.DateTimeField("veranderd op", null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = "reactie"
        verbose_name_plural = "reacties"
        constraints = [
            models.CheckConstraint(
                name="comment_hidden_for_a_reason", condition=HIDDEN_FOR_A_REASON
            ),
            models.CheckConstraint(
                name="comment_shown_at_a_moment", condition=SHOWN_AT_A_MOMENT
            ),
        ]
        indexes = [
            models.Index(name="comment_in_threads", fields=["story", "parent", "id"])
        ]

    def __str__(self):
        return f"reactie {self.pk}"

    @property
    def words(self) -> str:
        return self.text

    @property
    def signed(self) -> str:
        """A name, or that its writer took it away and left the words."""
        return self.name or "Zonder naam"

    @property
    def anchor(self) -> str:
        return f"reactie-{self.pk}"


class Report(models.Model):
    """Somebody says that a comment breaks a house rule; we do not ask who."""

    comment = models.ForeignKey(
        Comment, models.CASCADE, related_name="reports", verbose_name="reactie"
    )
    ground = models.CharField("grond", max_length=8, choices=Ground)
    text = models.TextField("toelichting", max_length=500, blank=True)
    reported_at = models.DateTimeField("gemeld op")
    settled_at = models.DateTimeField("bekeken op", null=True, blank=True)

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"

    def __str__(self):
        return f"melding {self.pk}"


class RulingQuerySet(models.QuerySet):
    """Each method finishes the sentence `the rulings …`."""

    def banning(self, now):
        """Of this moment: one that ended, or was lifted, bans nobody."""
        return self.filter(reader__isnull=False, until__gt=now).order_by("-until")


class Ruling(models.Model):
    """What a moderator decided; the public log shows it without names."""

    class Act(models.TextChoices):
        APPROVE = "approve", "geplaatst"
        HIDE = "hide", "verborgen"
        RESTORE = "restore", "teruggezet"
        KEEP = "keep", "na een melding blijven staan"
        BAN = "ban", "geweerd"  # its writer, for a time
        LIFT = "lift", "weer toegelaten"

    story = models.ForeignKey(
        "stories.StoryPage",
        models.CASCADE,
        null=True,  # of what stands elsewhere
        related_name="rulings",
        verbose_name="verhaal",
    )
    elsewhere = models.CharField(
        "waarover, als het niet bij een verhaal staat",
        max_length=400,
        blank=True,
        default="",
    )
    comment = models.ForeignKey(
        Comment,
        models.SET_NULL,
        null=True,
        related_name="rulings",
        verbose_name="reactie",
    )
    field_test = models.ForeignKey(
        "stories.FieldTest",
        models.SET_NULL,
        null=True,
        related_name="rulings",
        verbose_name="praktijktoets",
    )
    of_a_test = models.BooleanField("bij een praktijktoets", default=False)
    act = models.CharField("besluit", max_length=7, choices=Act)
    ground = models.CharField(
        "grond", max_length=8, choices=Ground, blank=True, default=""
    )
    reader = models.ForeignKey(
        "home.Reader",
        models.SET_NULL,
        null=True,  # nobody any more, once the ban is over
        related_name="bans",
        verbose_name="geweerde lezer",
    )
    until = models.DateTimeField("geweerd tot", null=True)
    at = models.DateTimeField("op", db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="door",
    )

    objects = RulingQuerySet.as_manager()

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        constraints = [
            models.CheckConstraint(
                name="ruling_takes_away_on_a_ground",
                condition=(Q(act__in=["hide", "ban"]) & ~Q(ground=""))
                | (~Q(act__in=["hide", "ban"]) & Q(ground="")),
            ),
            models.CheckConstraint(
                name="ruling_is_about_one_thing",
                condition=Q(story=None) & ~Q(elsewhere="")
                | Q(story__isnull=False, elsewhere=""),
            ),
            models.CheckConstraint(
                name="ruling_bans_for_a_time",
                condition=Q(act="ban", until__isnull=False)
                | (~Q(act="ban") & Q(until=None, reader=None)),
            ),
        ]

    def __str__(self):
        return f"besluit {self.pk}"
