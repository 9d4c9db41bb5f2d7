"""Somebody fills in a questionnaire: kept page by page, once per person."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from community.models import Answer, Invitation, Questionnaire, Response
from community.questionnaires import retention
from community.questionnaires.services import AlreadyAnswered, Sender, begin, send
from home.models import Confirmation, Role
from tests.asked import statements
from tests.factories.community import make_member
from tests.factories.people import make_account
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
WILMA = "wilma@voorbeeld.example"


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)


@pytest.fixture
def asked(group, now):
    """One question of each kind: five, so two pages."""
    found = make_questionnaire(group, now=now, privacy="vertrouwelijk")
    make_question(found, Kind.OPEN)
    make_question(found, Kind.ONE, options="AB", is_required=True)
    make_question(found, Kind.SEVERAL, options="ABC")
    make_question(found, Kind.SCALE)
    make_question(found, Kind.TOP, options="ABCDE")
    return found


@pytest.fixture
def member(client, group, now):
    user = make_account(now, "omar@voorbeeld.example")
    make_member(group, "Omar Bensaid", user=user)
    client.force_login(user)
    return user


def first_page(found, **changes) -> dict:
    words, one, several, scale, _ = found.questions.all()
    b = one.options.get(text="B").pk
    c, d, _ = (option.pk for option in several.options.all())
    filled = {words.name: "Meer tijd.", one.name: b, several.name: [c, d]}
    return {**filled, scale.name: "4", **changes}


def top_three(found, letters: str) -> dict:
    question = found.questions.get(kind=Kind.TOP)
    pks = {option.text: option.pk for option in question.options.all()}
    chosen = enumerate(letters, start=0)
    return {f"{question.name}_{place + 1}": pks[each] for place, each in chosen}


def kept(found) -> list[tuple]:
    answers = Answer.objects.filter(question__questionnaire=found)
    rows = answers.order_by("question__position", "place", "option__position")
    return list(rows.values_list("text", "option__text", "place", "number"))


def start(client, found) -> str:
    return client.post(found.get_absolute_url()).url


def press(client):
    asked = Confirmation.objects.latest("pk")
    return client.post(f"/bevestigen/{asked.token}/")


def test_all_that_is_filled_in_is_kept_and_counts_after_a_click(client, asked):
    sheet = start(client, asked)

    second = client.post(sheet, first_page(asked))
    last = client.post(second.url, top_three(asked, "CAE"))
    sent = client.post(
        last.url, {"role": Role.objects.get(slug="wfm").pk, "email": WILMA}
    )

    assert (second.url, last.url) == (f"{sheet}?pagina=2", f"{sheet}?pagina=slot")
    assert kept(asked) == [
        ("Meer tijd.", None, None, None),
        ("", "B", None, None),
        ("", "A", None, None),
        ("", "B", None, None),
        ("", None, None, 4),
        ("", "C", 1, None),
        ("", "A", 2, None),
        ("", "E", 3, None),
    ]
    assert "Kijk in je mail" in client.get(sent.url).text
    assert not Response.objects.sent().exists()
    assert "Dank, je antwoorden zijn binnen" in client.get(press(client).url).text
    response = Response.objects.sent().get()
    assert (response.reader.email, response.role.slug) == (WILMA, "wfm")


def test_who_sees_it_is_said_before_the_first_question(client, group, now):
    said = {
        "anoniem": "Niemand kan zien",
        "vertrouwelijk": "zonder naam",
        "op-naam": "zien je naam",
    }

    for privacy, words in said.items():
        found = make_questionnaire(group, now=now, privacy=privacy)
        assert words in client.get(found.get_absolute_url()).text


def test_half_of_it_waits_behind_its_own_link(client, asked):
    sheet = start(client, asked)
    words = asked.questions.first()

    kept_for_later = client.post(sheet, {words.name: "Later meer", "bewaar": "1"})

    text = client.get(kept_for_later.url).text
    assert "Bewaard." in text
    assert "Later meer" in text
    assert f"http://testserver{sheet}" in text


@pytest.mark.parametrize("chosen", ["9" * 20, "²", "x"])
def test_what_is_right_is_kept_when_an_option_is_not_there(client, asked, chosen):
    sheet = start(client, asked)
    one = asked.questions.get(kind=Kind.ONE)

    answer = client.post(sheet, first_page(asked, **{one.name: chosen}))

    assert answer.status_code == 422
    assert "Die keuze staat er niet" in answer.text
    assert "Meer tijd." in answer.text
    assert ("Meer tijd.", None, None, None) in kept(asked)


@pytest.mark.parametrize(
    ("letters", "sentence"), [("AA", "hoogstens één keer"), ("", None), ("A", None)]
)
def test_a_top_three_names_each_once(client, asked, letters, sentence):
    sheet = start(client, asked)

    answer = client.post(f"{sheet}?pagina=2", top_three(asked, letters))

    assert (answer.status_code == 302) is (sentence is None)
    assert sentence is None or sentence in answer.text


def test_a_top_three_has_no_gap(client, asked):
    sheet = start(client, asked)
    second = {k: v for k, v in top_three(asked, "AB").items() if k.endswith("_2")}

    answer = client.post(f"{sheet}?pagina=2", second)

    assert "Begin bij nummer 1" in answer.text


def test_what_must_be_answered_is_asked_again_at_the_end(client, asked):
    sheet = start(client, asked)

    answer = client.post(f"{sheet}?pagina=slot", {"email": WILMA})

    assert answer.url == f"{sheet}?pagina=1&mist=1"
    assert "Er mist nog iets" in client.get(answer.url).text


def test_sent_twice_it_counts_once(client, asked, now):
    for _tab in range(2):
        sheet = start(client, asked)
        client.post(sheet, first_page(asked))
        client.post(f"{sheet}?pagina=slot", {"email": WILMA})
        answer = press(client)

    assert "Je had al geantwoord" in client.get(answer.url).text
    assert Response.objects.count() == 1
    again = client.post(sheet, first_page(asked))
    assert again.status_code == 410


def test_a_sheet_that_was_sent_takes_nothing_more(client, asked):
    sheet = start(client, asked)
    client.post(sheet, first_page(asked))
    client.post(f"{sheet}?pagina=slot", {"email": WILMA})
    before = kept(asked)

    answer = client.post(sheet, first_page(asked, bewaar="1"))

    assert "Kijk in je mail" in answer.text
    press(client)
    assert "al verstuurd" in client.get(sheet).text
    assert kept(asked) == before


def test_after_closing_what_was_typed_stays_on_the_screen(
    client, asked, now, time_machine
):
    sheet = start(client, asked)
    client.post(sheet, first_page(asked))
    words = asked.questions.first()
    time_machine.move_to(now + A_WEEK, tick=False)

    answer = client.post(sheet, {words.name: "Net te laat."})

    assert answer.status_code == 409
    shown = ("Net te laat.", "Meer tijd.", "gesloten")
    assert all(each in answer.text for each in shown)
    assert client.post(asked.get_absolute_url()).status_code == 409


def test_a_click_after_closing_is_told_that_it_is_late(
    client, asked, now, time_machine
):
    sheet = start(client, asked)
    client.post(sheet, first_page(asked))
    client.post(f"{sheet}?pagina=slot", {"email": WILMA})
    time_machine.move_to(now + A_WEEK - timedelta(minutes=1), tick=False)
    Questionnaire.objects.update(closes_at=now + timedelta(days=1))

    answer = press(client)

    assert "al gesloten" in client.get(answer.url).text
    assert not Response.objects.sent().exists()


@pytest.mark.usefixtures("member")
def test_who_is_logged_in_goes_on_with_the_same_sheet(client, asked):
    sheet = start(client, asked)

    assert start(client, asked) == sheet
    client.post(sheet, first_page(asked))
    sent = client.post(f"{sheet}?pagina=slot")
    assert "zijn binnen" in client.get(sent.url).text
    assert client.post(asked.get_absolute_url()).status_code == 409


def test_a_questionnaire_for_members_is_for_members(client, group, now, member):
    found = make_questionnaire(group, now=now, audience="leden", privacy="anoniem")
    address = found.get_absolute_url()

    assert client.post(address).status_code == 302
    assert "al begonnen of klaar" in client.post(address).text
    client.logout()
    assert "voor leden" in client.post(address).text
    assert Response.objects.count() == 1


@pytest.mark.parametrize("privacy", ["anoniem", "vertrouwelijk"])
def test_a_member_whose_address_nobody_confirmed_begins_nothing(
    client, group, now, privacy
):
    user = get_user_model().objects.create_user("omar", WILMA)
    make_member(group, "Omar Bensaid", user=user)
    client.force_login(user)
    found = make_questionnaire(group, now=now, audience="leden", privacy=privacy)

    answer = client.post(found.get_absolute_url())

    assert "nog niet bevestigd" in answer.text
    assert not Response.objects.exists()
    assert not Invitation.objects.exists()


def test_an_account_whose_address_nobody_confirmed_is_asked_for_one(client, asked):
    client.force_login(get_user_model().objects.create_user("omar", WILMA))
    Questionnaire.objects.update(asks_role=False)

    sheet = start(client, asked)

    assert Response.objects.get().reader is None
    client.post(sheet, first_page(asked))
    sent = client.post(f"{sheet}?pagina=slot", {})
    assert "Vul je e-mailadres in" in sent.text


def test_an_invitation_is_used_once_and_leads_to_no_answers(client, group, now):
    found = make_questionnaire(group, now=now, audience="genodigden", privacy="anoniem")
    reader = make_reader(WILMA, now=now)
    invited = Invitation.objects.create(questionnaire=found, reader=reader)
    address = f"/uitgenodigd/{invited.token}/"

    assert "link in je uitnodiging" in client.get(found.get_absolute_url()).text
    client.get(address)
    begun = client.post(address)
    again = client.post(address)

    assert begun.url.startswith("/mijn-antwoorden/")
    assert again.status_code == 409
    assert Response.objects.get().reader is None
    assert client.post("/uitgenodigd/onbekend/").status_code == 410


@pytest.mark.parametrize(
    "wrong",
    [
        {"is_anonymous": True},
        {"is_anonymous": True, "reader": None, "name": "Wilma"},
        {"sent_on": None},
    ],
)
def test_the_database_keeps_what_was_promised(group, now, wrong):
    response = make_response(make_questionnaire(group, now=now), now=now, email=WILMA)

    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.filter(pk=response.pk).update(**wrong)


def test_the_database_counts_a_person_once(asked, now):
    make_response(asked, now=now, email=WILMA)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_response(asked, now=now, email=WILMA)
    reader = make_reader(WILMA, now=now)
    with pytest.raises(AlreadyAnswered):
        begin(questionnaire=asked, reader=reader, now=now)


@pytest.mark.parametrize(
    "wrong", [{"number": 6}, {"number": 3, "text": "x"}, {}, {"place": 1, "number": 1}]
)
def test_the_database_takes_no_answer_that_is_none(asked, now, wrong):
    response = make_response(asked, now=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.create(
            response=response, question=asked.questions.first(), **wrong
        )


def test_a_page_asks_the_same_however_much_was_answered(client, asked, now):
    sheet = start(client, asked)
    before = len(statements(client, sheet))
    for number in range(12):
        response = make_response(asked, now=now, email=f"{number}@x.example")
        make_answers(response, asked.questions.first(), "Meer tijd.")

    assert len(statements(client, sheet)) == before <= 8


def test_two_years_later_an_answer_is_nobodys(asked, now):
    response = make_response(asked, now=now, email=WILMA, name="Wilma")
    make_answers(response, asked.questions.first(), "Bij ons in Zwolle")
    make_answers(response, asked.questions.get(kind=Kind.SCALE), 4)
    make_response(asked, now=now, state="concept")

    retention.forget(now=now + timedelta(days=800))

    response.refresh_from_db()
    assert (response.reader, response.name) == (None, "")
    assert kept(asked) == [("", None, None, 4)]
    assert Response.objects.count() == 1


def test_who_is_erased_is_counted_without_words(asked, now):
    response = make_response(asked, now=now, email=WILMA)
    make_answers(response, asked.questions.first(), "Bij ons in Zwolle")
    make_answers(response, asked.questions.get(kind=Kind.SCALE), 4)

    retention.erase(email=WILMA, now=now)

    assert retention.about(WILMA)["Ingevulde vragenlijsten"] == []
    assert kept(asked) == [("", None, None, 4)]
    response.refresh_from_db()
    assert response.reader is None


def test_a_choice_that_is_sent_twice_counts_once(client, asked):
    several = asked.questions.get(kind=Kind.SEVERAL)
    a = several.options.get(text="A").pk

    answer = client.post(
        start(client, asked), first_page(asked, **{several.name: [a, a]})
    )

    assert answer.status_code == 302
    assert several.answers.get().option_id == a


def test_an_anonymous_sheet_has_no_link_once_it_is_sent(group, now):
    found = make_questionnaire(group, now=now, privacy="anoniem")
    response = begin(questionnaire=found, now=now)
    link = response.token

    send(response=response, sender=Sender(name="Wilma", email=WILMA), now=now)

    assert not Response.objects.filter(token=link).exists()
    assert not Confirmation.objects.exists()
