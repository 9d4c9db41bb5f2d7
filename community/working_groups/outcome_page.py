"""What a working group found: from the question to what it rests on."""

from django.apps import apps
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Left, Length
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.search import index

from community.working_groups.forms import OutcomeForm
from home.pages.base import BasePage
from home.pages.open_pages import OpenPageQuerySet

PROSE = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class OutcomeQuerySet(OpenPageQuerySet):
    """Each method finishes the sentence `the outcomes …`."""

    def newest_first(self):
        return self.order_by("-date", "-number", "-pk")

    def for_list(self):
        """Published and open to everyone, newest first."""
        return self.open().newest_first()


class OutcomePage(BasePage):
    """A page tells; its revisions are the versions of the text."""

    class Status(models.TextChoices):
        CONCEPT = "concept", "concept"
        CONSULTATION = "consultatie", "in consultatie"
        SETTLED = "vastgesteld", "vastgesteld"

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
                FieldPanel("number"),
                FieldPanel("version"),
                FieldPanel("date"),
                FieldPanel("status"),
                FieldPanel("consultation_until"),
            ],
            heading="Stand",
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
                condition=Q(status__in=["concept", "consultatie", "vastgesteld"]),
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
        return "good" if self.status == self.Status.SETTLED else ""

    @property
    def steps(self) -> list[dict]:
        """The phases of a text, and where this one stands."""
        return [
            {"label": capfirst(label), "current": value == self.status}
            for value, label in self.Status.choices
        ]

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
        until = self.consultation_until
        return {
            **context,
            "group": group,
            "crumbs": [*group.crumbs, {"title": group.title, "url": group.url}],
            "evidence": self.evidence.select_related("document"),
            "is_open": bool(until and until >= timezone.localdate()),
        }
