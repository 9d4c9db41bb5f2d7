"""*Geld* in the organiser's menu."""

from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from events.organiser.money.views import MoneyView, decide


class MoneyViewSet(ViewSet):
    """One page, and the buttons on it."""

    name = "geld"
    url_namespace = "organiser_money"
    icon = "clipboard-list"
    menu_label = "Geld"

    def get_urlpatterns(self):
        return [
            path("", MoneyView.as_view(), name="index"),
            path("<slug:kind>/<int:about>/<slug:what>/", decide, name="decide"),
        ]
