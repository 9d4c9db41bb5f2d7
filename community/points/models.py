"""What somebody would see otherwise, who supports it, and what the group answered."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from wagtail.search import index

from community.working_groups.group_page import WorkingGroupPage
from home.profiles.models import declared_under
from home.search.folding import Folded
from stories.reactions.models import (
    HIDDEN_FOR_A_REASON,
    SHOWN_AT_A_MOMENT,
    Ground,
    Said,
    SaidQuerySet,
)


class PointQuerySet(SaidQuerySet):
    """Each method finishes the sentence `the points …`."""

    def readable(self):
        """In a group that everybody may see; of a hidden one a line stays."""
        return self.with_a_trace().filter(group__in=WorkingGroupPage.objects.open())

    def listed(self):
        """Each once: what was merged stands with what it went into."""
        return self.readable().filter(merged_into=None).select_related("group__theme")

    def with_interest(self, day):
        """What its writer declares on that day stands next to the name of today."""
        return self.annotate(interest=declared_under("name", "person", day))

    def most_supported(self):
        return self.order_by("-support_count", "-pk")

    def newest_first(self):
        return self.order_by("-pk")


class Point(Folded, Said):
    """One improvement; it is merged or answered, and never thrown away."""

    class Status(models.TextChoices):
        SUBMITTED = "ingediend", "ingediend"
        MERGED = "gebundeld", "gebundeld"
        CHOSEN = "gekozen", "gekozen"
        WORKED_OUT = "in-uitwerking", "in uitwerking"
        DONE = "uitgevoerd", "uitgevoerd"
        DECLINED = "niet-gekozen", "niet gekozen"

    class Origin(models.TextChoices):
        FORM = "formulier", "ingediend op de site"
        ANSWER = "antwoord", "een antwoord in een vragenlijst"
        HARVEST = "oogst", "de oogst van een bijeenkomst"
        OTHER = "anders", "ergens anders"

    ENDED = [Status.DONE, Status.DECLINED]

    group = models.ForeignKey(
        "community.WorkingGroupPage",
        models.PROTECT,  # what people said is not thrown away with a page
        related_name="points",
        verbose_name="werkgroep",
    )
    title = models.CharField("punt", max_length=120, blank=True)
    text = models.TextField("toelichting", max_length=2000, blank=True)
    name = models.CharField("naam", max_length=80, blank=True)
    person = models.ForeignKey(
        "home.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="points",
        verbose_name="persoon",
    )
    ground = models.CharField(
        "grond", max_length=8, choices=Ground, blank=True, default=""
    )
    status = models.CharField(
        "hoe ver het is", max_length=13, choices=Status, default=Status.SUBMITTED
    )
    answer = models.TextField("antwoord", max_length=2000, blank=True)
    answered_at = models.DateTimeField("beantwoord op", null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="beantwoord door",
    )
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name="opgegaan in",
    )
    origin_kind = models.CharField(
        "komt uit", max_length=9, choices=Origin, default=Origin.FORM
    )
    origin_type = models.ForeignKey(
        ContentType, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    origin_id = models.PositiveBigIntegerField(null=True, blank=True)
    origin = GenericForeignKey("origin_type", "origin_id")
    support_count = models.PositiveIntegerField("steun", default=0)

    objects = PointQuerySet.as_manager()

    search_fields = [
        index.AutocompleteField("title"),
        index.AutocompleteField("text"),
        index.FilterField("id"),
    ]

    class Meta:
        verbose_name = "verbeterpunt"
        verbose_name_plural = "verbeterpunten"
        constraints = [
            models.CheckConstraint(
                name="point_hidden_for_a_reason", condition=HIDDEN_FOR_A_REASON
            ),
            models.CheckConstraint(
                name="point_shown_at_a_moment", condition=SHOWN_AT_A_MOMENT
            ),
            models.CheckConstraint(
                name="point_moves_on_with_an_answer",
                condition=Q(status="ingediend")
                | (~Q(answer="") & Q(answered_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="point_merged_into_another",
                condition=(
                    Q(status="gebundeld", merged_into__isnull=False)
                    & ~Q(merged_into=F("id"))
                )
                | (~Q(status="gebundeld") & Q(merged_into=None)),
            ),
            models.CheckConstraint(
                name="point_origin_is_whole",
                condition=Q(origin_type=None, origin_id=None)
                | Q(origin_type__isnull=False, origin_id__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                name="point_by_support", fields=["state", "-support_count", "-id"]
            ),
            models.Index(
                name="point_in_group",
                fields=["group", "state", "-support_count", "-id"],
            ),
            models.Index(name="point_by_origin", fields=["origin_type", "origin_id"]),
        ]

    def __str__(self):
        return self.title or "Een punt zonder woorden"

    def get_absolute_url(self) -> str:
        """Of what was merged: where it went on, scrolled to it."""
        if self.merged_into_id:
            return f"{reverse('point', args=[self.merged_into_id])}#{self.anchor}"
        return reverse("point", args=[self.pk])

    @property
    def anchor(self) -> str:
        return f"punt-{self.pk}"

    @property
    def words(self) -> str:
        return "\n\n".join(filter(None, [self.title, self.text]))

    @property
    def signed(self) -> str:
        return self.name or "Zonder naam"

    @property
    def is_shown(self) -> bool:
        return self.state == self.State.SHOWN

    @property
    def told(self) -> str:
        """How a list names it; what is hidden without its words."""
        return str(self) if self.is_shown else "Een verborgen punt"

    @property
    def level(self) -> str:
        """The colour of the status, which always has its word beside it."""
        return "good" if self.status == self.Status.DONE else ""


class SupportQuerySet(models.QuerySet):
    """Each method finishes the sentence `the support …`."""

    def given(self):
        """Confirmed, so that it counts."""
        return self.filter(given_at__isnull=False)


class Support(models.Model):
    """Somebody wants this too; it counts once its owner confirmed it."""

    point = models.ForeignKey(
        Point, models.CASCADE, related_name="supports", verbose_name="verbeterpunt"
    )
    reader = models.ForeignKey(
        "home.Reader",
        models.SET_NULL,
        null=True,  # it goes on counting when we do not know any more whose it was
        related_name="supports",
        verbose_name="lezer",
    )
    asked_at = models.DateTimeField("gevraagd op")
    given_at = models.DateTimeField("gegeven op", null=True, blank=True)

    objects = SupportQuerySet.as_manager()

    class Meta:
        verbose_name = "steun"
        verbose_name_plural = "steun"
        constraints = [
            models.UniqueConstraint(
                name="support_once_per_person", fields=["point", "reader"]
            )
        ]

    def __str__(self):
        return f"steun {self.pk}"


class PointReport(models.Model):
    """Somebody says that a point breaks a house rule; we do not ask who."""

    point = models.ForeignKey(
        Point, models.CASCADE, related_name="reports", verbose_name="verbeterpunt"
    )
    ground = models.CharField("grond", max_length=8, choices=Ground)
    text = models.TextField("toelichting", max_length=500, blank=True)
    reported_at = models.DateTimeField("gemeld op")
    settled_at = models.DateTimeField("bekeken op", null=True, blank=True)

    class Meta:
        verbose_name = "melding over een punt"
        verbose_name_plural = "meldingen over punten"

    def __str__(self):
        return f"melding {self.pk}"
