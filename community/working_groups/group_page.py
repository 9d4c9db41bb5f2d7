"""A working group: its question, its members and what it found."""

from datetime import date

from django.conf import settings
from django.core.paginator import Paginator
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    OuterRef,
    Q,
    Subquery,
    When,
)
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.search import index

from community.working_groups.documents import GroupDocument
from community.working_groups.membership import Membership
from community.working_groups.outcome_page import PROSE, OutcomePage
from community.working_groups.phases import GroupPhase, phase_of
from community.working_groups.representation import Meter, meter
from community.working_groups.sections import sections_of
from community.working_groups.timeline import latest_of
from home.models import Role
from home.pages.base import BasePage
from home.pages.open_pages import OpenPageQuerySet
from home.pages.permissions import RightsBelow
from home.pages.pictures import bring_renditions
from home.people.portraits import portrait
from home.profiles.models import declared_by
from home.statements import Rows

OUTCOMES_PER_PAGE = 12
MEMBERS_AT_ONCE = 8
DOCUMENTS_AT_ONCE = 8


class WorkingGroupQuerySet(OpenPageQuerySet):
    """Each method finishes the sentence `the working groups …`."""

    def with_latest_outcome(self):
        """Each knows the number of the outcome that a card shows."""
        outcomes = OutcomePage.objects.for_list().filter(
            path__startswith=OuterRef("path")
        )
        return self.annotate(latest_outcome_pk=Subquery(outcomes.values("pk")[:1]))


