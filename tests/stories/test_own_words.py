"""A reader has a say over own words: taken back, without a name, or as the author."""

from datetime import timedelta

import pytest

from events.organiser.privacy.services import erase
from home.models import Confirmation, Reader
from home.readers import retention as readers
from home.readers.retention import UNUSED
from stories.field_tests.services import Judgement, judge
from stories.models import Comment, Credit, FieldTest
from stories.reactions.services import Words, write
from tests.factories.contributions import make_contributor
from tests.factories.home import make_person, make_site
from tests.factories.reactions import WILMA, make_comment, make_practice_story
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture
def confirmed(client, now):
    """A comment, and the address of the link by which it was confirmed."""
    words = Words(name="Wilma", text="Bij ons ook.")
    comment = write(story=make_story(), email=WILMA, words=words, now=now)
    link = f"/bevestigen/{Confirmation.objects.get().token}/"
    client.post(link)
    return comment, link


def test_by_the_same_link_a_comment_is_taken_back(client, confirmed):
    _, link = confirmed

    seen = client.get(link).text
    page = client.post(link, {"intrekken": "1"})

    assert "Bij ons ook." in seen
    assert "Trek dit in" in seen
    assert "Het is weg" in page.text
    assert not Comment.objects.exists()
    assert client.get(link).status_code == 410


def test_of_what_was_answered_a_line_stays(client, confirmed, now):
    comment, link = confirmed
    make_comment(comment.story, now=now, email="els@x.example", parent=comment)

    client.post(link, {"intrekken": "1"})

    comment.refresh_from_db()
    left = (comment.reader, comment.name, comment.text, comment.ground)
    assert left == (None, "", "", "gone")


def test_nothing_is_taken_back_before_it_was_confirmed(client, now):
    words = Words(name="Wilma", text="Bij ons ook.")
    write(story=make_story(), email=WILMA, words=words, now=now)
    link = f"/bevestigen/{Confirmation.objects.get().token}/"

    page = client.post(link, {"intrekken": "1"})

    assert page.status_code == 410
    assert Comment.objects.get().state == "asked"


def test_the_link_lasts_as_long_as_the_words(client, confirmed, now):
    comment, link = confirmed

    readers.forget(now=now + UNUSED)
    kept = client.get(link).status_code
    comment.delete()
    readers.forget(now=now + UNUSED)

    assert kept == 200
    assert not Confirmation.objects.exists()
    assert not Reader.objects.exists()


def test_a_verdict_is_taken_back_too(client, now):
    judgement = Judgement(verdict="other", role="klant", reason="Niet bij ons.")
    judge(story=make_practice_story(), email=WILMA, judgement=judgement, now=now)
    link = f"/bevestigen/{Confirmation.objects.get().token}/"
    client.post(link)

    client.post(link, {"intrekken": "1"})

    assert not FieldTest.objects.exists()


def test_the_link_of_a_verdict_changes_no_comment_of_the_same_number(client, now):
    judgement = Judgement(verdict="other", role="klant", reason="Niet bij ons.")
    judge(story=make_practice_story(), email=WILMA, judgement=judgement, now=now)
    asked = Confirmation.objects.get()
    client.post(f"/bevestigen/{asked.token}/")
    comment = make_comment(pk=asked.about_id, now=now, email="els@x.example")

    page = client.post(f"/reacties/{asked.token}/", {"text": "Iets anders."})

    assert page.status_code == 410
    assert Comment.objects.get().text == comment.text


def test_who_is_erased_may_leave_the_words_without_a_name(client, now):
    comment = make_comment(now=now, text="Bij ons ook.")
    make_comment(comment.story, now=now, state="waiting", text="En dit.")

    erase(email=WILMA, now=now, words_stay=True)

    page = client.get(f"/verhalen/{comment.story.slug}/reacties/").text
    assert "Bij ons ook." in page
    assert "Zonder naam" in page
    assert "Wilma" not in page
    assert Comment.objects.count() == 1
    assert not Reader.objects.exists()


def test_who_is_credited_is_marked_at_a_comment(client, now):
    person = make_person("Wilma Postma")
    story, other = make_story(), make_story()
    for one, name in ((story, person), (other, make_person("Els"))):
        Credit.objects.create(story=one, person=name)
    make_contributor(person, now=now)
    for one in (story, other):
        make_comment(one, now=now)
    make_comment(story, now=now, email="els@x.example")

    pages = [
        client.get(f"/verhalen/{one.slug}/reacties/").text for one in (story, other)
    ]

    assert [page.count("Maker van dit verhaal") for page in pages] == [1, 0]


def test_who_is_credited_under_another_name_is_not_told_by_a_comment(client, now):
    hidden = make_person("De Uil", own_name="Wilma Postma", pseudonym="De Uil")
    make_contributor(hidden, now=now)
    story = make_story(by=hidden)
    make_comment(story, now=now, name="Wilma")
    address = f"/verhalen/{story.slug}/reacties/"
    under_own_name = client.get(address).text

    make_comment(story, now=now, name="De Uil")
    under_both = client.get(address).text

    pages = [under_own_name, under_both]
    assert [page.count("Maker van dit verhaal") for page in pages] == [0, 1]


def test_a_link_of_long_ago_without_words_is_forgotten(confirmed, now):
    comment, _ = confirmed
    Comment.objects.filter(pk=comment.pk).update(reader=None, text="")

    readers.forget(now=now + UNUSED + timedelta(days=1))

    assert not Confirmation.objects.exists()
