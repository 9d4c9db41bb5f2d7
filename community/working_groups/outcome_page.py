"""What a working group found: from the question to what it rests on."""

import datetime

from django.apps import apps
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Left, Length
from django.forms import Select
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.search import index

from community.working_groups.forms import OutcomeForm
from community.working_groups.membership import Membership
from community.working_groups.sections import OUTCOME, sections_of
from home.pages.base import BasePage
from home.pages.open_pages import OpenPageQuerySet

PROSE = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class Status(models.TextChoices):
    """From a first text to what was done with it."""

    CONCEPT = "concept", "concept"
    CONSULTATION = "consultatie", "in consultatie"
    SETTLED = "vastgesteld", "vastgesteld"
    CARRIED_OUT = "uitvoering", "in uitvoering"
    DONE = "gedaan", "gedaan"
    STOPPED = "gestopt", "gestopt"


FIXED = [Status.SETTLED, Status.CARRIED_OUT, Status.DONE]  # the text stands
OVER = [Status.DONE, Status.STOPPED]  # nobody has to do anything any more


class OutcomeQuerySet(OpenPageQuerySet):
    """Each method finishes the sentence `the outcomes …`."""

    def newest_first(self):
        return self.order_by("-date", "-number", "-pk")

    def for_list(self):
        """Published and open to everyone, newest first."""
        return self.open().newest_first()

    def under_way(self):
        """Somebody has a next step to take."""
        return self.exclude(status__in=OVER)

    def without_owner(self, day: datetime.date):
        """Nobody's, or of who is not in the group any more."""
        group = Left(OuterRef("path"), Length(OuterRef("path")) - Page.steplen)
        members = Membership.objects.on(day).filter(
            group__path=group, person=OuterRef("responsible")
        )
        return self.under_way().filter(~Exists(members))


