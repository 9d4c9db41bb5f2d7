"""The list of stories in the back office: what it shows, and what makes it shorter."""

from functools import partial

import django_filters
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.forms import CheckboxSelectMultiple
from django.utils.formats import number_format
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import WorkflowState

from home.dutch import day_short
from home.models import Person
from home.pages.permissions import may_add_below
from stories.pages.credits import Credit
from stories.pages.index_page import StoryIndexPage
from stories.pages.kinds import Kind
from stories.pages.series_page import SeriesPage
from stories.pages.story_page import StoryPage

WAITING = WorkflowState.STATUS_IN_PROGRESS
PLANNED = Q(latest_revision__approved_go_live_at__isnull=False)
STATES: dict[str, tuple[str, Q]] = {
    "live": ("geplaatst", Q(live=True)),
    "changed": (
        "geplaatst, met wijzigingen",
        Q(live=True, has_unpublished_changes=True),
    ),
    "draft": ("concept", Q(live=False) & ~PLANNED),
    "scheduled": ("ingepland", Q(live=False) & PLANNED),
    "submitted": ("ter goedkeuring", Q(_specific_workflow_states__status=WAITING)),
}


def may_write(user) -> bool:
    """A lead or an organiser has other work."""
    return may_add_below(user, StoryIndexPage)


class StoryFilters(WagtailFilterSet):
    """What an editor looks for."""

    kind = django_filters.MultipleChoiceFilter(
        label="Soort", choices=Kind.choices, widget=CheckboxSelectMultiple
    )
    state = django_filters.ChoiceFilter(
        label="Status",
        choices=[(key, label) for key, (label, _) in STATES.items()],
        method="in_state",
    )
    series = django_filters.ModelChoiceFilter(
        label="Reeks", queryset=SeriesPage.objects.order_by("title")
    )
    author = django_filters.ModelChoiceFilter(
        label="Auteur",
        field_name="credits__person",
        queryset=Person.objects.filter(credits__isnull=False)
        .distinct()
        .order_by("name"),
        distinct=True,
    )
    date = django_filters.DateFromToRangeFilter(
        label="Datum", widget=DateRangePickerWidget
    )

    class Meta:
        model = StoryPage
        fields = ["kind", "state", "series", "author", "date"]

    def in_state(self, queryset, name, value):
        return queryset.filter(STATES[value][1])


class StoryIndexView(IndexView):
    """Offers a new story to who may write one, and the list to everybody."""

    def get_add_url(self):
        return super().get_add_url() if may_write(self.request.user) else None

    def get_base_queryset(self):
        shown = ["theme", "series", "credits"]
        stories = super().get_base_queryset().prefetch_related(*shown)
        return stories.annotate(opened=Coalesce(F("readership__number"), 0))


def _day(story) -> str:
    """The date itself: "6 dagen geleden" says little in a list that is planned by."""
    return day_short(story.date)


def _authors(story) -> str:
    made_by = [each for each in story.credits.all() if each.part in Credit.AUTHORS]
    return ", ".join(each.name for each in made_by)


def _opened(story) -> str:
    return number_format(story.opened, force_grouping=True)


# where there is room: a phone shows which story it is, its day and how far it is
aside = partial(Column, classname="aside")
COLUMNS = [
    *PageListingViewSet.columns[:2],
    aside("kind", label="Soort", accessor="get_kind_display", sort_key="kind"),
    aside("author", label="Auteur", accessor=_authors),
    aside("theme", label="Thema", sort_key="theme__position"),
    aside("series", label="Reeks", sort_key="series__title"),
    Column("date", label="Datum", accessor=_day, sort_key="date"),
    aside("opened", label="Geopend", accessor=_opened, sort_key="opened"),
    *PageListingViewSet.columns[-1:],
]
