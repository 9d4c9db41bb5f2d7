"""Who joins the newsletter, chooses, leaves, and is let be by everybody else."""

import re
from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.test import Client

from home.models import Confirmation, OwedMail, Reader
from home.readers import retention as readers
from home.readers.models import LINK_LASTS
from home.readers.services import A_DAY, PATIENCE
from stories.models import Subscriber, Theme
from stories.newsletter import consent, retention
from tests.factories.stories import make_story, make_story_index, make_subscriber

pytestmark = pytest.mark.django_db
JOIN = "/nieuwsbrief/aanmelden/"
IRIS = "iris@voorbeeld.example"


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_story_index()


@pytest.fixture
def join(client, django_capture_on_commit_callbacks):
    """The form, and the link in the mail that follows."""

    def send(email=IRIS, **answers):
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(JOIN, {"email": email, **answers})
        assert answer.status_code == 302, answer.text
        return answer.url

    return send


def link() -> str:
    return f"/bevestigen/{Confirmation.objects.latest('pk').token}/"


def preferences(subscriber) -> str:
    return f"/nieuwsbrief/voorkeuren/{subscriber.token}/"


def farewell(subscriber) -> str:
    return f"/nieuwsbrief/afmelden/{subscriber.token}/"


def test_nothing_counts_before_the_button_in_the_mail(client, join, now):
    themes = [theme.pk for theme in Theme.objects.filter(slug__in=["mens", "imago"])]
    join(rhythm="week", themes=themes)
    asked = Subscriber.objects.get()
    waiting = (asked.is_active, asked.consent, asked.asked_at, asked.confirmed_at)

    page = client.get(link())
    answer = client.post(link(), follow=True)

    assert waiting == (False, consent.VERSION, now, None)
    assert outbox.outbox[0].to == [IRIS]
    assert link() in outbox.outbox[0].body
    assert "de nieuwsbrief" in page.text
    subscriber = Subscriber.objects.get()
    assert (subscriber.is_active, subscriber.confirmed_at) == (True, now)
    assert subscriber.rhythm == "week"
    assert {theme.slug for theme in subscriber.themes.all()} == {"mens", "imago"}
    assert "Je staat op de lijst" in answer.text
    assert answer.request["PATH_INFO"] == preferences(subscriber)


def test_who_was_stopped_joins_again_like_anybody(client, join, now):
    subscriber = make_subscriber(IRIS, now=now, stopped_at=now)

    join()
    client.post(link())

    subscriber.refresh_from_db()
    assert (subscriber.is_active, subscriber.stopped_at) == (True, None)


def test_one_field_is_enough(join):
    join()

    subscriber = Subscriber.objects.get()
    assert (subscriber.rhythm, subscriber.themes.count()) == ("month", 0)


def test_the_answer_is_the_same_for_who_is_known(client, join, now):
    themes = list(Theme.objects.filter(slug="mens"))
    known = make_subscriber(IRIS, now=now, rhythm="week", themes=themes)

    answers = [join(IRIS, rhythm="month"), join("jan@voorbeeld.example")]

    known.refresh_from_db()
    assert len(set(answers)) == 1
    assert len({mail.subject for mail in outbox.outbox}) == 1
    assert [mail.to for mail in outbox.outbox] == [[IRIS], ["jan@voorbeeld.example"]]
    assert (known.is_active, known.rhythm) == (True, "week")
    assert [theme.slug for theme in known.themes.all()] == ["mens"]


def test_who_is_known_and_says_no_keeps_the_newsletter(client, join, now):
    known = make_subscriber(IRIS, now=now)
    join()

    client.post(link(), {"nee": "1"})

    known.refresh_from_db()
    assert known.is_active


def test_who_never_asked_says_no_and_is_forgotten(client, join):
    join()

    client.post(link(), {"nee": "1"})

    assert not Subscriber.objects.exists()
    assert not Reader.objects.exists()


