"""Every public address of this floor that is not a page."""

from django.urls import path

from community.points import views as points
from community.working_groups import views as groups

urlpatterns = [
    path("werkgroepen/<slug:slug>/leden/", groups.group_members, name="group_members"),
    path("verbeterpunten/", points.points, name="points"),
    path("verbeterpunten/<int:pk>/", points.point, name="point"),
    path("verbeterpunten/<int:pk>/steun/", points.support_point, name="support_point"),
    path("verbeterpunten/<int:pk>/melden/", points.report_point, name="report_point"),
    path("werkgroepen/<slug:slug>/punten/", points.group_points, name="group_points"),
    path(
        "werkgroepen/<slug:slug>/punten/indienen/",
        points.hand_in_point,
        name="hand_in_point",
    ),
]
