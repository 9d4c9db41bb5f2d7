"""Somebody without an account writes a piece; editors ask, and make a story of it."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from home.models import Confirmation, OwedMail, Person
from stories.contributions import retention
from stories.contributions.editing import NotOnTheDesk, ask, decline, make_story
from stories.contributions.programme import honour_writers
from stories.contributions.retention import KEPT
from stories.models import Contribution, Contributor, Note, StoryPage
from tests.asked import statements
from tests.factories.contributions import LONG, make_contribution, make_contributor
from tests.factories.home import make_person, make_site
from tests.factories.reactions import WILMA
from tests.factories.stories import make_story_index
from tests.stories.desk import make_user

pytestmark = pytest.mark.django_db
PITCH = {
    "title": "Bellen met de wachtrij aan",
    "plan": "Wat er gebeurt als je niet ophangt.",
    "name": "Wilma Postma",
    "email": WILMA,
}
PIECE = {
    "title": "Bellen met de wachtrij aan",
    "kind": "column",
    "plan": "Wat er gebeurt als je niet ophangt.",
    "text": LONG,
    "name": "Wilma Postma",
    "function": "teamleider",
    "answer": "",
}
PROPOSE = "/schrijf-mee/voorstel/"
DESK = "/cms/bijdragen/"


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()
    make_story_index()


def page_of(piece) -> str:
    return f"/schrijf-mee/stuk/{piece.token}/"


def press(client):
    asked = Confirmation.objects.latest("pk")
    return client.post(f"/bevestigen/{asked.token}/")


def test_the_page_explains_and_costs_little(client):
    page = " ".join(client.get("/schrijf-mee/").text.split())

    assert "Na 3 geplaatste stukken</dt><dd>Een gratis pro-abonnement" in page
    assert "<dd>€ 200</dd>" in page
    assert "thuiswerken" in page
    assert len(statements(client, "/schrijf-mee/")) <= 8


def test_an_idea_becomes_a_page_of_ones_own(client, django_capture_on_commit_callbacks):
    answer = client.post(PROPOSE, PITCH)
    piece = Contribution.objects.get()
    before = client.get(page_of(piece)).status_code

    with django_capture_on_commit_callbacks(execute=True):
        there = press(client)

    assert "Kijk in je mail" in client.get(answer.url).text
    assert before == 410  # nobody confirmed
    assert there.url == f"{page_of(piece)}?welkom=1"
    page = client.get(there.url)
    assert "Dit is je schrijfpagina." in page.text
    assert page["Cache-Control"] == "private, no-store"
    assert page_of(piece) in outbox.outbox[-1].body


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "Geef je stuk een titel"),
        ({"plan": ""}, "Schrijf in een paar zinnen"),
        ({"plan": "x" * 401}, "Hoogstens 400 tekens."),
        ({"name": ""}, "Vul je naam in"),
        ({"email": "wilma"}, "Dit is geen e-mailadres."),
    ],
)
def test_what_is_wrong_with_an_idea_is_said(wrong, said, client):
    page = client.post(PROPOSE, {**PITCH, **wrong})

    assert page.status_code == 422
    assert said in page.text
    assert not Contribution.objects.exists()


def test_an_idea_that_is_sent_again_is_the_idea(client):
    client.post(PROPOSE, {**PITCH, "plan": "Een half id"})

    client.post(PROPOSE, PITCH)

    assert Contribution.objects.get().plan == PITCH["plan"]


def test_a_robot_writes_nothing(client):
    answer = client.post(PROPOSE, {**PITCH, "website": "x"})

    assert answer.status_code == 302
    assert not Contribution.objects.exists()


def test_half_a_piece_is_saved_and_not_handed_in(client, now):
    piece = make_contribution(now=now, status="draft", text="")
    half = {**PIECE, "text": "Een begin."}

    saved = client.post(page_of(piece), {**half, "bewaren": "1"})
    refused = client.post(page_of(piece), {**half, "inleveren": "1"})

    assert "Bewaard." in client.get(saved.url).text
    assert refused.status_code == 422
    assert "Een stuk is minstens 100 woorden lang." in refused.text
    piece.refresh_from_db()
    assert (piece.text, piece.status) == ("Een begin.", "draft")


def test_a_whole_piece_is_handed_in_and_then_it_is_the_editors(client, now):
    piece = make_contribution(now=now, status="draft", text="")

    answer = client.post(page_of(piece), {**PIECE, "inleveren": "1"})
    late = client.post(page_of(piece), {**PIECE, "text": "Iets anders.", "bewaren": 1})

    assert "Een redacteur leest je stuk." in client.get(answer.url).text
    assert late.status_code == 422
    assert "De redactie heeft het stuk nu." in late.text
    assert "Iets anders." in late.text
    piece.refresh_from_db()
    assert (piece.text, piece.status, piece.handed_in_at) == (LONG, "in", now)


def test_what_is_said_to_the_editors_is_kept_until_it_is_handed_in(client, now):
    piece = make_contribution(now=now, status="question")
    said = {**PIECE, "answer": "Maandag bel ik haar."}

    client.post(page_of(piece), {**said, "bewaren": "1"})
    kept, told = client.get(page_of(piece)).text, Note.objects.count()
    client.post(page_of(piece), {**said, "inleveren": "1"})

    assert "Maandag bel ik haar.</textarea>" in kept
    assert told == 0  # not before the editors have the piece
    assert Note.objects.get().text == "Maandag bel ik haar."
    piece.refresh_from_db()
    assert (piece.status, piece.answer) == ("in", "")


def test_handed_in_twice_is_handed_in(client, now):
    piece = make_contribution(now=now, status="question")
    said = {**PIECE, "answer": "Een klant.", "inleveren": "1"}

    answers = [client.post(page_of(piece), said) for _ in range(2)]
    other = client.post(page_of(piece), {**said, "answer": "Een collega."})

    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[1].url == answers[0].url
    assert other.status_code == 422
    assert "Een collega." in other.text
    assert Note.objects.get().text == "Een klant."


def test_an_editor_asks_and_the_writer_answers(
    client, editor, now, django_capture_on_commit_callbacks
):
    piece = make_contribution(now=now)
    assert "1 stuk wacht" in client.get("/cms/").text
    assert piece.title in client.get(DESK).text

    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{DESK}{piece.pk}/", {"act": "ask", "text": "Wie belde er?"})

    assert "Wie belde er?" in outbox.outbox[-1].body
    assert page_of(piece) in outbox.outbox[-1].body
    client.logout()
    assert "Wie belde er?" in client.get(page_of(piece)).text
    client.post(page_of(piece), {**PIECE, "answer": "Een klant.", "inleveren": "1"})
    talk = Note.objects.order_by("pk").values_list("text", "from_editor", "by")
    assert list(talk) == [
        ("Wie belde er?", True, editor.pk),
        ("Een klant.", False, None),
    ]
    assert Contribution.objects.get().status == "in"


def test_a_second_question_is_mailed_too(now):
    piece = make_contribution(now=now)

    for text in ("Wie belde er?", "En waarover?"):
        ask(contribution=piece, text=text, by=None, now=now)

    assert OwedMail.objects.filter(about_id=piece.pk).count() == 2


def test_who_does_not_get_in_hears_why(
    client, editor, now, django_capture_on_commit_callbacks
):
    piece = make_contribution(now=now)

    silent = client.post(f"{DESK}{piece.pk}/", {"act": "decline", "text": ""})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{DESK}{piece.pk}/", {"act": "decline", "text": "Te kort."})

    assert silent.status_code == 422
    assert "Te kort." in outbox.outbox[-1].body
    assert "hierboven staat waarom" in client.get(page_of(piece)).text


def test_a_story_is_made_with_the_name_below_it(client, editor, now):
    piece = make_contribution(now=now, text="Een <b>begin</b>.\n\nEen eind.")

    answer = client.post(f"{DESK}{piece.pk}/", {"act": "make", "person": ""})

    story = StoryPage.objects.get()
    assert answer.url == f"/cms/pages/{story.pk}/edit/"
    assert client.get(answer.url).status_code == 200
    draft = story.get_latest_revision_as_object()
    assert (story.live, draft.title, draft.kind) == (False, piece.title, "column")
    assert [credit.name for credit in draft.credits.all()] == ["Wilma Postma"]
    words = draft.body[0].value.source
    assert words == "<p>Een &lt;b&gt;begin&lt;/b&gt;.</p>\n\n<p>Een eind.</p>"
    assert Contributor.objects.get().reader == piece.reader
    piece.refresh_from_db()
    assert (piece.status, piece.story) == ("made", story)
    assert "ligt bij de redactie" in client.get(page_of(piece)).text


def test_an_editor_says_who_it_is_and_a_name_alone_does_not(client, editor, now):
    known, other = make_person("Wilma Postma"), make_person("Els Dijkman")
    first = make_contribution(now=now)
    stranger = make_contribution(now=now, email="w@x.example", title="Nog een")

    wrong = client.post(f"{DESK}{first.pk}/", {"act": "make", "person": other.pk})
    client.post(f"{DESK}{first.pk}/", {"act": "make", "person": known.pk})
    client.post(f"{DESK}{stranger.pk}/", {"act": "make", "person": ""})

    assert wrong.status_code == 422
    assert Contributor.objects.get(reader=first.reader).person == known
    assert Contributor.objects.get(reader=stranger.reader).person != known
    assert Person.objects.filter(name="Wilma Postma").count() == 2


def test_two_first_pieces_of_one_reader_become_stories_in_turn(now):
    piece, by = make_contribution(now=now), make_user("Redactie")

    with CaptureQueriesContext(connection) as queries:
        make_story(contribution=piece, person=None, by=by)

    asked = [each["sql"] for each in queries if each["sql"].startswith("SELECT")]
    assert 'FROM "home_reader"' in asked[0]  # locked, before anything is looked up


def test_a_title_of_signs_alone_gets_an_address_too(now):
    piece = make_contribution(now=now, title="???")

    story = make_story(contribution=piece, person=None, by=make_user("Redactie"))

    assert story.slug == f"bijdrage-{piece.pk}"


@pytest.mark.parametrize("chosen", [True, False])
def test_a_story_goes_on_to_the_chiefs_when_an_editor_says_so(client, now, chosen):
    piece = make_contribution(now=now)
    client.force_login(make_user("Redactie"))
    on = {"to_chiefs": "on"} if chosen else {}

    client.post(f"{DESK}{piece.pk}/", {"act": "make", "person": "", **on})

    assert StoryPage.objects.get().workflow_in_progress is chosen


def test_the_writer_hears_when_it_is_published_once(
    now, django_capture_on_commit_callbacks
):
    piece = make_contribution(now=now)
    story = make_story(contribution=piece, person=None, by=make_user("Redactie"))
    honour_writers(now=now)
    silent = OwedMail.objects.count()
    StoryPage.objects.filter(pk=story.pk).update(live=True)

    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            honour_writers(now=now)

    assert silent == 0
    assert [mail.to for mail in outbox.outbox] == [[WILMA]]
    assert story.get_full_url() in outbox.outbox[0].body
    assert Contribution.objects.get().status == "published"


@pytest.mark.parametrize("status", ["draft", "made", "published", "declined"])
def test_what_is_not_on_the_desk_is_left_alone(status, now):
    piece, by = make_contribution(now=now, status=status), make_user("Redactie")

    for act in (ask, decline):
        with pytest.raises(NotOnTheDesk):
            act(contribution=piece, text="Hm.", by=by, now=now)
    with pytest.raises(NotOnTheDesk):
        make_story(contribution=piece, person=None, by=by)

    assert not StoryPage.objects.exists()


@pytest.mark.parametrize(
    ("group", "may"),
    [("Redactie", True), ("Eindredactie", True), ("Moderatoren", False)],
)
def test_editors_read_what_was_handed_in(group, may, client, now):
    piece = make_contribution(now=now)
    client.force_login(make_user(group))

    answers = [
        client.get(address).status_code
        for address in (DESK, f"{DESK}{piece.pk}/", f"{DESK}schrijvers/")
    ]

    assert answers == [200 if may else 302] * 3
    assert ("/cms/bijdragen/" in client.get("/cms/").text) is may


def test_nobody_else_gets_near(client, now):
    assert client.get(DESK).status_code == 302


def test_the_database_wants_words_in_what_is_handed_in(now):
    piece = make_contribution(now=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        Contribution.objects.filter(pk=piece.pk).update(text="")


def test_who_asks_gets_it_and_loses_it(now):
    piece = make_contribution(now=now)
    make_contributor(now=now)
    Note.objects.create(contribution=piece, from_editor=True, text="Wie?", at=now)

    told = retention.about(WILMA)
    gone = retention.erase(email=WILMA, now=now)

    assert (told["Bijdragen"][0]["tekst"], told["Bijdragen"][0]["berichten"]) == (
        LONG,
        "Wie?",
    )
    assert gone == 3
    assert not Contribution.objects.exists()
    assert Person.objects.filter(name="Wilma Postma").exists()


def test_it_is_forgotten_in_time(now):
    make_contribution(now=now)
    make_contributor(now=now)

    early = retention.forget(now=now + KEPT - timedelta(days=1))
    late = retention.forget(now=now + KEPT)

    assert (early, late) == (0, 2)
