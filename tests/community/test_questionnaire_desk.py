"""A lead writes a questionnaire, reads what came in, and shows what came out."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from openpyxl import load_workbook

from community.models import Invitation, Point, Question, Questionnaire, Response
from community.questionnaires.desk.services import Asked, Locked, ask, copy
from home.mail.services import pay_owed_mail
from tests.factories.community import make_group, make_member
from tests.factories.people import make_interest, make_member_of_the_site
from tests.factories.questionnaires import (
    A_WEEK,
    Kind,
    make_answers,
    make_question,
    make_questionnaire,
    make_response,
)
from tests.factories.reactions import make_reader

pytestmark = pytest.mark.django_db
DESK = "/werkgroepen/kwaliteit/werkruimte/vragenlijsten/"
DETAILS = {
    "title": "Wat moet er beter?",
    "intro": "We vragen het je.",
    "opens_on": "2026-11-25",
    "closes_on": "2026-12-09",
    "audience": "iedereen",
    "privacy": "vertrouwelijk",
    "results": "na-sluiten",
}
QUESTION = {"text": "Wat eerst?", "kind": "top-drie", "options": "A\n\nB\nA\nC"}


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)


@pytest.fixture
def lead(client, group):
    user = get_user_model().objects.create_user("farida", "farida@voorbeeld.example")
    make_member(group, user=user, function="trekker")
    client.force_login(user)
    return user


@pytest.fixture
def closed(group, now):
    return make_questionnaire(group, now=now - 2 * A_WEEK, privacy="anoniem")


@pytest.mark.usefixtures("lead")
def test_a_questionnaire_is_written_looked_at_and_published(client):
    made = client.post(f"{DESK}nieuw/", DETAILS)
    found = Questionnaire.objects.get()
    empty = client.get(made.url).text
    client.post(f"{DESK}{found.pk}/vraag/", QUESTION)
    address = found.get_absolute_url()
    assert client.get(address).status_code == 404

    preview = client.get(f"{DESK}{found.pk}/voorbeeld/").text
    published = client.post(f"{DESK}{found.pk}/doen/", {"publiceer": "1"})

    assert made.url == f"{DESK}{found.pk}/?gemaakt=1"
    assert all(each in preview for each in ("Wat eerst?", "Nummer 3", "zonder naam"))
    assert "Publiceer" not in empty
    assert "staat klaar" in client.get(published.url).text
    assert "Begin" in client.get(address).text
    options = found.questions.get().options.values_list("text", flat=True)
    assert list(options) == ["A", "B", "C"]


@pytest.mark.usefixtures("lead")
@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"closes_on": "2026-11-01"}, "vóór de dag"),
        ({"privacy": "anoniem", "results": "meteen"}, "pas na het sluiten"),
        ({"title": ""}, "Geef de vragenlijst een titel"),
        ({"audience": "x", "opens_on": "gisteren"}, "Kies een dag"),
    ],
)
def test_what_cannot_be_is_said_at_the_field(client, changes, sentence):
    answer = client.post(f"{DESK}nieuw/", {**DETAILS, **changes})

    assert answer.status_code == 422
    assert sentence in answer.text


@pytest.mark.usefixtures("lead")
def test_a_choice_needs_something_to_choose(client, group, now):
    found = make_questionnaire(group, now=now, published_at=None)

    answer = client.post(f"{DESK}{found.pk}/vraag/", {**QUESTION, "options": "A\nB"})
    empty = client.post(f"{DESK}{found.pk}/doen/", {"publiceer": "1"})

    assert "minstens 3 keuzes" in answer.text
    assert "nog geen vraag" in client.get(empty.url).text


@pytest.mark.usefixtures("lead")
def test_from_the_first_sheet_on_it_is_locked(client, group, now):
    found = make_questionnaire(group, now=now)
    question = make_question(found)
    make_response(found, now=now, state="concept")

    late = client.post(f"{DESK}{found.pk}/vraag/{question.pk}/", {"weg": "1"})
    client.post(f"{DESK}{found.pk}/wijzigen/", {**DETAILS, "closes_on": "2026-12-31"})
    client.post(f"{DESK}{found.pk}/doen/", {"weg": "1"})

    assert "Dat kan niet meer" in client.get(late.url).text
    found.refresh_from_db()
    assert found.title == "Vragenlijst 1"
    assert found.closes_at.date().isoformat() == "2026-12-31"
    asked = Asked("Anders?", "", Kind.OPEN, is_required=False, is_public=True)
    with pytest.raises(Locked):
        ask(questionnaire=found, asked=asked, question=question)


def test_a_copy_asks_the_same_in_a_draft(group, now):
    found = make_questionnaire(group, now=now)
    make_question(found, Kind.TOP, options="ABC", is_required=True)

    made = copy(questionnaire=found, by=None, now=now)

    question = made.questions.get()
    options = list(question.options.values_list("text", flat=True))
    assert (made.published_at, question.is_required, options) == (None, True, [*"ABC"])


@pytest.mark.usefixtures("lead")
def test_questions_change_places(client, group, now):
    found = make_questionnaire(group, now=now, published_at=None)
    make_question(found, text="Eerst")
    second = make_question(found, text="Daarna")

    client.post(f"{DESK}{found.pk}/vraag/{second.pk}/", {"omhoog": "1"})

    order = Question.objects.values_list("text", flat=True)
    assert list(order) == ["Daarna", "Eerst"]


@pytest.mark.usefixtures("lead")
def test_invitations_go_out_once_each_with_a_link_of_its_own(client, group, now):
    found = make_questionnaire(group, now=now, audience="genodigden")
    address = f"{DESK}{found.pk}/uitnodigen/"

    wrong = client.post(address, {"emails": "els@x.example, kees"})
    client.post(address, {"emails": "els@x.example\nOmar@x.example; els@x.example"})
    again = client.post(address, {"emails": "els@x.example"})
    pay_owed_mail(now=now)

    assert "geen e-mailadres: kees" in wrong.text
    assert "0 uitgenodigd" in client.get(again.url).text
    assert sorted(each.to[0] for each in mail.outbox) == [
        "els@x.example",
        "omar@x.example",
    ]
    tokens = Invitation.objects.values_list("token", flat=True)
    assert all(
        f"/uitgenodigd/{each}/" in str([m.body for m in mail.outbox]) for each in tokens
    )


def test_who_sent_their_answers_by_invitation_is_not_asked_to_begin(client, group, now):
    found = make_questionnaire(group, now=now, audience="genodigden", privacy="op-naam")
    reader = make_reader("els@x.example", now=now)
    invited = Invitation.objects.create(questionnaire=found, reader=reader)
    address = f"/uitgenodigd/{invited.token}/"

    sheet = client.post(address).url
    halfway = client.get(address).text
    goes_on = client.post(address).url
    Response.objects.update(state="verstuurd", sent_on=now.date())
    afterwards = client.get(address).text

    begin, over = ">Begin</button>", "al begonnen of klaar"
    assert goes_on == sheet
    assert [(begin in text, over in text) for text in (halfway, afterwards)] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.usefixtures("lead")
def test_of_an_anonymous_one_a_lead_sees_nothing_before_it_closes(client, group, now):
    found = make_questionnaire(group, now=now, privacy="anoniem")
    question = make_question(found)
    make_answers(make_response(found, now=now), question, "Mijn woorden")

    assert "Mijn woorden" not in client.get(f"{DESK}{found.pk}/uitslag/").text
    for address in ("antwoorden.csv", f"lezen/{question.pk}/"):
        assert client.get(f"{DESK}{found.pk}/{address}").status_code == 404


@pytest.mark.usefixtures("lead")
def test_words_are_on_the_site_after_a_lead_read_them(client, group, now):
    found = make_questionnaire(group, now=now, results="meteen")
    question = make_question(found)
    shown, hidden = (
        make_answers(make_response(found, now=now), question, said)[0]
        for said in ("Bel terug", "Mijn chef Henk")
    )
    public = f"{found.get_absolute_url()}uitslag/"
    assert "Bel terug" not in client.get(f"{public}{question.pk}/").text

    client.post(
        f"{DESK}{found.pk}/lezen/{question.pk}/",
        {"op-scherm": [shown.pk, hidden.pk, "x"], "openbaar": [shown.pk]},
    )

    text = client.get(f"{public}{question.pk}/").text
    assert "Bel terug" in text
    assert "Henk" not in text
    assert "Lees 1 antwoord" in client.get(public).text


@pytest.mark.usefixtures("lead")
def test_an_answer_becomes_a_point_once(client, group, now):
    found = make_questionnaire(group, now=now)
    answer = make_answers(
        make_response(found, now=now), make_question(found), "Bel mij"
    )[0]
    address = f"/werkgroepen/kwaliteit/werkruimte/punten/uit-antwoord/{answer.pk}/"
    assert "Bel mij" in client.get(address).text

    client.post(address, {"title": "Bel terug", "text": ""})
    again = client.post(address, {"title": "Bel terug", "text": ""})

    point = Point.objects.get()
    assert (point.origin, point.origin_kind, str(point)) == (
        answer,
        "antwoord",
        "Bel terug",
    )
    assert "al een punt van gemaakt" in client.get(again.url).text


def test_who_answers_by_name_shows_what_they_declare(client, group, lead, now):
    found = make_questionnaire(group, now=now, privacy="op-naam", results="meteen")
    question = make_question(found)
    known = {"email": "iris@voorbeeld.example"}
    make_interest(make_member_of_the_site(now, "Iris Blom", **known), "adviseur")
    for number, name in enumerate(("Iris Blom", "Iemand")):
        mail = known["email"] if not number else "ander@voorbeeld.example"
        response = make_response(found, now=now, email=mail, name=name)
        make_answers(response, question, f"Antwoord {number}")
    question.answers.update(is_read=True, is_shown=True)

    public = client.get(f"{found.get_absolute_url()}uitslag/{question.pk}/").text
    desk = client.get(f"{DESK}{found.pk}/lezen/{question.pk}/").text

    for text in (public, desk):
        assert "Iris Blom (belang: adviseur, Belco)" in text
        assert text.count("(belang: ") == 1


@pytest.mark.usefixtures("lead")
def test_a_lead_takes_the_answers_along(client, group, now):
    found = make_questionnaire(group, now=now, privacy="op-naam")
    words, top = make_question(found), make_question(found, Kind.TOP, options="ABC")
    response = make_response(found, now=now, name="=Wilma")
    make_answers(response, words, "Één ding")
    make_answers(response, top, "CA")
    make_response(found, now=now, state="concept")

    text = b"".join(client.get(f"{DESK}{found.pk}/antwoorden.csv")).decode("utf-8-sig")
    book = client.get(f"{DESK}{found.pk}/antwoorden.xlsx")

    assert text.splitlines()[1:] == ["'=Wilma,,Één ding,C; A"]
    sheet = load_workbook(BytesIO(b"".join(book))).active
    assert [cell.value for cell in sheet[2]][2:] == ["Één ding", "C; A"]


@pytest.mark.usefixtures("lead")
def test_without_names_no_name_and_no_role_goes_along(client, closed, now):
    question = make_question(closed)
    for _ in range(5):
        make_answers(make_response(closed, now=now), question, "Tijd")

    text = b"".join(client.get(f"{DESK}{closed.pk}/antwoorden.csv")).decode("utf-8-sig")

    assert text.splitlines() == ["1. Vraag 1", *["Tijd"] * 5]


def test_only_a_lead_of_the_group_comes_in(client, group, now, lead):
    elsewhere = make_questionnaire(make_group("mens"), now=now)
    names = ("", "wijzigen/", "voorbeeld/", "uitslag/", "antwoorden.csv", "vraag/")

    answers = {client.get(f"{DESK}{elsewhere.pk}/{name}").status_code for name in names}
    client.logout()
    found = make_questionnaire(group, now=now)
    strangers = {client.get(f"{DESK}{found.pk}/{name}").status_code for name in names}

    assert (answers, strangers) == ({404}, {302})


def test_ten_thousand_answers_come_a_page_at_a_time(client, lead, group, now):
    """A page of the desk does not depend on how many there are: it asks for 20."""
    found = make_questionnaire(group, now=now)
    question = make_question(found)
    for number in range(25):
        make_answers(make_response(found, now=now), question, f"Woord {number:02}")

    text = client.get(f"{DESK}{found.pk}/lezen/{question.pk}/").text

    assert "Pagina 1 van 2" in text
    assert text.count('name="op-scherm"') == 20
    assert Response.objects.sent().count() == 25


def test_the_page_of_the_group_names_what_is_open(client, group, now):
    make_questionnaire(group, now=now, title="Wat nu?")
    make_questionnaire(group, now=now - timedelta(days=30), title="Wat toen?")

    text = client.get(group.url).text

    assert "Vul in: Wat nu?" in text
    assert "De uitslag van Wat toen?" in text
