"""Stories that need a look: without a name, or not touched for long."""

from datetime import timedelta

import django_filters
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from home.dutch import day_short
from home.spreadsheets import Spreadsheet
from stories.pages.story_page import StoryPage

A_YEAR = 12
MONTH = timedelta(days=30)


class StoryReport(Spreadsheet, ReportView):
    """For who works on stories; drafts stand in the list of stories itself."""

    model = StoryPage
    header_icon = "doc-full-inverse"
    any_permission_required = ["add", "change", "publish"]
    columns = [
        TitleColumn(
            "title",
            label="Verhaal",
            get_url=lambda story: reverse("wagtailadmin_pages:edit", args=[story.pk]),
        ),
        Column("kind", label="Soort", accessor="get_kind_display"),
        Column("date", label="Datum", accessor=lambda story: day_short(story.date)),
        DateColumn("last_published_at", label="Laatst geplaatst"),
    ]
    list_export = ["title", "kind", "date", "last_published_at"]

    @property
    def permission_policy(self):
        return policy_registry.get_by_type(StoryPage)

    def get_queryset(self):
        mine = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, ["change", "publish"]
        )
        return StoryPage.objects.live().filter(pk__in=mine.values("pk"))


class UncreditedReport(StoryReport):
    """Nobody is named, so nobody gets the honour or the question."""

    page_title = "Verhalen zonder naam"
    index_url_name = "uncredited_report"
    index_results_url_name = "uncredited_report_results"

    def get_queryset(self):
        return super().get_queryset().filter(credits=None).order_by("-date", "-pk")


class AgeFilters(WagtailFilterSet):
    """How old is old, the editor says."""

    months = django_filters.ChoiceFilter(
        label="Niet aangeraakt sinds",
        choices=[(6, "6 maanden"), (12, "12 maanden"), (24, "2 jaar"), (36, "3 jaar")],
        empty_label=f"{A_YEAR} maanden",
        method="older_than",
    )

    class Meta:
        model = StoryPage
        fields: list[str] = []

    def filter_queryset(self, queryset):
        months = int(self.form.cleaned_data.get("months") or A_YEAR)
        before = timezone.now() - months * MONTH
        return queryset.filter(last_published_at__lt=before)

    def older_than(self, queryset, name, value):
        """Done for all at once, above: without a choice it is a year."""
        return queryset


class AgeingReport(StoryReport):
    """Published once, and never looked at since; the oldest first."""

    page_title = "Verhalen die oud worden"
    index_url_name = "ageing_report"
    index_results_url_name = "ageing_report_results"
    filterset_class = AgeFilters

    def get_queryset(self):
        return super().get_queryset().order_by("last_published_at", "pk")
