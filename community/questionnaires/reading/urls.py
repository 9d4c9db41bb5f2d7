"""Where a lead works on questionnaires, below the working space of a group."""

from django.urls import path

from community.questionnaires.desk import views as desk
from community.questionnaires.reading import views as reading

urlpatterns = [
    path("", desk.questionnaires_desk, name="questionnaires_desk"),
    path("nieuw/", desk.write_questionnaire, name="write_questionnaire"),
    path("<int:pk>/", desk.show_questionnaire, name="show_questionnaire"),
    path("<int:pk>/wijzigen/", desk.change_questionnaire, name="change_questionnaire"),
    path("<int:pk>/vraag/", desk.write_question, name="write_question"),
    path("<int:pk>/vraag/<int:question>/", desk.write_question, name="change_question"),
    path("<int:pk>/voorbeeld/", desk.preview_questionnaire, name="preview_questions"),
    path("<int:pk>/doen/", desk.act_on_questionnaire, name="act_on_questionnaire"),
    path("<int:pk>/uitnodigen/", desk.invite_people, name="invite_people"),
    path("<int:pk>/uitslag/", reading.desk_results, name="desk_results"),
    path("<int:pk>/lezen/<int:question>/", reading.read_answers, name="read_answers"),
    path(
        "<int:pk>/antwoorden.<str:file_format>",
        reading.answers_file,
        name="answers_file",
    ),
]
