"""Readers say that they take part in what a story calls for."""

import pytest

from home.models import Confirmation, Role
from stories.calls import retention
from stories.models import Answer, StoryPage
from stories.reactions.moderation import ban
from stories.reactions.retention import TO_BE_READ
from tests.asked import statements
from tests.factories.home import make_site
from tests.factories.reactions import WILMA, make_answer, make_comment
from tests.factories.stories import make_story
from tests.stories.desk import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture
def call() -> StoryPage:
    return make_story("Doe je mee?", kind="oproep")


def page_of(story) -> str:
    return f"/verhalen/{story.slug}/meedoen/"


def take_part(client, story, role="teamleider", **changes):
    number = Role.objects.get(slug=role).pk
    return client.post(page_of(story), {"role": number, "email": WILMA, **changes})


def press(client, **typed):
    asked = Confirmation.objects.latest("pk")
    return client.post(f"/bevestigen/{asked.token}/", typed)


def test_who_confirms_is_counted_by_role_and_named_if_they_like(client, call):
    take_part(client, call, name="Wilma de Haan")
    before = client.get(page_of(call)).text
    shown = client.get(f"/bevestigen/{Confirmation.objects.get().token}/").text

    welcome = client.get(press(client).url).text

    assert "Wilma de Haan, teamleider: ik doe mee" in shown
    assert "Wilma" not in before
    assert "Je doet mee." in welcome
    assert "Wilma de Haan" in welcome
    assert WILMA not in welcome
    assert "1 vakgenoot doet mee." in client.get(call.url).text


def test_who_confirms_when_it_is_off_the_site_is_not_led_there(client, call):
    take_part(client, call)
    call.unpublish()

    page = press(client)

    assert "nu niet op de site" in page.text


def test_who_fills_it_in_again_is_one_person_and_may_take_it_back(client, call):
    other = make_story("En hier?", kind="oproep")
    take_part(client, other)
    press(client)
    take_part(client, call, name="Wilma")
    press(client)
    take_part(client, call, role="manager")
    press(client)
    second = call.answers.get()

    press(client, intrekken="1")

    assert (second.role.slug, second.name) == ("manager", "")
    assert Answer.objects.get().story == other


def test_only_a_call_can_be_answered(client, call):
    story = make_story("Geen oproep")
    draft = make_story("Nog niet", kind="oproep", live=False)

    pages = [client.get(page_of(each)) for each in (story, draft)]
    late = take_part(client, story, name="Wilma de Haan")  # it was one a moment ago

    assert [page.status_code for page in pages] == [404, 404]
    assert late.status_code == 422
    assert "Deze oproep is intussen gesloten." in late.text
    assert not Answer.objects.exists()
    assert "Ik doe mee" not in client.get(story.url).text
    assert "Doe als eerste mee" in client.get(call.url).text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"role": ""}, "Kies je rol."),
        ({"name": "Koop op www.goedkoop.example"}, "zonder link"),
        ({"email": "wilma"}, "naam@voorbeeld.nl"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(client, call, typed, says):
    answer = client.post(page_of(call), {"role": "", "email": "", **typed})

    assert answer.status_code == 422
    assert says in answer.text
    assert not Answer.objects.exists()


def test_a_robot_and_who_is_banned_are_not_counted(client, call, now):
    take_part(client, call, website="https://spam.example")
    from_a_robot = Answer.objects.exists()
    ban(said=make_comment(now=now), ground="advert", days=9, by=None, now=now)
    take_part(client, call)

    page = client.get(press(client).url).text

    assert not from_a_robot
    assert "Je staat er niet bij." in page
    assert not Answer.objects.exists()


def test_the_list_asks_the_same_however_many_take_part(client, call, now):
    counts = []
    for number in (2, 5):
        for each in range(number):
            make_answer(call, now=now, email=f"{number}{each}@voorbeeld.example")
        counts.append(len(statements(client, page_of(call))))

    assert counts[0] == counts[1]


@pytest.mark.parametrize(("group", "may"), [("Moderatoren", True), ("Redactie", False)])
def test_a_moderator_takes_a_name_off_the_list(client, call, now, group, may):
    answer = make_answer(call, now=now, name="Koop nu")
    client.force_login(make_user(group))

    client.post(f"/cms/snippets/stories/answer/edit/{answer.pk}/", {"name": ""})

    assert ("Koop nu" not in client.get(page_of(call)).text) is may
    assert Answer.objects.counted().count() == 1


def test_it_is_forgotten_in_time_and_without_a_name_when_asked(call, now):
    make_answer(call, now=now)

    retention.unname(email=WILMA, now=now)
    nameless = list(Answer.objects.values_list("reader", "name"))
    retention.forget(now=now + TO_BE_READ)

    assert nameless == [(None, "")]
    assert not Answer.objects.exists()