def test_capitals_are_the_same_address_and_a_plus_is_another(join):
    for email in ("Iris@Voorbeeld.Example", IRIS, "iris+nb@voorbeeld.example"):
        join(email)

    emails = Reader.objects.order_by("email").values_list("email", flat=True)
    assert list(emails) == ["iris+nb@voorbeeld.example", IRIS]
    assert Subscriber.objects.count() == 2


@pytest.mark.parametrize(
    "email",
    [
        "",
        "iris",
        "iris@voorbeeld",
        "a" * 250 + "@x.example",
        "iris\x00@voorbeeld.example",
        "iris@voorbeeld.example\nBcc: jan@voorbeeld.example",
        "🦉@voorbeeld.example",
        "i@" + ".".join(["İ" * 60] * 4) + ".example",
    ],
)
def test_what_is_no_address_is_said_at_the_field(email, client):
    page = client.post(JOIN, {"email": email})

    assert page.status_code == 422
    assert 'href="#id_email"' in page.text
    assert not Reader.objects.exists()


@pytest.mark.parametrize(
    "answers",
    [
        {"rhythm": "elke dag"},
        {"themes": ["999999"]},
        {"themes": ["mens"]},
        {"themes": ["\x00"]},
        {"themes": ["🦉" * 1000]},
        {"themes": ["9" * 20]},
    ],
)
def test_a_choice_that_is_not_in_the_list_is_refused(answers, client):
    page = client.post(JOIN, {"email": IRIS, **answers})

    assert page.status_code == 422
    assert re.search(r"Kies uit de lijst|Null-tekens", page.text)
    assert not Reader.objects.exists()


def test_a_robot_gets_the_same_answer_and_nothing_happens(join):
    address = join(website="https://koop.example")

    assert address == f"{JOIN}?verstuurd=1"
    assert not Reader.objects.exists()


def test_one_visitor_does_not_join_for_a_hundred(client):
    answers = [client.post(JOIN, {"email": f"{n}@x.example"}) for n in range(6)]

    assert [answer.status_code for answer in answers] == [302] * 5 + [422]
    assert "Probeer het over een uur" in answers[-1].text
    assert Subscriber.objects.count() == 5


def test_a_stranger_fills_no_inbox_and_reads_the_same(client, now, time_machine):
    answers = []
    for number in range(A_DAY + 2):
        time_machine.move_to(now + number * PATIENCE, tick=False)
        address = f"10.0.0.{number}"
        answers.append(client.post(JOIN, {"email": IRIS}, REMOTE_ADDR=address).url)

    assert set(answers) == {f"{JOIN}?verstuurd=1"}
    assert OwedMail.objects.filter(kind="home.confirm").count() == A_DAY


def test_a_form_to_join_stands_where_people_read_and_sets_no_cookie(client):
    story = make_story()

    pages = [client.get(address) for address in ("/", story.url, "/nieuwsbrief/", JOIN)]

    for page in pages:
        assert f'action="{JOIN}"' in page.text
        assert consent.TEXTS[consent.VERSION].split(".")[0] in page.text
        assert "checked" not in page.text
        assert not page.cookies


def test_a_choice_is_changed_by_the_personal_link(client, now):
    subscriber = make_subscriber(IRIS, now=now)
    theme = Theme.objects.get(slug="mens")

    answer = client.post(
        preferences(subscriber), {"rhythm": "week", "themes": [theme.pk]}, follow=True
    )

    subscriber.refresh_from_db()
    assert (subscriber.rhythm, list(subscriber.themes.all())) == ("week", [theme])
    assert "Bewaard." in answer.text
    assert answer.text.count("checked") == 2
    assert answer["Cache-Control"] == "private, no-store"
    assert "noindex" in answer["X-Robots-Tag"]


def test_a_wrong_choice_changes_nothing(client, now):
    subscriber = make_subscriber(IRIS, now=now)

    page = client.post(preferences(subscriber), {"rhythm": "ooit"})

    subscriber.refresh_from_db()
    assert (page.status_code, subscriber.rhythm) == (422, "month")


