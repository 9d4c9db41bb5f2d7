"""The page of one order in the back office."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from wagtail.admin.views import generic

from events.organiser import reports
from events.organiser.one_order.history import history_of
from events.organiser.permissions import own_orders


class OrderView(generic.InspectView):
    """How it stands, and all that happened; nothing here opens a personal page."""

    page_title = "Bestelling"

    def get_object(self, queryset=None):
        if not self.user_has_permission("view"):
            raise PermissionDenied
        orders = reports.with_history(own_orders(self.request.user))
        return get_object_or_404(orders, pk=self.pk)

    def get_fields(self):
        return []

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {**context, "order": self.object, "history": history_of(self.object)}
