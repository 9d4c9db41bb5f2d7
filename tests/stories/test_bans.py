"""A moderator keeps somebody out for a time: with a ground, and told to them."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.db import IntegrityError

from home.models import Confirmation
from stories.field_tests.services import Judgement, judge
from stories.models import Comment, FieldTest, Ruling
from stories.reactions import retention
from stories.reactions.moderation import TooLate, ban
from stories.reactions.services import Words, write
from tests.factories.home import make_site
from tests.factories.reactions import WILMA, make_comment, make_practice_story
from tests.stories.desk import make_user

pytestmark = pytest.mark.django_db
DESK = "/cms/reacties/"


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture
def comment(now):
    return make_comment(now=now, text="Koop bij mij.")


def confirm_another(client, comment, now):
    """The reader writes again, and presses the button in the mail."""
    words = Words(name="Wilma", text="Nog iets.")
    write(story=comment.story, email=WILMA, words=words, now=now)
    token = Confirmation.objects.latest("pk").token
    return client.post(f"/bevestigen/{token}/", follow=True)


def decide(client, comment, act: str, **typed):
    asked = {"said": comment.pk, "act": act, **typed}
    return client.post(f"{DESK}?alles=1", asked, follow=True)


def test_who_is_banned_is_told_why_and_says_nothing_any_more(
    client, comment, now, django_capture_on_commit_callbacks
):
    client.force_login(make_user("Moderatoren"))
    with django_capture_on_commit_callbacks(execute=True):
        desk = decide(client, comment, "ban", ground="advert", days="30")
    client.logout()

    page = confirm_another(client, comment, now)

    assert "De schrijver is geweerd." in desk.text
    assert "Geweerd tot 25 december 2026: reclame" in desk.text
    [mail] = outbox.outbox
    assert mail.to == [WILMA]
    assert "tot 25 december 2026 niet reageren" in mail.body
    assert "De grond: reclame" in mail.body
    assert "Je reactie is niet geplaatst." in page.text
    assert Comment.objects.get() == comment


def test_a_verdict_of_who_is_banned_does_not_count(client, comment, now):
    ban(said=comment, ground="advert", days=30, by=None, now=now)
    judgement = Judgement(verdict="other", role="klant")
    judge(story=make_practice_story(), email=WILMA, judgement=judgement, now=now)

    token = Confirmation.objects.latest("pk").token
    page = client.post(f"/bevestigen/{token}/", follow=True)

    assert "Je oordeel telt niet mee." in page.text
    assert not FieldTest.objects.exists()


def test_a_ban_asks_for_a_ground_and_a_term(client, comment):
    client.force_login(make_user("Moderatoren"))

    page = decide(client, comment, "ban")

    assert "Kies een grond om te weren." in page.text
    assert "Kies hoe lang." in page.text
    assert not Ruling.objects.exists()


def test_who_is_admitted_again_writes_as_before(client, comment, now):
    another = make_comment(comment.story, now=now, email="els@x.example")
    for said in (comment, another):
        ban(said=said, ground="advert", days=30, by=None, now=now)
    client.force_login(make_user("Moderatoren"))
    decide(client, comment, "lift")

    confirm_another(client, comment, now)

    assert Comment.objects.filter(reader=comment.reader).count() == 2
    assert Ruling.objects.banning(now).get().reader == another.reader


def test_nobody_is_banned_twice_at_a_time(comment, now):
    ban(said=comment, ground="advert", days=30, by=None, now=now)

    with pytest.raises(TooLate):
        ban(said=comment, ground="privacy", days=365, by=None, now=now)


def test_a_ban_ends_by_itself_and_the_address_is_forgotten(client, comment, now):
    ban(said=comment, ground="advert", days=30, by=None, now=now)
    later = now + timedelta(days=30)

    retention.forget(now=now)
    told = retention.about(WILMA)["Geweerd"]
    retention.forget(now=later)

    assert told == [{"grond": "reclame", "op": now, "tot": later}]
    assert Ruling.objects.get().reader is None


def test_the_log_tells_of_it_without_a_name(client, comment, now):
    ban(said=comment, ground="advert", days=30, by=None, now=now)

    page = " ".join(client.get("/huisregels/besluiten/").text.split())

    assert "Geweerd: reclame" in page
    assert "tot 25 december 2026" in page
    assert "Wilma" not in page


@pytest.mark.parametrize("wrong", [{"ground": ""}, {"until": None}, {"act": "keep"}])
def test_the_database_refuses_half_a_ban(wrong, comment, now):
    ban(said=comment, ground="advert", days=30, by=None, now=now)

    with pytest.raises(IntegrityError):
        Ruling.objects.update(**wrong)
