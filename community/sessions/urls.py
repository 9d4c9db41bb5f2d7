"""Every address of a session but its page, which stands in the agenda."""

from django.urls import path

from community.sessions.desk import views as desk
from community.sessions.registration import views as registration

urlpatterns = [
    path("nieuw/", desk.plan_session, name="plan_session"),
    path("mijn/<str:token>/", registration.registration, name="registration"),
    path(
        "mijn/<str:token>/agenda.ics",
        registration.registration_calendar,
        name="registration_calendar",
    ),
    path("<slug:slug>/aanmelden/", registration.sign_up, name="sign_up"),
    path("<slug:slug>/regie/", desk.desk, name="session_desk"),
    path("<slug:slug>/regie/wijzigen/", desk.change_session, name="change_session"),
    path(
        "<slug:slug>/regie/afgelasten/",
        desk.call_off_session,
        name="call_off_session",
    ),
    path("<slug:slug>/regie/aanwezig/", desk.attendance, name="attendance"),
]
