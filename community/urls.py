"""Every public address of this floor that is not a page."""

from django.urls import path

from community.working_groups import views as groups

urlpatterns = [
    path("werkgroepen/<slug:slug>/leden/", groups.group_members, name="group_members"),
]
