"""Who wrote enough is rewarded, once per round, whatever happens afterwards."""

from datetime import date

import pytest
from django.core import mail as outbox
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from stories.contributions.programme import honour_writers
from stories.contributions.rules import months_later, rounds, short_of
from stories.models import Contributor, ContributorSettings, Credit, Reward, StoryPage
from stories.tasks import follow_up
from tests.factories.contributions import make_contributor
from tests.factories.home import make_person, make_site
from tests.factories.reactions import WILMA
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.mark.parametrize(
    ("pieces", "made", "short"), [(0, 0, 3), (2, 0, 1), (3, 1, 3), (7, 2, 2)]
)
def test_rounds_and_what_is_short_of_the_next(pieces, made, short):
    assert rounds(pieces, a_round=3) == made
    assert short_of(pieces, earned=made, a_round=3) == short


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 25), 12, date(2027, 11, 25)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 8, 31), 1, date(2027, 9, 30)),
    ],
)
def test_months_end_where_the_month_ends(day, months, later):
    assert months_later(day, months) == later


def write(person, number: int) -> list[StoryPage]:
    return [make_story(by=person) for _ in range(number)]


def test_the_third_piece_earns_a_code_and_a_level(
    client, now, django_capture_on_commit_callbacks
):
    writer = make_contributor(now=now)
    write(writer.person, 2)
    early = honour_writers(now=now)
    story = make_story(by=writer.person)

    with django_capture_on_commit_callbacks(execute=True):
        follow_up.func(story.pk)  # what publishing asks for

    reward = Reward.objects.get()
    assert early == 0
    assert (reward.round, reward.level, reward.value) == (1, "Pro", 200)
    assert reward.valid_until == date(2027, 11, 25)
    sent = [mail for mail in outbox.outbox if mail.to == [WILMA]]
    assert len(sent) == 1
    assert reward.code in sent[0].body
    profile = client.get(writer.person.get_absolute_url()).text
    assert "Pro, schrijft mee" in profile
    assert reward.code not in profile


def test_a_level_ends(client, now, time_machine):
    writer = make_contributor(now=now)
    write(writer.person, 3)
    honour_writers(now=now)

    time_machine.move_to(now.replace(year=2028), tick=False)

    assert "schrijft mee" not in client.get(writer.person.get_absolute_url()).text


def test_asked_again_nothing_comes_on_top(now):
    writer = make_contributor(now=now)
    write(writer.person, 4)

    given = [honour_writers(now=now) for _ in range(3)]

    assert given == [1, 0, 0]


def test_an_earned_reward_is_never_taken_back_nor_earned_twice(now):
    writer = make_contributor(now=now)
    stories = write(writer.person, 3)
    honour_writers(now=now)
    stories[0].unpublish()
    honour_writers(now=now)

    write(writer.person, 1)
    again = honour_writers(now=now)

    assert again == 0
    assert Reward.objects.count() == 1


def test_of_a_piece_by_two_each_gets_it_counted(now):
    one = make_contributor(now=now)
    two = make_contributor(make_person("Els"), now=now, email="els@x.example")
    for story in write(one.person, 3):
        story.credits.add(Credit(person=two.person, part=Credit.Part.TEXT))
        story.save()

    honour_writers(now=now)

    assert set(Reward.objects.values_list("person", "round")) == {
        (one.person_id, 1),
        (two.person_id, 1),
    }


@pytest.mark.parametrize(
    "change", [{"part": Credit.Part.PICTURE}, {"part": Credit.Part.INTERVIEW}]
)
def test_only_text_counts(change, now):
    writer = make_contributor(now=now)
    write(writer.person, 3)
    Credit.objects.update(**change)

    assert honour_writers(now=now) == 0


def test_who_does_not_write_along_earns_nothing(now):
    write(make_person(), 3)

    assert honour_writers(now=now) == 0


def test_the_settings_say_how_many_and_the_past_stays_as_it_was(now):
    writer = make_contributor(now=now)
    write(writer.person, 3)
    honour_writers(now=now)
    rule = ContributorSettings.load()
    rule.pieces, rule.reward, rule.value, rule.months = 1, "een boek", 25, 1
    rule.save()

    honour_writers(now=now)

    told = Reward.objects.order_by("round").values_list("what", "value", "valid_until")
    assert list(told) == [
        ("een gratis pro-abonnement", 200, date(2027, 11, 25)),
        ("een boek", 25, date(2026, 12, 25)),
        ("een boek", 25, date(2026, 12, 25)),
    ]


def test_the_database_gives_a_round_once(now):
    writer = make_contributor(now=now)
    write(writer.person, 3)
    honour_writers(now=now)
    reward = Reward.objects.get()
    reward.pk, reward.code = None, "ENG-X"

    with pytest.raises(IntegrityError), transaction.atomic():
        reward.save()


def test_editors_see_who_is_one_piece_short_first_and_honour_codes(client, editor, now):
    far = make_contributor(make_person("Anna Ver"), now=now, email="a@x.example")
    near = make_contributor(make_person("Zita Bijna"), now=now, email="z@x.example")
    there = make_contributor(make_person("Bram Er"), now=now, email="b@x.example")
    for writer, number in ((far, 1), (near, 2), (there, 3)):
        write(writer.person, number)
    honour_writers(now=now)
    desk = "/cms/bijdragen/schrijvers/"

    page = client.get(desk).text
    client.post(desk, {"reward": Reward.objects.get().pk})

    assert page.index("Zita Bijna") < page.index("Anna Ver") < page.index("Bram Er")
    assert "<b>nog 1 stuk</b>" in page
    assert Reward.objects.get().code in page
    assert Reward.objects.get().redeemed_at == now
    assert "Ingewisseld op 25 november 2026" in client.get(desk).text


def test_what_was_earned_is_not_told_to_be_near_again(client, editor, now):
    back = make_contributor(make_person("Anna Terug"), now=now, email="a@x.example")
    near = make_contributor(make_person("Zita Bijna"), now=now, email="z@x.example")
    stories = write(back.person, 3)
    write(near.person, 2)
    honour_writers(now=now)

    stories[0].unpublish()

    page = client.get("/cms/bijdragen/schrijvers/").text
    assert page.count("<b>nog 1 stuk</b>") == 1
    assert "nog 4 stukken" in page
    assert page.index("Zita Bijna") < page.index("Anna Terug")


def test_the_list_of_writers_costs_the_same_however_long(client, editor, now):
    client.get("/cms/bijdragen/schrijvers/")  # what is asked once
    counts = []
    for round_of in range(2):
        for number in range(3):
            email = f"{round_of}{number}@x.example"
            make_contributor(make_person(email), now=now, email=email)
        with CaptureQueriesContext(connection) as queries:
            client.get("/cms/bijdragen/schrijvers/")
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert Contributor.objects.count() == 6
