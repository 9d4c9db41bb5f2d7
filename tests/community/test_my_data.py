"""A member sees what is theirs, takes it along, and leaves."""

import json
import time
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import User
from django.core import mail as outbox
from django.core.files.base import ContentFile
from django.test import Client

from community.models import FollowUp, Membership
from community.questionnaires.services import begin
from community.workspace.services import add_file
from home.models import Reader
from stories.models import Comment, Contribution
from stories.reading_list.selection import KEY
from tests.factories.community import make_group, make_member, make_outcome
from tests.factories.contributions import make_contribution
from tests.factories.events import make_paid_order
from tests.factories.home import make_site
from tests.factories.people import make_interest, make_member_of_the_site
from tests.factories.questionnaires import make_questionnaire, make_response
from tests.factories.reactions import make_comment
from tests.factories.sessions import make_registration, make_session
from tests.factories.stories import make_story
from tests.stories.desk import make_user

pytestmark = pytest.mark.django_db
IRIS = "iris@voorbeeld.example"


@pytest.fixture
def iris(now, client, time_machine):
    """Logged in, with a code that was typed in just now."""
    time_machine.move_to(now, tick=False)
    make_site()
    person = make_member_of_the_site(now, email=IRIS, function="planner")
    client.force_login(person.user)
    typed(client, person.user)
    return person


def typed(client, user):
    session = client.session
    record = {"method": "code", "at": time.time(), "reauthenticated": True}
    session["account_authentication_methods"] = [record]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()


def test_the_account_shows_all_that_is_theirs(iris, client, now):
    order = make_paid_order(buyer_email="Iris@Voorbeeld.example")
    make_comment(
        now=now, email=IRIS, story=make_story("Waarover"), text="x", state="shown"
    )
    piece = make_contribution(now=now, email=IRIS, status=Contribution.Status.HANDED_IN)
    membership = make_member(make_group("kwaliteit"), "Els")
    type(membership).objects.update(person=iris)
    session = make_session(now=now)
    mine = make_registration(session, now=now, email=IRIS)
    theirs = make_registration(session, now=now)
    other = make_paid_order(buyer_email="pim@voorbeeld.example")

    page = client.get("/account/").text

    for shown in (order.reference, "Waarover", piece.title, "Werkgroep Kwaliteit"):
        assert shown in page
    assert mine.token in page
    assert [each for each in (other.reference, theirs.token) if each in page] == []


def test_the_account_says_what_waits_until_it_is_done(iris, client, now):
    group = make_group("kwaliteit")
    make_member(group, "Els")
    Membership.objects.update(person=iris)
    outcome = make_outcome(group, title="Een norm")
    elsewhere = make_outcome(make_group("mens"), title="Niet van hen")
    asked = {"asked": iris, "asked_at": now, "due": now.date()}
    FollowUp.objects.create(outcome=elsewhere, **asked)
    earlier = {**asked, "due": now.date() - timedelta(days=1), "token": "eerder"}
    FollowUp.objects.create(outcome=outcome, **earlier)
    follow_up = FollowUp.objects.create(outcome=outcome, **asked)
    members = {"audience": "leden", "privacy": "anoniem"}
    found = make_questionnaire(group, now=now, title="Voor leden", **members)
    for_some = make_questionnaire(
        group, now=now, title="Gevraagd", audience="genodigden"
    )
    for_some.invitations.create(reader=iris.user.reader)
    make_questionnaire(group, now=now, title="Voor wie wil", privacy="anoniem")
    draft = {"published_at": None, "audience": "leden"}
    make_questionnaire(group, now=now, title="Nog niet klaar", **draft)
    before = client.get("/account/").text

    begin(questionnaire=found, reader=iris.user.reader, only_once=True, now=now)
    make_response(for_some, now=now, email=IRIS)
    FollowUp.objects.update(answer="Goed.", answered_at=now)

    unseen = ("eerder", "Niet van hen", "Nog niet klaar")
    assert [word for word in unseen if word in before] == []
    words = ("Een norm", follow_up.token, "Voor leden", "Gevraagd", "Voor wie wil")
    after = client.get("/account/").text
    assert [word in before for word in words] == [True, True, True, True, False]
    assert [word for word in words if word in after] == []


def test_an_address_that_is_not_confirmed_shows_nothing(client, now):
    make_site()
    order = make_paid_order(buyer_email="pim@voorbeeld.example")
    client.force_login(User.objects.create_user("p", email="pim@voorbeeld.example"))

    assert order.reference not in client.get("/account/").text


