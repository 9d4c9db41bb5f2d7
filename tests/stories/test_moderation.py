"""Moderators decide about what readers wrote; the public log tells, without names."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import Reader
from stories.models import Comment, Report, Ruling
from stories.reactions import retention
from stories.reactions.moderation import TooLate, rule
from stories.reactions.retention import AFTERWARDS, TO_BE_READ
from tests.factories.home import make_site
from tests.factories.reactions import WILMA, make_comment, make_reader, make_report
from tests.factories.stories import make_story
from tests.stories.desk import make_user

pytestmark = pytest.mark.django_db
DESK = "/cms/reacties/"
LOG = "/huisregels/besluiten/"
Act = Ruling.Act


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture
def moderator(client):
    user = make_user("Moderatoren")
    client.force_login(user)
    return user


def decide(client, comment, act: str, **typed):
    asked = {"said": comment.pk, "act": act, **typed}
    return client.post(DESK, asked, follow=True)


def test_a_moderator_reads_what_waits_and_places_it(
    client, moderator, now, django_capture_on_commit_callbacks
):
    comment = make_comment(now=now, state="waiting", text="Bij ons ook.")
    seen = client.get(DESK).text

    with django_capture_on_commit_callbacks(execute=True):
        page = decide(client, comment, "approve")

    assert "Bij ons ook." in seen
    assert (
        "1 reactie wacht" in client.get("/cms/").text or "Er wacht niets" in page.text
    )
    comment.refresh_from_db()
    assert (comment.state, comment.shown_at) == ("shown", now)
    assert [mail.to for mail in outbox.outbox] == [[WILMA]]
    assert f"/reacties/#reactie-{comment.pk}" in outbox.outbox[0].body
    assert Ruling.objects.get().by == moderator


def test_hiding_asks_for_a_ground(client, moderator, now):
    comment = make_comment(now=now)
    make_report(comment, now=now)

    page = decide(client, comment, "hide", ground="")

    assert "Kies een grond om te verbergen." in page.text
    comment.refresh_from_db()
    assert comment.state == "shown"


def test_what_is_hidden_leaves_a_line_and_its_writer_hears_why(
    client, moderator, now, django_capture_on_commit_callbacks
):
    comment = make_comment(now=now, text="Koop bij mij.")
    make_report(comment, now=now, text="Reclame!")

    with django_capture_on_commit_callbacks(execute=True):
        decide(client, comment, "hide", ground="advert")

    page = client.get(f"/verhalen/{comment.story.slug}/reacties/").text
    assert "Koop bij mij." not in page
    assert "Wilma" not in page
    assert "25 november 2026 is verborgen: reclame" in page
    assert "De grond: reclame" in outbox.outbox[0].body
    assert "Koop bij mij." in outbox.outbox[0].body
    assert Report.objects.get().settled_at == now


def test_what_nobody_had_read_leaves_no_line(client, moderator, now):
    comment = make_comment(now=now, state="waiting")

    decide(client, comment, "hide", ground="aside")

    page = client.get(f"/verhalen/{comment.story.slug}/reacties/").text
    assert "is verborgen" not in page


def test_what_is_put_back_is_to_be_read(client, moderator, now):
    comment = make_comment(now=now, state="hidden")

    decide(client, comment, "restore")

    comment.refresh_from_db()
    assert (comment.state, comment.ground) == ("shown", "")


def test_a_report_is_looked_at_and_the_comment_stays(client, moderator, now):
    comment = make_comment(now=now)
    make_report(comment, now=now)

    decide(client, comment, "keep")

    assert Comment.objects.get().state == "shown"
    assert not Comment.objects.to_look_at().exists()
    assert Ruling.objects.get().act == Act.KEEP


def test_who_reports_very_often_waits(client, now):
    comment = make_comment(now=now)
    address = f"/verhalen/{comment.story.slug}/reacties/{comment.pk}/melden/"

    pages = [client.post(address, {"ground": "advert"}) for _ in range(11)]

    assert [page.status_code for page in pages] == [302] * 10 + [422]
    assert "Probeer het over een uur" in pages[-1].text
    assert Report.objects.count() == 10


@pytest.mark.parametrize(
    ("state", "act"),
    [
        ("shown", Act.APPROVE),
        ("shown", Act.RESTORE),
        ("hidden", Act.HIDE),
        ("waiting", Act.KEEP),
        ("asked", Act.APPROVE),
    ],
)
def test_what_makes_no_sense_any_more_is_refused(state, act, now):
    comment = make_comment(now=now, state=state)
    ground = "advert" if act == Act.HIDE else ""

    with pytest.raises(TooLate):
        rule(said=comment, act=act, ground=ground, by=None, now=now)

    assert not Ruling.objects.exists()


def test_a_colleague_was_first(client, moderator, now):
    comment = make_comment(now=now)

    page = decide(client, comment, "approve")

    assert "Hier is intussen al over besloten." in page.text


@pytest.mark.parametrize(
    ("group", "may"),
    [("Moderatoren", True), ("Eindredactie", True), ("Redactie", False)],
)
def test_moderators_and_chiefs_decide(group, may, client, now):
    comment = make_comment(now=now, state="waiting")
    client.force_login(make_user(group))

    seen = client.get(DESK)
    client.post(DESK, {"said": comment.pk, "act": "approve"})

    assert seen.status_code == (200 if may else 302)
    assert Comment.objects.get().state == ("shown" if may else "waiting")
    assert (DESK in client.get("/cms/").text) is may


def test_nobody_else_gets_near(client, now):
    assert client.get(DESK).status_code == 302


def test_the_queue_costs_the_same_however_long(client, moderator, now):
    story, reader = make_story(), make_reader(now=now)
    make_report(make_comment(story, now=now), now=now)
    client.get(DESK)  # what is asked once
    counts = []

    for number in (3, 30):
        Comment.objects.bulk_create(
            Comment(
                story=story, reader=reader, text="x", state="waiting", written_at=now
            )
            for _ in range(number)
        )
        with CaptureQueriesContext(connection) as queries:
            client.get(DESK)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_the_log_names_nobody(client, moderator, now):
    story = make_story("Op vijf hoog")
    for act in ("hide", "keep"):
        decide(client, make_comment(story, now=now), act, ground="personal")
    decide(client, make_comment(story, now=now, state="hidden"), "restore")
    client.logout()

    page = " ".join(client.get(LOG).text.split())

    assert "Verborgen: persoonlijke aanval" in page
    assert "Teruggezet" in page
    assert "Op vijf hoog" in page
    for name in ("Wilma", WILMA, moderator.username):
        assert name not in page


def test_the_log_is_paged_and_costs_no_more(client, now):
    story = make_story()
    Ruling.objects.bulk_create(
        Ruling(story=story, act="hide", ground="advert", at=now) for _ in range(60)
    )

    with CaptureQueriesContext(connection) as queries:
        page = client.get(LOG)

    assert len(queries) <= 6
    assert "Pagina 1 van 2" in page.text


def test_of_what_was_answered_a_line_stays_without_name_and_words(now):
    first = make_comment(now=now)
    make_comment(first.story, now=now, email="els@x.example", parent=first)
    alone = make_comment(first.story, now=now)

    retention.erase(email=WILMA.upper(), now=now)

    first.refresh_from_db()
    left = (first.reader, first.name, first.text, first.state, first.ground)
    assert left == (None, "", "", "hidden", "gone")
    assert not Comment.objects.filter(pk=alone.pk).exists()
    assert Comment.objects.count() == 2


def test_who_asks_gets_what_they_wrote(now):
    make_comment(now=now, text="Bij ons ook.")

    [told] = retention.about(WILMA)["Reacties"]

    assert (told["naam"], told["reactie"]) == ("Wilma", "Bij ons ook.")


def test_it_is_forgotten_in_time(now):
    comment = make_comment(now=now)
    make_comment(comment.story, now=now, state="waiting")
    make_report(comment, now=now)

    early = retention.forget(now=now + AFTERWARDS - timedelta(days=1))
    unread = retention.forget(now=now + AFTERWARDS)
    left = Comment.objects.count()
    old = retention.forget(now=now + TO_BE_READ)

    assert (early, unread, left, old) == (0, 2, 1, 1)
    assert not Comment.objects.exists()
    assert Reader.objects.exists()  # the readers forget who is known by nothing


def test_what_was_emptied_is_not_put_back(now):
    first = make_comment(now=now)
    make_comment(first.story, now=now, email="els@x.example", parent=first)
    retention.erase(email=WILMA, now=now)

    with pytest.raises(TooLate):
        rule(said=first, act=Act.RESTORE, by=None, now=now)
