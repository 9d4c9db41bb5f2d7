"""*Geld* in the organiser's menu."""

from django.urls import path

from events.organiser.menu import PageViewSet
from events.organiser.money.views import (
    RIGHTS,
    MoneyView,
    PayoutSheet,
    PayoutView,
    decide,
)


class MoneyViewSet(PageViewSet):
    """One page with its buttons, and one for each payout."""

    rights = RIGHTS
    name = "geld"
    url_namespace = "organiser_money"
    icon = "clipboard-list"
    menu_label = "Geld"

    def get_urlpatterns(self):
        return [
            path("", MoneyView.as_view(), name="index"),
            path("uitbetaling/<int:pk>/", PayoutView.as_view(), name="payout"),
            path(
                "uitbetaling/<int:pk>/<slug:file_format>/",
                PayoutSheet.as_view(),
                name="payout_sheet",
            ),
            path("<slug:kind>/<int:about>/<slug:what>/", decide, name="decide"),
        ]
