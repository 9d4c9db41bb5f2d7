"""A working group: its question, its members and what it found."""

from django.conf import settings
from django.core.paginator import Paginator
from django.db import models
from django.db.models import OuterRef, Subquery
from wagtail.admin.panels import InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.search import index

from community.working_groups.outcome_page import PROSE, OutcomePage
from home.pages.base import BasePage
from home.pages.open_pages import OpenPageQuerySet
from home.pages.permissions import RightsBelow
from home.people.portraits import portrait, with_portraits
from home.statements import Rows

OUTCOMES_PER_PAGE = 12
MEMBERS_AT_ONCE = 8


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

    objects = PageManager.from_queryset(WorkingGroupQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        "theme",
        "question",
        "frame",
        InlinePanel("memberships", heading="Wie er meedenken", label="lid"),
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

    def members(self) -> list[dict]:
        """Who is in the group, as the component `people` takes them."""
        memberships = self.memberships.select_related("person").prefetch_related(
            with_portraits("person__photo")
        )
        return [
            {
                "name": membership.person.name,
                "about": membership.about,
                "url": membership.person.get_absolute_url(),
                "photo": portrait(membership.person.photo),
            }
            for membership in memberships
        ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        outcomes = OutcomePage.objects.child_of(self).for_list()
        pages = Paginator(outcomes, OUTCOMES_PER_PAGE)
        members = self.members()
        return {
            **context,
            "crumbs": self.crumbs,
            "outcomes": pages.get_page(request.GET.get("pagina")),
            "members": members[:MEMBERS_AT_ONCE],
            "other_members": members[MEMBERS_AT_ONCE:],
        }


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