def test_looking_at_the_way_out_changes_nothing(client, now):
    subscriber = make_subscriber(IRIS, now=now)

    page = client.get(farewell(subscriber))

    subscriber.refresh_from_db()
    assert "Meld me af" in page.text
    assert subscriber.is_active


def test_one_post_of_a_mail_program_is_enough(now):
    """RFC 8058: no cookie, no token, no page in between, no redirect."""
    subscriber = make_subscriber(IRIS, now=now)
    stranger = Client(enforce_csrf_checks=True)

    answers = [
        stranger.post(farewell(subscriber), {"List-Unsubscribe": "One-Click"})
        for _ in range(2)
    ]

    subscriber.refresh_from_db()
    assert [answer.status_code for answer in answers] == [200, 200]
    assert all("afgemeld" in answer.text for answer in answers)
    assert (subscriber.left_at, subscriber.is_active) == (now, False)


def test_who_left_is_told_so_and_can_join_again(client, join, now):
    subscriber = make_subscriber(IRIS, now=now)
    client.post(farewell(subscriber))
    told = [client.get(where(subscriber)) for where in (farewell, preferences)]

    join(rhythm="week")
    before = Subscriber.objects.active().count()
    client.post(link())

    assert [page.status_code for page in told] == [200, 200]
    assert all("afgemeld" in page.text for page in told)
    assert before == 0
    subscriber.refresh_from_db()
    assert (subscriber.is_active, subscriber.rhythm) == (True, "week")


def test_who_left_a_minute_ago_and_joins_again_gets_a_mail(client, join, now):
    join()
    client.post(link())
    client.post(farewell(Subscriber.objects.get()))

    join()
    client.post(link())

    assert Subscriber.objects.get().is_active


@pytest.mark.parametrize("where", ["voorkeuren", "afmelden"])
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("token", ["x", "é" * 300, "🦉"])
def test_a_link_we_do_not_know_says_what_to_do(token, method, where, client, now):
    subscriber = make_subscriber(IRIS, now=now)

    page = getattr(client, method)(f"/nieuwsbrief/{where}/{token}/")

    subscriber.refresh_from_db()
    assert page.status_code == 404
    assert "We kennen deze link niet" in page.text
    assert subscriber.is_active


def test_who_never_answers_is_forgotten_after_a_week(join, now):
    join()

    for days in (1, 0):
        readers.forget(now=now + LINK_LASTS - timedelta(days=days))
        counts = (Subscriber.objects.count(), Reader.objects.count())
        assert counts == ((1, 1) if days else (0, 0))


def test_who_left_is_forgotten_later_and_who_stays_is_not(client, now):
    gone, stays = (
        make_subscriber(IRIS, now=now),
        make_subscriber("jan@x.example", now=now),
    )
    client.post(farewell(gone))
    later = now + retention.AFTERWARDS

    before = retention.forget(now=later - timedelta(days=1))
    retention.forget(now=later)
    readers.forget(now=later)

    assert before == 0
    assert list(Subscriber.objects.all()) == [stays]
    assert list(Reader.objects.all()) == [stays.reader]


def test_what_is_kept_of_a_subscriber_is_told_and_erased(now):
    themes = list(Theme.objects.filter(slug="mens"))
    make_subscriber(IRIS, now=now, themes=themes)

    told = retention.about(IRIS.upper())
    retention.erase(email=IRIS.upper(), now=now)

    assert told == {
        "Nieuwsbrief": [
            {
                "hoe vaak": "elke maand",
                "thema’s": "Mens",
                "toestemming": "versie 1",
                "gevraagd op": now,
                "bevestigd op": now,
                "afgemeld op": None,
                "gestopt op": None,
            }
        ],
        "Nummers die je kreeg": [],
    }
    assert retention.about(IRIS) == {"Nieuwsbrief": [], "Nummers die je kreeg": []}
