"""The page of a session, below the agenda."""

from datetime import datetime

from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.search import index

from community.questionnaires.rules import SMALLEST
from community.sessions.planning.models import Seat
from community.sessions.planning.phases import Phase
from community.sessions.registration.appointment import SIGN_UP, entry_of
from community.sessions.registration.at_the_table import at_the_table
from community.sessions.registration.totals import in_total
from community.sessions.session_page.results import what_came_of
from community.sessions.session_page.starting_points import starting_points
from community.sessions.session_page.structured_data import of_session
from community.working_groups.group_page import WorkingGroupPage
from community.working_groups.outcome_page import PROSE
from events.pages.agenda import listed
from home.calendar_file import Entry
from home.models import Role
from home.pages.base import BasePage
from home.pages.open_pages import OpenPageQuerySet

MOST_QUESTIONS = 50


class SessionPageQuerySet(OpenPageQuerySet):
    """Each method finishes the sentence `the session pages …`."""

    def upcoming(self, now):
        """Not over yet, soonest first, with what a line of the agenda shows."""
        soonest = self.filter(session__ends_at__gt=now)
        with_roles = soonest.for_list().prefetch_related("session__roles")
        return with_roles.order_by("session__starts_at", "pk")

    def past(self, now):
        latest = self.filter(session__ends_at__lte=now)
        return latest.for_list().order_by("-session__starts_at", "pk")

    def in_calendars(self, since):
        """Not over at that moment, also when it does not go on."""
        return self.filter(session__ends_at__gt=since).select_related("session")

    def for_list(self):
        """With session, group, theme, whether that shows, and the free seats."""
        free = Seat.objects.free().filter(session=OuterRef("session")).order_by()
        free = free.values("session").annotate(n=Count("pk")).values("n")
        groups = WorkingGroupPage.objects.open().filter(pk=OuterRef("session__group"))
        return self.select_related("session__group__theme").annotate(
            left=Coalesce(Subquery(free), 0), shows_group=Exists(groups)
        )


@listed
class SessionPage(BasePage):
    """Tells about a session; moment, seats and rules are those of `session`."""

    template = "community/sessions/session_page.html"
    parent_page_types = ["events.EventIndexPage"]
    subpage_types = []
    is_creatable = False  # but by `plan`, with its moment and its seats at once
    page_description = "Een bijeenkomst of kampvuur, om je gratis voor aan te melden"
    summary_field = "lead"
    text_field = "body"
    found_as = ("bijeenkomsten", "Bijeenkomsten")
    theme_path = "session__group__theme"
    shown_with = ("session__group__theme",)
    begins, called_off = "session__starts_at", "session__called_off_at"
    agenda_template = "community/sessions/session_teaser.html"
    photo = None

    session = models.OneToOneField(
        "community.Session",
        models.PROTECT,
        related_name="page",
        verbose_name="bijeenkomst",
        help_text="Wanneer, waar en voor hoeveel mensen: dat staat in de regie.",
    )
    lead = models.TextField("inleiding", max_length=400)
    body = RichTextField("vervolg", blank=True, features=PROSE)
    goal = models.CharField(
        "wat het oplevert",
        max_length=300,
        blank=True,
        help_text="En voor wie: de deelnemers, het vak, of allebei.",
    )
    accessibility = models.CharField(
        "toegankelijkheid",
        max_length=300,
        blank=True,
        help_text="Ondertiteling, ringleiding, drempels, stilte.",
    )
    interest = models.CharField(
        "belang",
        max_length=300,
        blank=True,
        help_text="Wie betaalt mee of verdient hieraan? Leeg: niemand.",
    )

    objects = PageManager.from_queryset(SessionPageQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("session", read_only=True),
        "lead",
        "body",
        MultiFieldPanel(
            [
                FieldPanel("goal"),
                FieldPanel("accessibility"),
                FieldPanel("interest"),
            ],
            heading="Kleine regels",
        ),
    ]
    search_fields = [
        *Page.search_fields,
        *(
            field(name)
            for name in ("lead", "body", "goal")
            for field in (index.SearchField, index.AutocompleteField)
        ),
        index.RelatedFields(
            "session", [index.SearchField("question"), index.SearchField("place")]
        ),
    ]

    class Meta:
        verbose_name = "bijeenkomst"
        verbose_name_plural = "bijeenkomsten"

    @property
    def theme_slug(self) -> str:  # type: ignore[override]  # here it is computed
        group = self.session.group
        return group.theme.slug if group else ""

    @cached_property
    def shows_group(self) -> bool:
        """A group can be private while its session is not; a list asks it at once."""
        groups = WorkingGroupPage.objects.open()
        return groups.filter(pk=self.session.group_id).exists()

    @property
    def group(self) -> WorkingGroupPage | None:
        """Whose it is, for everybody to read."""
        return self.session.group if self.shows_group else None

    @property
    def begins_at(self) -> datetime:
        return self.session.starts_at

    @property
    def for_roles(self) -> list[Role]:
        return list(self.session.roles.all())

    @property
    def calendar_entry(self) -> Entry:
        return entry_of(self.session, SIGN_UP)

    @classmethod
    def happens(cls) -> Case:
        """In words, for a query: where, and online where there is no place."""
        return Case(
            When(session__place="", then=Value("online")), default="session__place"
        )

    @cached_property
    def phase(self) -> Phase:
        return self.session.phase(timezone.now())

    def json_ld(self) -> dict:
        return of_session(self)

    def _answered(self) -> list:
        """What viewers asked and was answered stays with the session."""
        if not self.session.takes_questions or self.phase is not Phase.OVER:
            return []
        return list(self.session.questions.with_an_answer()[: MOST_QUESTIONS + 1])

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        session = self.session
        seats = session.seats.count()
        placed, reasons = in_total(session, timezone.now())
        answered = self._answered()
        roles = list(session.roles.all())
        return {
            **context,
            "session": session,
            "seats": seats,
            "left": max(0, seats - placed),
            "placed": placed,
            "reasons": reasons,
            "roles": roles,
            "table": at_the_table(session, roles),
            "starting_points": starting_points(session, timezone.now()),
            "smallest": SMALLEST,
            "can_register": self.phase is Phase.COMING,
            "is_over": self.phase is Phase.OVER,
            "answered": answered[:MOST_QUESTIONS],
            "more_answered": len(answered) > MOST_QUESTIONS,
            **what_came_of(session),
        }
