"""The page of one event: how it stands, and where to go from there."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils import timezone
from wagtail.admin.views import generic

from events.organiser import reports
from events.organiser.dashboard.chart import sales_chart
from events.organiser.dashboard.figures import figures_of
from events.organiser.permissions import own_events
from home.charts import shares


class DashboardView(generic.InspectView):
    """In the place where Wagtail shows the fields of a row."""

    page_title = "Hoe het staat"
    template_name = "events/organiser/dashboard.html"

    def get_object(self, queryset=None):
        if not self.user_has_any_permission(self.any_permission_required):
            raise PermissionDenied
        return get_object_or_404(own_events(self.request.user), pk=self.pk)

    def get_fields(self):
        return []

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        figures = figures_of(self.object, now=timezone.now())
        return {
            **context,
            "event": self.object,
            "figures": figures,
            "other_rates": reports.types_at_another_rate(self.object),
            "chart": sales_chart(figures.weeks, capacity=figures.capacity),
            "grounds": shares(figures.grounds),
            "sectors": shares(figures.sectors),
            "kinds": shares(figures.kinds),
        }
