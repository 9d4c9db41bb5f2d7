"""*Geld* in the organiser's menu."""

from django.urls import path

from events.organiser.menu import PageViewSet
from events.organiser.money.views import RIGHTS, MoneyView, decide


class MoneyViewSet(PageViewSet):
    """One page, and the buttons on it."""

    rights = RIGHTS
    name = "geld"
    url_namespace = "organiser_money"
    icon = "clipboard-list"
    menu_label = "Geld"

    def get_urlpatterns(self):
        return [
            path("", MoneyView.as_view(), name="index"),
            path("<slug:kind>/<int:about>/<slug:what>/", decide, name="decide"),
        ]
