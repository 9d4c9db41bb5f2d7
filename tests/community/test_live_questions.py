"""Questions from the audience: what viewers, the buzzmaster and the stage see."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from community.models import LiveQuestion, QuestionSupport, Session
from community.sessions.questions import screens, views
from community.sessions.questions.services import NotOpen, ask, move, support
from tests.asked import statements
from tests.factories.community import make_group, make_member
from tests.factories.sessions import make_live_question, make_session, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def session():
    """It runs, and takes questions."""
    now = timezone.now()
    begun = now - timedelta(minutes=5)
    return make_session(
        now=now, group=make_group("mens"), takes_questions=True, starts_at=begun
    )


@pytest.fixture
def buzzmaster(client, session):
    """Signed in as the lead of the group."""
    user = get_user_model().objects.create_user("ilse", "ilse@voorbeeld.example")
    make_member(session.group, "Ilse van Dam", user=user, function="trekker")
    client.force_login(user)
    return user


@pytest.fixture(autouse=True)
def _asked_each_time(monkeypatch):
    """What a test saw and drew is not what the next one sees."""
    monkeypatch.setattr(screens, "ASKED_ANEW", -1)
    monkeypatch.setattr(views, "DRAWN", screens.Drawn())


def at(name: str, session, *args) -> str:
    return reverse(name, args=[page_of(session).slug, *args])


def stand(client, session, screen="kijker", **headers):
    address = reverse("questions_stand", args=[session.pk, screen])
    return client.get(address, headers=headers)


def test_of_a_question_without_a_name_nobody_knows_the_moment(session):
    now = timezone.now()

    kept = [
        ask(session=session, text="Wie belt er?", name=name, now=now).asked_at
        for name in ("", "Wilma")
    ]

    assert kept == [session.starts_at, now]


def test_somebody_without_a_name_asks_and_everybody_sees_it(client, session):
    client.post(at("session_questions", session), {"text": "Wie belt er?"})

    shown = stand(client, session).content.decode()

    assert "Wie belt er?" in shown
    assert "Zonder naam" in shown
    assert not client.cookies


def test_sent_twice_it_is_one_question_and_an_empty_one_is_none(client, session):
    for text in ("Wie belt er?", "Wie belt er?", ""):
        answer = client.post(at("session_questions", session), {"text": text})

    assert answer.status_code == 422
    assert LiveQuestion.objects.count() == 1


def test_who_has_the_version_gets_nothing_and_a_change_brings_the_list(client, session):
    question = make_live_question(session, now=timezone.now())
    first = stand(client, session)
    etag = {"if-none-match": first.headers["ETag"]}

    same = stand(client, session, **etag)
    support(question=question, key="iemand")
    changed = stand(client, session, **etag)

    assert (same.status_code, same.content) == (304, b"")
    assert (changed.status_code, changed.headers["ETag"]) != (
        304,
        first.headers["ETag"],
    )
    assert "1 ander wil dit ook weten" in changed.content.decode()


def test_a_list_is_drawn_once_for_all_who_ask(client, session, monkeypatch):
    make_live_question(session, now=timezone.now())
    address = reverse("questions_stand", args=[session.pk, "kijker"])
    client.get(address)

    once_more = statements(client, address)
    monkeypatch.setattr(screens, "ASKED_ANEW", 60)
    within_half_a_second = statements(client, address)

    assert (len(once_more), len(within_half_a_second)) == (1, 0)


@pytest.mark.parametrize("screen", ["regie", "viewer"])
def test_there_is_no_other_screen_to_follow(client, session, screen):
    assert stand(client, session, screen).status_code == 404


def test_a_session_without_questions_has_no_screens(client):
    session = make_session(now=timezone.now())

    found = [
        stand(client, session).status_code,
        client.get(at("session_questions", session)).status_code,
        client.get(at("questions_stage", session)).status_code,
    ]

    assert found == [404, 404, 404]
    with pytest.raises(NotOpen):
        ask(session=session, text="Wie?", name="", now=timezone.now())


def test_a_visitor_supports_a_question_once_from_however_many_tabs(client, session):
    question = make_live_question(session, now=timezone.now())

    for _ in range(3):
        client.post(at("support_question", session, question.pk))
    page = client.get(at("session_questions", session)).content.decode()

    question.refresh_from_db()
    assert question.supports == QuestionSupport.objects.count() == 1
    assert f'data-supported="{question.pk}"' in page


def test_another_site_makes_nobody_support_a_question(client, session):
    question = make_live_question(session, now=timezone.now())

    client.post(
        at("support_question", session, question.pk),
        headers={"sec-fetch-site": "cross-site"},
    )

    assert not QuestionSupport.objects.exists()


def test_the_database_knows_one_question_in_view_and_one_vote_each(session):
    now = timezone.now()
    one = make_live_question(session, now=now, state="live")
    QuestionSupport.objects.create(question=one, key="k")
    wrong = [
        lambda: make_live_question(session, "Twee?", now=now, state="live"),
        lambda: make_live_question(session, "Drie?", now=now, state="hidden"),
        lambda: make_live_question(session, "Vier?", now=now, state="written"),
        lambda: QuestionSupport.objects.create(question=one, key="k"),
    ]

    for write in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            write()


def test_the_buzzmaster_brings_in_view_and_what_was_there_is_answered(
    client, session, buzzmaster
):
    now = timezone.now()
    before = make_live_question(session, "De vorige?", now=now, state="live")
    question = make_live_question(session, now=now)

    client.post(at("move_question", session, question.pk), {"to": "live"})

    states = LiveQuestion.objects.in_bulk()
    assert (states[before.pk].state, states[question.pk].state) == ("answered", "live")
    assert "Wie belt er?" in client.get(at("questions_stage", session)).content.decode()
    assert "De vorige?" not in stand(client, session, "podium").content.decode()


def test_a_question_is_hidden_on_a_ground_and_put_back(client, session, buzzmaster):
    question = make_live_question(session, now=timezone.now())
    address = at("move_question", session, question.pk)

    client.post(address, {"to": "hidden"})
    question.refresh_from_db()
    without_a_ground = question.state
    client.post(address, {"to": "hidden", "ground": "advert"})
    hidden = stand(client, session).content.decode()
    client.post(address, {"to": "new"})
    client.post(address, {"to": "new"})

    log = client.get(reverse("rulings")).text
    assert log.count(f"een vraag bij de bijeenkomst ‘{page_of(session)}’") == 2
    assert "Verborgen: reclame" in log
    assert "Teruggezet" in log
    assert without_a_ground == "new"
    assert "Wie belt er?" not in hidden
    assert "Wie belt er?" in stand(client, session).content.decode()


def test_a_report_reaches_the_buzzmaster_and_the_question_stays(
    client, session, buzzmaster
):
    question = make_live_question(session, now=timezone.now())

    client.post(at("report_question", session, question.pk), {"ground": "advert"})

    assert "Wie belt er?" in stand(client, session).content.decode()
    assert "reclame" in client.get(at("buzzmaster", session)).content.decode()
    move(question=question, to="shortlist", by=None, now=timezone.now())
    question.refresh_from_db()
    assert not question.reported_for  # looked at


def test_what_goes_by_the_buzzmaster_first_is_not_seen_before(client, session):
    Session.objects.update(screened=True)
    question = make_live_question(session, now=timezone.now())
    before = stand(client, session).content.decode()

    move(question=question, to="shortlist", by=None, now=timezone.now())

    assert "Wie belt er?" not in before
    assert "Wie belt er?" in stand(client, session).content.decode()


def test_a_written_answer_stays_on_the_page_of_the_session(client, session):
    question = make_live_question(session, now=timezone.now())
    now = timezone.now()
    open_one = make_live_question(session, now=now, text="En daarna?")
    move(question=question, to="written", answer="Iedereen.", by=None, now=now)
    move(question=question, to="answered", by=None, now=now)
    Session.objects.update(starts_at=now - timedelta(days=2), ends_at=now)

    page = client.get(page_of(session).url).content.decode()
    late = client.post(at("session_questions", session), {"text": "Nog iets?"})
    client.post(at("support_question", session, open_one.pk))

    assert "Iedereen." in page
    assert not QuestionSupport.objects.exists()
    assert late.status_code == 422


def test_only_who_leads_is_buzzmaster(client, session):
    question = make_live_question(session, now=timezone.now())
    client.force_login(get_user_model().objects.create_user("omar", "o@x.example"))

    found = [
        client.get(at("buzzmaster", session)).status_code,
        client.post(
            at("move_question", session, question.pk), {"to": "live"}
        ).status_code,
    ]

    assert found == [403, 403]


def test_the_buzzmaster_fetches_the_list_only_when_it_changed(
    client, session, buzzmaster
):
    address = at("buzzmaster", session) + "?deel=1"
    first = client.get(address)
    etag = {"if-none-match": first.headers["ETag"]}
    few = statements(client, address)

    for number in range(12):
        ask(session=session, text=f"{number}?", name="", now=timezone.now())

    assert client.get(address, headers=etag).status_code == 200
    assert len(statements(client, address)) == len(few)
    again = {"if-none-match": client.get(address).headers["ETag"]}
    assert client.get(address, headers=again).status_code == 304


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_one_person_at_one_instant_from_ten_tabs_is_one_vote(session):
    question = make_live_question(session, now=timezone.now())

    def vote(_):
        try:
            return support(question=question, key="dezelfde")
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=10) as threads:
        firsts = list(threads.map(vote, range(10)))

    question.refresh_from_db()
    assert (firsts.count(True), question.supports) == (1, 1)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_one_question_at_one_instant_from_ten_clicks_is_one_question(session):
    def click(_):
        try:
            return ask(session=session, text="Wie?", name="", now=timezone.now()).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=10) as threads:
        assert len(set(threads.map(click, range(10)))) == 1
