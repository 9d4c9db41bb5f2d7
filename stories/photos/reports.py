"""Photos whose consent ends, for who must ask again."""

from datetime import timedelta

import django_filters
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import policy_registry

from home.dutch import day_short
from home.models import Photo
from home.spreadsheets import Spreadsheet

SOON = timedelta(days=60)


def _until(photo: Photo) -> str:
    return day_short(photo.consent_until) if photo.consent_until else ""


class ReportItem(MenuItem):
    """For who looks after photos."""

    def is_shown(self, request):
        policy = policy_registry.get_by_type(Photo)
        return policy.user_has_permission(request.user, "change")


class ConsentFilters(WagtailFilterSet):
    """By what was said about consent."""

    consent = django_filters.ChoiceFilter(
        label="Toestemming", choices=Photo.Consent.choices
    )

    class Meta:
        model = Photo
        fields = ["consent"]


class ConsentReport(Spreadsheet, ReportView):
    """Ending within SOON, ended, refused or taken back; who ends first is on top."""

    page_title = "Foto’s waarvan de toestemming afloopt"
    header_icon = "image"
    index_url_name = "photo_consent_report"
    index_results_url_name = "photo_consent_report_results"
    model = Photo
    filterset_class = ConsentFilters
    any_permission_required = ["change"]
    columns = [
        TitleColumn(
            "title",
            label="Foto",
            get_url=lambda photo: reverse("wagtailimages:edit", args=[photo.pk]),
        ),
        Column("credit", label="Beeld"),
        Column("consent", label="Toestemming", accessor="get_consent_display"),
        Column("consent_until", label="Tot en met", accessor=_until),
        Column(
            "state",
            label="Op de site",
            accessor=lambda photo: "nee" if photo.is_withheld else "ja",
        ),
    ]
    list_export = [
        *("title", "credit", "get_consent_display"),
        *("consent_until", "withdrawn"),
    ]
    export_headings = {"get_consent_display": "Toestemming"}

    @property
    def permission_policy(self):
        """Of photos; asked late, for Wagtail registers it late."""
        return policy_registry.get_by_type(Photo)

    def get_queryset(self):
        today = timezone.localdate()
        return Photo.objects.to_look_at(today, before=today + SOON)