class WorkingGroupPage(BasePage):
    """Stands on its own; its outcomes are the pages below it."""

    template = "community/working_group_page.html"
    parent_page_types = ["community.WorkingGroupIndexPage"]
    subpage_types = ["community.OutcomePage"]
    page_description = "Een werkgroep, met leden en uitkomsten"
    summary_field = "question"
    text_field = "frame"
    found_as = ("werkgroepen", "Werkgroepen")
    theme_path = "theme"
    shown_with = ("theme",)

    theme = models.ForeignKey(
        "stories.Theme",
        models.PROTECT,
        related_name="working_groups",
        verbose_name="thema",
    )
    question = models.TextField(
        "opdracht",
        max_length=400,
        help_text="Wat wil de groep weten of bereiken? In één of twee zinnen.",
    )
    frame = RichTextField(
        "kader",
        blank=True,
        features=PROSE,
        help_text="Waarom deze groep er is, en waaraan ze zich houdt.",
    )
    mode = models.TextField(
        "zo besluiten we",
        max_length=400,
        blank=True,
        help_text="Wie beslist, en hoe. Bijvoorbeeld: we zoeken een voorstel waar "
        "niemand een overwegend bezwaar tegen heeft.",
    )
    seats = ParentalManyToManyField(
        "home.Role",
        blank=True,
        related_name="+",
        verbose_name="gezochte rollen",
        help_text="Op de pagina staat ‘we zoeken nog’, tot iemand met die rol meedoet.",
    )
    join_question = models.CharField(
        "vraag aan wie mee wil doen",
        max_length=160,
        blank=True,
        help_text="Bijvoorbeeld: wat heb je zelf al met een keurmerk meegemaakt?",
    )

    objects = PageManager.from_queryset(WorkingGroupQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        "theme",
        "question",
        "frame",
        InlinePanel("phases", heading="Fasen", label="fase"),
        "mode",
        InlinePanel("memberships", heading="Wie er meedenken", label="lid"),
        MultiFieldPanel(
            [
                FieldPanel("seats", widget=CheckboxSelectMultiple),
                FieldPanel("join_question"),
            ],
            heading="Wie we zoeken",
        ),
        InlinePanel("documents", heading="Documenten", label="document"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("question"),
        index.SearchField("frame"),
        index.AutocompleteField("question"),
        index.AutocompleteField("frame"),
    ]

    class Meta:
        verbose_name = "werkgroep"
        verbose_name_plural = "werkgroepen"

    @property
    def theme_slug(self) -> str:  # type: ignore[override]  # here it is computed
        return self.theme.slug

    @property
    def crumbs(self) -> list[dict]:
        """The way up; the overview stands one step higher, so it needs no query."""
        above = (self.url or "/").removesuffix(f"{self.slug}/")
        return [{"title": "Werkgroepen", "url": above}]

    def as_organization(self) -> dict:
        """The group as schema.org knows it, also where it is an author."""
        return {
            "@type": "Organization",
            "name": f"Werkgroep {self.title}",
            "url": self.canonical,
            "parentOrganization": {
                "@type": "Organization",
                "name": settings.SITE_NAME,
                "url": settings.SITE_URL,
            },
        }

    def breadcrumbs(self, *below: Page) -> dict:
        """The way from the overview to this page, or to a page below it."""
        above = ((up["title"], settings.SITE_URL + up["url"]) for up in self.crumbs)
        way = [*above, *((page.title, page.canonical) for page in (self, *below))]
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": name, "item": url}
                for place, (name, url) in enumerate(way, start=1)
            ],
        }

    def json_ld(self):
        group = {**self.as_organization(), "description": self.description}
        return {
            "@context": "https://schema.org",
            "@graph": [group, self.breadcrumbs()],
        }

    def permissions_for_user(self, user):
        """The rights that a lead has on this page are rights on its outcomes."""
        return RightsBelow(user, self)

    @cached_property
    def known_phases(self) -> list[GroupPhase]:
        """All that were written down, first to last."""
        return list(self.phases.all())

    @property
    def phase(self) -> str:
        """The value of `GroupPhase.Name` of today."""
        return phase_of(self.known_phases, timezone.localdate())

    @property
    def steps(self) -> list[dict]:
        """All phases, and where this group stands."""
        return [
            {"label": capfirst(label), "current": value == self.phase}
            for value, label in GroupPhase.Name.choices
        ]

    def memberships_of(self, day: date):
        """Leads first; then in the order in which they were put."""
        lead = Q(function=Membership.Function.LEAD)
        mine = Membership.objects.on(day).filter(group=self.pk)
        mine = mine.annotate(declared=declared_by("person", day))
        return mine.select_related("person__photo").order_by(
            Case(When(lead, then=0), default=1), "sort_order", "pk"
        )

    def meter_of(self, day: date) -> Meter:
        """Who is at the table, in two questions for any number of members."""
        members = Membership.objects.on(day).filter(group=self.pk)
        sought = WorkingGroupPage.seats.through.objects.filter(
            workinggrouppage=self.pk, role=OuterRef("pk")
        )
        roles = Role.objects.annotate(
            number=Count(
                "people__memberships", filter=Q(people__memberships__in=members)
            ),
            is_sought=Exists(sought),
        )
        unknown = members.filter(person__role=None).count()
        found = ((role, role.number, role.is_sought) for role in roles)
        return meter(found, unknown=unknown)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        today = timezone.localdate()
        outcomes = OutcomePage.objects.child_of(self).for_list()
        pages = Paginator(outcomes, OUTCOMES_PER_PAGE)
        members = list(self.memberships_of(today)[:MEMBERS_AT_ONCE])
        is_led = bool(members) and members[0].function == Membership.Function.LEAD
        documents = GroupDocument.objects.filter(group=self.pk)
        return {
            **context,
            "crumbs": self.crumbs,
            "outcomes": pages.get_page(request.GET.get("pagina")),
            "members": as_members(members),
            "seeks_lead": not is_led and self.phase != GroupPhase.Name.DONE,
            "had_lead": not is_led and self._leads().exists(),
            "meter": self.meter_of(today),
            "documents": documents.select_related("document")[: DOCUMENTS_AT_ONCE + 1],
            "timeline": latest_of(self, today),
            "sections": sections_of(self, aside=False),
            "aside": sections_of(self, aside=True),
        }

    def _leads(self):
        """Also those of before."""
        return Membership.objects.leads().filter(group=self.pk)


def as_members(memberships) -> list[dict]:
    """As the component `people` takes them."""
    found = list(memberships)
    bring_renditions(membership.person.photo for membership in found)
    return [
        {
            "name": membership.person.name,
            "about": membership.about,
            "interest": membership.declared,
            "url": membership.person.get_absolute_url(),
            "photo": portrait(membership.person.photo),
        }
        for membership in found
    ]


def _open() -> WorkingGroupQuerySet:
    return WorkingGroupPage.objects.open().with_latest_outcome()


OPEN = Rows(lambda: _open().select_related("theme").order_by("path"))
LATEST = Rows(
    lambda: OutcomePage.objects.filter(pk__in=_open().values("latest_outcome_pk"))
)


def groups_as_cards() -> list[WorkingGroupPage]:
    """All that everybody may see, with theme and latest outcome, in two statements."""
    outcomes = {outcome.pk: outcome for outcome in LATEST.of()}
    groups = OPEN.of()
    for group in groups:
        group.latest_outcome = outcomes.get(group.latest_outcome_pk)
    return groups
