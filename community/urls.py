"""Every public address of this floor that is not a page."""

from django.urls import include, path

from community.consultation import views as consultation
from community.follow_up.views import follow_up
from community.joining import views as joining
from community.leading import views as leading
from community.my_data import views as data
from community.points import views as points
from community.points.desk import views as points_desk
from community.questionnaires import views as questionnaires
from community.questionnaires.reading.urls import urlpatterns as questionnaire_urls
from community.questionnaires.results import views as results
from community.rankings import views as rankings
from community.traces import views as traces
from community.versions import views as versions
from community.working_groups import views as groups
from community.workspace import views as workspace
from community.writing import views as writing

OF_A_GROUP = [
    path("leden/", groups.group_members, name="group_members"),
    path("documenten/", groups.group_documents, name="group_documents"),
    path("meedoen/", joining.join_group, name="ask_to_join"),
    path("werkruimte/", groups.group_space, name="group_space"),
    path("werkruimte/aanmeldingen/", joining.join_requests, name="join_requests"),
    path("werkruimte/uitnodigen/", joining.invitations, name="group_invitations"),
    path(
        "werkruimte/aanmeldingen/<int:pk>/",
        joining.answer_join_request,
        name="answer_join_request",
    ),
    path("punten/", points.group_points, name="group_points"),
    path("punten/indienen/", points.hand_in_point, name="hand_in_point"),
    path("werkruimte/punten/", points_desk.points_desk, name="points_desk"),
    path("werkruimte/punten/nieuw/", points_desk.note_down, name="note_down_point"),
    path("werkruimte/punten/<int:pk>/", points_desk.answer_point, name="answer_point"),
    path(
        "werkruimte/punten/<int:pk>/lezen/", points_desk.read_point, name="read_point"
    ),
    path(
        "werkruimte/punten/<int:pk>/bundelen/",
        points_desk.merge_point,
        name="merge_point",
    ),
    path(
        "werkruimte/punten/uit-antwoord/<int:pk>/",
        points_desk.point_from_answer,
        name="point_from_answer",
    ),
    path("rangschikkingen/<int:pk>/", rankings.ranking, name="ranking"),
    path("werkruimte/rangschikkingen/", rankings.rankings_desk, name="rankings_desk"),
    path(
        "werkruimte/rangschikkingen/nieuw/", rankings.make_ranking, name="make_ranking"
    ),
    path(
        "werkruimte/rangschikkingen/<int:pk>/",
        rankings.conclude_ranking,
        name="conclude_ranking",
    ),
    path(
        "werkruimte/rangschikkingen/<int:pk>/weggooien/",
        rankings.throw_away_ranking,
        name="throw_away_ranking",
    ),
    path("werkruimte/vragenlijsten/", include(questionnaire_urls)),
]

SPACE = [
    path("teksten/", leading.group_texts, name="group_texts"),
    path("fase/", leading.group_phase, name="group_phase"),
    path("leden/", leading.members_desk, name="members_desk"),
    path("leden/<int:pk>/", leading.group_member, name="group_member"),
    path("reacties/", consultation.remarks_desk, name="remarks_desk"),
    path("reacties/<int:pk>/", consultation.answer_remark, name="answer_remark"),
    path(
        "uitkomsten/<int:pk>/herkomst/",
        traces.traces_of_outcome,
        name="traces_of_outcome",
    ),
    path("notities/", workspace.group_notes, name="group_notes"),
    path("notities/nieuw/", workspace.group_note, name="new_group_note"),
    path("notities/<int:pk>/", workspace.group_note, name="group_note"),
    path(
        "notities/<int:pk>/uitkomst/",
        workspace.note_to_outcome,
        name="note_to_outcome",
    ),
    path("documenten/", workspace.group_files, name="group_files"),
    path("documenten/<int:pk>/", workspace.group_file, name="group_file"),
    path(
        "documenten/<int:pk>/plaatsen/",
        workspace.handle_group_file,
        name="handle_group_file",
    ),
    path("uitkomsten/", writing.outcomes_of_group, name="outcomes_of_group"),
    path("uitkomsten/nieuw/", writing.write_outcome, name="new_outcome"),
    path("uitkomsten/<int:pk>/", writing.write_outcome, name="write_outcome"),
    path("uitkomsten/<int:pk>/lezen/", writing.read_draft, name="read_draft"),
]

urlpatterns = [
    path("account/gegevens/", data.my_data, name="my_data"),
    path("account/weg/", data.gone, name="gone"),
    path("werkgroepen/<slug:slug>/", include(OF_A_GROUP)),
    path("werkgroepen/<slug:slug>/werkruimte/", include(SPACE)),
    path(
        "werkgroepen/<slug:slug>/<slug:outcome>/reageren/",
        consultation.react,
        name="react",
    ),
    path(
        "werkgroepen/<slug:slug>/<slug:outcome>/versies/",
        versions.versions,
        name="versions",
    ),
    path(
        "werkgroepen/<slug:slug>/<slug:outcome>/versies/<int:number>/",
        versions.version,
        name="version",
    ),
    path("opvolging/<str:token>/", follow_up, name="follow_up"),
    path("bijeenkomsten/", include("community.sessions.urls")),
    path("verbeterpunten/", points.points, name="points"),
    path("verbeterpunten/<int:pk>/", points.point, name="point"),
    path("verbeterpunten/<int:pk>/steun/", points.support_point, name="support_point"),
    path("verbeterpunten/<int:pk>/melden/", points.report_point, name="report_point"),
    path(
        "vragenlijsten/<slug:slug>/", questionnaires.questionnaire, name="questionnaire"
    ),
    path(
        "vragenlijsten/<slug:slug>/bedankt/",
        questionnaires.thanks,
        name="questionnaire_thanks",
    ),
    path(
        "vragenlijsten/<slug:slug>/uitslag/",
        results.questionnaire_results,
        name="questionnaire_results",
    ),
    path(
        "vragenlijsten/<slug:slug>/uitslag/<int:pk>/",
        results.open_answers,
        name="open_answers",
    ),
    path("mijn-antwoorden/<str:token>/", questionnaires.fill_in, name="fill_in"),
    path("uitgenodigd/<str:token>/", questionnaires.invitation, name="invitation"),
]
