"""Who must look at something hears that it waits: one mail an hour, no names."""

from datetime import timedelta

import pytest

from home.mail.services import pay_owed_mail
from home.models import Confirmation
from stories.models import Comment
from stories.reactions.services import Words, write
from stories.review.services import tell_of_work
from tests.factories.contributions import make_contribution
from tests.factories.home import make_site
from tests.factories.reactions import make_comment, make_report
from tests.factories.stories import make_story
from tests.stories.desk import make_user

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture(autouse=True)
def newsroom():
    """A moderator, an editor, and somebody without an address."""
    users = [make_user(group) for group in ("Moderatoren", "Redactie")]
    for user in users:
        user.email = f"{user.username}@geluid.example"
        user.save()
    make_user("Eindredactie")


def confirm_one(client, story, number, at):
    words = Words(name="Wilma", text=f"Nummer {number}.")
    write(story=story, email=f"{number}@x.example", words=words, now=at)
    client.post(f"/bevestigen/{Confirmation.objects.latest('pk').token}/")


def told(mailoutbox, *, now) -> list[str]:
    """To whom a tick of this minute wrote."""
    before = len(mailoutbox)
    tell_of_work(now=now)
    pay_owed_mail(now=now)
    return [mail.to[0].partition("@")[0] for mail in mailoutbox[before:]]


def test_many_comments_are_one_mail_to_who_moderates(client, now, mailoutbox):
    story = make_story()
    for number in range(3):
        confirm_one(client, story, number, now)

    whom = told(mailoutbox, now=now)

    assert whom == ["moderatoren"]
    assert "3 reacties die wachten of gemeld zijn" in mailoutbox[0].body
    assert "/cms/reacties/" in mailoutbox[0].body
    assert "Wilma" not in mailoutbox[0].body


def test_the_next_comes_an_hour_later_when_something_is_new(
    client, now, mailoutbox, time_machine
):
    story = make_story()
    confirm_one(client, story, 1, now)
    first = told(mailoutbox, now=now)
    time_machine.move_to(now + MINUTE, tick=False)
    confirm_one(client, story, 2, now)

    soon = told(mailoutbox, now=now + 2 * MINUTE)
    later = told(mailoutbox, now=now + 60 * MINUTE)
    nothing_new = told(mailoutbox, now=now + 180 * MINUTE)

    asked = [first, soon, later, nothing_new]
    assert asked == [["moderatoren"], [], ["moderatoren"], []]
    assert "2 reacties" in mailoutbox[-1].body


def test_a_piece_is_for_the_editors_and_a_report_for_the_moderators(now, mailoutbox):
    make_contribution(now=now)
    pieces = told(mailoutbox, now=now)
    later = now + 61 * MINUTE
    make_report(make_comment(now=now), now=later)

    reports = told(mailoutbox, now=later + MINUTE)

    assert (pieces, reports) == (["redactie"], ["moderatoren"])
    assert "1 ingeleverd stuk van een lezer" in mailoutbox[0].body


def test_what_a_colleague_did_meanwhile_is_not_mailed(client, now, mailoutbox):
    confirm_one(client, make_story(), 1, now)
    tell_of_work(now=now)
    Comment.objects.update(state="shown", shown_at=now)

    pay_owed_mail(now=now)

    assert not mailoutbox
