"""Every address of a session but its page, which stands in the agenda."""

from django.urls import path

from community.sessions.breakouts import views as breakouts
from community.sessions.desk import views as desk
from community.sessions.harvest import views as harvest
from community.sessions.questions import views as questions
from community.sessions.registration import views as registration
from community.sessions.report import views as report

urlpatterns = [
    path("nieuw/", desk.plan_session, name="plan_session"),
    path("van/<slug:slug>/", desk.group_sessions, name="group_sessions"),
    path("mijn/<str:token>/", registration.registration, name="registration"),
    path(
        "mijn/<str:token>/agenda.ics",
        registration.registration_calendar,
        name="registration_calendar",
    ),
    path("<int:pk>/stand/<slug:screen>/", questions.stand, name="questions_stand"),
    path("<slug:slug>/vragen/", questions.questions, name="session_questions"),
    path("<slug:slug>/vragen/alle/", questions.all_questions, name="all_questions"),
    path("<slug:slug>/vragen/podium/", questions.stage, name="questions_stage"),
    path("<slug:slug>/vragen/buzzmaster/", questions.buzzmaster, name="buzzmaster"),
    path(
        "<slug:slug>/vragen/buzzmaster/<int:pk>/",
        questions.move_question,
        name="move_question",
    ),
    path(
        "<slug:slug>/vragen/<int:pk>/steun/",
        questions.support_question,
        name="support_question",
    ),
    path(
        "<slug:slug>/vragen/<int:pk>/melden/",
        questions.report_question,
        name="report_question",
    ),
    path("groepje/<str:token>/", breakouts.breakout, name="breakout"),
    path("<slug:slug>/regie/groepjes/", breakouts.breakouts, name="breakouts"),
    path("mijn/<str:token>/oogst/", harvest.add_by_link, name="harvest_by_link"),
    path("mijn/<str:token>/verslag/", report.correct_report, name="correct_report"),
    path("<slug:slug>/bijdragen/", harvest.session_harvest, name="session_harvest"),
    path("<slug:slug>/oogst/", harvest.add_as_member, name="harvest_as_member"),
    path("<slug:slug>/regie/oogst/", harvest.harvest_desk, name="harvest_desk"),
    path(
        "<slug:slug>/regie/oogst/<int:pk>/",
        harvest.answer_harvest,
        name="answer_harvest",
    ),
    path(
        "<slug:slug>/regie/oogst/<int:pk>/punt/",
        harvest.harvest_to_point,
        name="harvest_to_point",
    ),
    path("<slug:slug>/regie/verslag/", report.report_desk, name="report_desk"),
    path(
        "<slug:slug>/regie/verslag/<int:pk>/",
        report.answer_correction,
        name="answer_correction",
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
