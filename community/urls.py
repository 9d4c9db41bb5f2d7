"""Every public address of this floor that is not a page."""

from django.urls import include, path

from community.joining import views as joining
from community.points import views as points
from community.working_groups import views as groups

OF_A_GROUP = [
    path("leden/", groups.group_members, name="group_members"),
    path("meedoen/", joining.join_group, name="ask_to_join"),
    path("werkruimte/", groups.group_space, name="group_space"),
    path("werkruimte/aanmeldingen/", joining.join_requests, name="join_requests"),
    path(
        "werkruimte/aanmeldingen/<int:pk>/",
        joining.answer_join_request,
        name="answer_join_request",
    ),
]

urlpatterns = [
    path("werkgroepen/<slug:slug>/", include(OF_A_GROUP)),
    path("bijeenkomsten/", include("community.sessions.urls")),
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