def test_a_member_takes_everything_along(iris, client, now):
    make_interest(iris, "adviseur")
    group = make_group("kwaliteit")
    for name, by in (("Verslag", iris), ("Van een ander", None)):
        file = ContentFile(f"mijn {name.lower()}".encode(), f"{name}.pdf")
        add_file(group=group, title=name, file=file, by=by, now=now)
    make_comment(now=now, email=IRIS, text="Mijn woorden", state="shown")

    answer = client.post("/account/gegevens/", {"download": "1"})

    taken = ZipFile(BytesIO(b"".join(answer.streaming_content)))
    told = json.loads(taken.read("gegevens.json"))
    page = taken.read("lees-mij.html").decode()
    assert answer["Content-Disposition"].startswith("attachment")
    assert told["Je profiel"][0]["functie"] == "planner"
    assert told["Je belangen"][0]["wat"] == "adviseur"
    assert told["Reacties"][0]["reactie"] == "Mijn woorden"
    assert "Mijn woorden" in page
    assert taken.namelist()[2:] == ["bestanden/1-verslag.pdf"]
    assert taken.read("bestanden/1-verslag.pdf") == b"mijn verslag"


def test_who_did_not_just_type_a_code_is_asked_first(iris, client):
    client.force_login(iris.user)
    client.session.flush()
    elsewhere = Client()
    elsewhere.force_login(iris.user)

    answers = [
        elsewhere.post("/account/gegevens/", {"download": "1"}),
        Client().post("/account/gegevens/", {"download": "1"}),
    ]

    assert [answer["Location"][:17] for answer in answers] == [
        "/account/nog-even",
        "/account/inloggen",
    ]


@pytest.mark.parametrize(("words", "left"), [("stay", ["Mijn woorden"]), ("go", [])])
def test_who_leaves_chooses_what_happens_to_their_words(iris, client, now, words, left):
    make_comment(now=now, email=IRIS, name="Iris", text="Mijn woorden", state="shown")
    group = make_group("kwaliteit")
    membership = make_member(group, "Els")
    type(membership).objects.update(person=iris)

    answer = client.post("/account/gegevens/", {"words": words, "sure": "on"})

    iris.refresh_from_db()
    assert answer["Location"] == "/account/weg/"
    assert [each.text for each in Comment.objects.all()] == left
    assert not Comment.objects.exclude(name="").exists()
    assert (iris.name, iris.user) == ("Naam gewist", None)
    assert "Naam gewist" not in client.get(group.url).text
    assert not User.objects.filter(email=IRIS).exists()
    assert not Reader.objects.filter(email=IRIS).exists()
    assert client.get("/account/").status_code == 302


def test_nobody_leaves_by_accident_or_before_an_event(iris, client):
    hasty = client.post("/account/gegevens/", {"words": "stay"})
    make_paid_order(buyer_email=IRIS)
    waiting = client.post("/account/gegevens/", {"words": "stay", "sure": "on"})

    assert (hasty.status_code, waiting.status_code) == (422, 422)
    assert "Je hebt nog een bestelling voor" in waiting.text
    assert User.objects.filter(email=IRIS).exists()


def test_who_works_in_the_cms_asks_the_operator(iris, client):
    iris.user.groups.set(make_user("Redactie").groups.all())

    page = client.post("/account/gegevens/", {"words": "go", "sure": "on"})

    assert "Vraag de beheerder" in page.text
    assert User.objects.filter(email=IRIS).exists()


def test_a_selection_goes_along_to_another_browser(
    now, time_machine, client, django_capture_on_commit_callbacks
):
    time_machine.move_to(now, tick=False)
    make_site()
    first, second = make_story("Een"), make_story("Twee")
    person = make_member_of_the_site(now, email=IRIS)
    client.force_login(person.user)
    client.post("/selectie/", {"erbij": first.pk})
    browser = Client()
    browser.post("/selectie/", {"erbij": second.pk})
    with django_capture_on_commit_callbacks(execute=True):
        browser.post("/account/inloggen/", {"email": IRIS})
    code = outbox.outbox[-1].subject.split()[-1]

    browser.post("/account/inloggen/code/", {"code": code})

    assert [story for story, _ in browser.session[KEY]] == [first.pk, second.pk]
    assert [story for story, _ in person.user.reading_list.entries] == [
        first.pk,
        second.pk,
    ]