class OutcomePage(BasePage):
    """A page tells; its revisions are the versions of the text."""

    class Kind(models.TextChoices):
        INSIGHT = "inzicht", "inzicht"
        ADVICE = "advies", "advies"
        DECISION = "besluit", "besluit"
        NORM = "norm", "norm"
        TOOL = "hulpmiddel", "hulpmiddel"

    class ValueFor(models.TextChoices):
        MEMBERS = "deelnemers", "wie meedoet"
        TRADE = "branche", "de branche"
        BOTH = "beide", "wie meedoet en de branche"

    Status = Status

    template = "community/outcome_page.html"
    parent_page_types = ["community.WorkingGroupPage"]
    subpage_types = []
    page_description = "Wat de groep vond: vraag, werk, resultaat en bronnen"
    summary_field = "lead"
    text_field = "result"
    found_as = ("uitkomsten", "Uitkomsten")
    base_form_class = OutcomeForm

    number = models.PositiveSmallIntegerField(
        "nummer",
        validators=[MinValueValidator(1), MaxValueValidator(9999)],
        help_text="Het hoeveelste resultaat van deze werkgroep dit is.",
    )
    version = models.CharField(
        "versie",
        max_length=12,
        default="0.1",
        validators=[
            RegexValidator(r"^\d+(\.\d+){0,2}\Z", "Cijfers met punten, zoals 0.3.")
        ],
        help_text="Zoals 0.3. Hoog dit op wanneer de inhoud verandert.",
    )
    date = models.DateField(
        "datum", default=timezone.localdate, help_text="De dag van deze versie."
    )
    status = models.CharField(
        "stand", max_length=12, choices=Status, default=Status.CONCEPT
    )
    consultation_until = models.DateField(
        "reageren tot en met",
        null=True,
        blank=True,
        help_text="Alleen bij ‘in consultatie’. Bij een andere stand vervalt de datum.",
    )
    kind = models.CharField("soort", max_length=10, choices=Kind, default=Kind.INSIGHT)
    stopped_because = models.TextField(
        "waarom gestopt",
        max_length=400,
        blank=True,
        help_text="Alleen bij ‘gestopt’: dan leest iedereen waarom.",
    )
    value_for = models.CharField(
        "waarde voor", max_length=10, choices=ValueFor, default=ValueFor.BOTH
    )
    responsible = models.ForeignKey(
        "home.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name="eigenaar",
        help_text="Wie zorgt dat de volgende stap er komt? Een lid van de groep.",
    )
    next_step = models.CharField("volgende stap", max_length=200, blank=True)
    due = models.DateField(
        "opvolgen op",
        null=True,
        blank=True,
        help_text="Op die dag vragen we de eigenaar hoe het ervoor staat. Het antwoord "
        "komt op de pagina.",
    )
    progress = models.PositiveSmallIntegerField(
        "voortgang",
        default=0,
        validators=[MaxValueValidator(100)],
        help_text="In procenten, van 0 tot en met 100.",
    )
    lead = models.TextField(
        "in het kort", max_length=400, help_text="De uitkomst in één of twee zinnen."
    )
    question = models.TextField(
        "de vraag", max_length=800, help_text="Welke vraag had de groep?"
    )
    work = RichTextField(
        "wat we deden",
        features=PROSE,
        help_text="Wie spraken jullie, wat hebben jullie naast elkaar gelegd?",
    )
    result = RichTextField("wat het opleverde", features=PROSE)

    objects = PageManager.from_queryset(OutcomeQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("number"),
                FieldPanel("version"),
                FieldPanel("date"),
                FieldPanel("status"),
                FieldPanel("consultation_until"),
                FieldPanel("stopped_because"),
            ],
            heading="Stand",
        ),
        MultiFieldPanel(
            [
                FieldPanel("responsible", widget=Select),
                FieldPanel("next_step"),
                FieldPanel("due"),
                FieldPanel("progress"),
                FieldPanel("value_for"),
            ],
            heading="Wat er nu gebeurt",
        ),
        "lead",
        "question",
        "work",
        "result",
        InlinePanel("evidence", heading="Waar dat op steunt", label="bron"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("question"),
        index.SearchField("work"),
        index.SearchField("result"),
        index.AutocompleteField("lead"),
        index.AutocompleteField("question"),
        index.AutocompleteField("work"),
        index.AutocompleteField("result"),
        index.FilterField("status"),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = "uitkomst"
        verbose_name_plural = "uitkomsten"
        constraints = [
            models.CheckConstraint(
                name="outcome_consultation_has_an_end",
                condition=Q(status="consultatie", consultation_until__isnull=False)
                | (~Q(status="consultatie") & Q(consultation_until=None)),
                violation_error_message=(
                    "Een consultatie heeft een laatste dag, een andere stand niet."
                ),
            ),
            models.CheckConstraint(
                name="outcome_status_is_known",
                condition=Q(status__in=Status.values),
            ),
            models.CheckConstraint(
                name="outcome_stopped_for_a_reason",
                condition=(Q(status="gestopt") & ~Q(stopped_because=""))
                | (~Q(status="gestopt") & Q(stopped_because="")),
                violation_error_message=(
                    "Wie stopt, zegt waarom; bij een andere stand hoort geen reden."
                ),
            ),
            models.CheckConstraint(
                name="outcome_progress_in_percents",
                condition=Q(progress__range=(0, 100)),
                violation_error_message="De voortgang is 0 tot en met 100.",
            ),
        ]

    @cached_property
    def group(self):
        """The working group above this page, with its theme, in one query."""
        groups = apps.get_model("community.WorkingGroupPage").objects
        return groups.parent_of(self).select_related("theme").get()

    @classmethod
    def theme_field(cls, field):
        """The theme is that of the group, which stands one step up in the tree."""
        up = Length(OuterRef("path")) - cls.steplen
        groups = apps.get_model("community.WorkingGroupPage").objects
        above = groups.filter(path=Left(OuterRef("path"), up))
        return Subquery(above.values(f"theme__{field}")[:1])

    @property
    def theme_slug(self) -> str:  # type: ignore[override]  # here it is computed
        return self.group.theme.slug

    @property
    def level(self) -> str:
        """The colour of the status, which always has its word beside it."""
        if self.status == Status.STOPPED:
            return "warn"
        return "good" if self.status in FIXED else ""

    @property
    def steps(self) -> list[dict]:
        """The phases of a text, and where this one stands."""
        is_stopped = self.status == Status.STOPPED
        left_out = [Status.CARRIED_OUT, Status.DONE] if is_stopped else [Status.STOPPED]
        return [
            {"label": capfirst(label), "current": value == self.status}
            for value, label in Status.choices
            if value not in left_out
        ]

    @property
    def is_under_way(self) -> bool:
        return self.status not in OVER

    def has_owner(self, day: datetime.date) -> bool:
        """Somebody who is in the group on that day."""
        places = Membership.objects.on(day).filter(group=self.group)
        return (
            self.responsible_id is not None
            and places.filter(person=self.responsible_id).exists()
        )

    def json_ld(self):
        group = self.group
        return {
            "@context": "https://schema.org",
            "@graph": [
                {
                    "@type": "Report",
                    "headline": self.title,
                    "description": self.description,
                    "url": self.canonical,
                    "inLanguage": "nl",
                    "version": self.version,
                    "creativeWorkStatus": self.get_status_display(),
                    "datePublished": self.date.isoformat(),
                    "author": group.as_organization(),
                    "publisher": {"@type": "Organization", "name": settings.SITE_NAME},
                },
                group.breadcrumbs(self),
            ],
        }

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        group = self.group
        until, today = self.consultation_until, timezone.localdate()
        return {
            **context,
            "group": group,
            "crumbs": [*group.crumbs, {"title": group.title, "url": group.url}],
            "evidence": self.evidence.select_related("document"),
            "is_open": bool(until and until >= today),
            "has_owner": self.is_under_way and self.has_owner(today),
            "sections": sections_of(self, aside=False, of=OUTCOME),
        }
