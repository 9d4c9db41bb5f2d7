"""Follow something, hear of it once, and by mail at most once a day of a kind."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.test import Client

from community.tasks import follow_up as follow_up_outcome
from home.following import retention
from home.following.registry import Kind, tells
from home.following.rules import closes_at
from home.following.services import News, follow, notify, see_all, switch
from home.mail.services import pay_owed_mail
from home.models import Follow, Notice
from stories.following.services import tell_of_comment
from stories.models import Theme
from stories.reactions.moderation import rule
from stories.tasks import follow_up
from tests.asked import statements
from tests.factories.community import make_group, make_outcome
from tests.factories.home import make_site
from tests.factories.people import make_account
from tests.factories.reactions import make_comment
from tests.factories.stories import make_story, make_story_index

pytestmark = pytest.mark.django_db
tells("proef", Kind("een proef"))
tells("spoed", Kind("iets dat niet kan wachten", is_urgent=True))
AN_HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture
def iris(now, client):
    user = make_account(now)
    client.force_login(user)
    return user


def tell(now, *users, key="1", kind="proef"):
    news = News(kind, key, f"Nieuws {key}", f"/nieuws/{key}/")
    return notify(users=[user.pk for user in users], news=news, now=now)


def test_a_link_leads_to_a_button_that_follows_and_stops(iris, client):
    theme = Theme.objects.get(slug="mens")
    address = f"/account/volgen/thema/{theme.pk}/"
    asked = client.get(address)
    before = Follow.objects.count()

    answer = client.post(address)
    client.post(address)
    followed = client.get("/account/berichten/").text
    client.post(address, {"stop": "1"})

    assert "Volg dit" in asked.text
    assert (before, answer["Location"]) == (0, "/verhalen/?thema=mens")
    assert "Het thema Mens" in followed
    assert Follow.objects.count() == 0


def test_all_that_one_follows_is_paged_and_asks_the_same(iris, client, now):
    for _ in range(2):
        follow(user=iris, kind="verhaal", about_id=make_story().pk, now=now)
    few = statements(client, "/account/volgen/")
    for number in range(25):
        story = make_story(title=f"Verhaal {number}")
        follow(user=iris, kind="verhaal", about_id=story.pk, now=now)

    many = statements(client, "/account/volgen/")

    assert len(many) == len(few)
    assert "Alles wat je volgt" in client.get("/account/berichten/").text
    assert "Verhaal 24" in client.get("/account/volgen/?pagina=2").text
    assert Client().get("/account/volgen/").status_code == 302


def test_the_page_of_a_theme_leads_to_its_button(client):
    make_story_index()
    theme = Theme.objects.get(slug="mens")
    link = f'href="/account/volgen/thema/{theme.pk}/"'

    assert link in client.get("/verhalen/?thema=mens").text
    assert "/account/volgen/thema/" not in client.get("/verhalen/").text


def test_what_is_not_there_can_not_be_followed(iris, client):
    hidden = make_story(live=False)

    for thing in (f"verhaal/{hidden.pk}", "verhaal/999999", "niets/1"):
        assert client.post(f"/account/volgen/{thing}/").status_code == 404
    nobody = Client().post("/account/volgen/thema/1/")
    assert nobody["Location"].startswith("/account/inloggen/?next=")


def test_a_new_story_is_told_once_to_who_follows_its_theme(iris, client, now):
    theme = Theme.objects.get(slug="mens")
    follow(user=iris, kind="thema", about_id=theme.pk, now=now)
    story = make_story("Aan de lijn", theme="mens")
    draft = make_story("Nog niet", theme="mens", live=False)

    for each in (story, story, draft):
        follow_up.func(each.pk)

    told = Notice.objects.get()
    assert (told.user, told.title) == (iris, "Nieuw verhaal: Aan de lijn")
    assert f'href="{story.url}"' in client.get("/account/berichten/").text


def test_a_comment_is_told_to_followers_but_not_to_its_writer(iris, now):
    story, pim = make_story(), make_account(now)
    for user in (iris, pim):
        follow(user=user, kind="verhaal", about_id=story.pk, now=now)

    said = make_comment(story=story, now=now, email=pim.email, state="shown")
    tell_of_comment(said, now=now)

    told = Notice.objects.get()
    assert (told.user, told.address) == (
        iris,
        f"/verhalen/{story.slug}/reacties/#reactie-{said.pk}",
    )


def test_a_comment_that_is_hidden_is_told_to_nobody(iris, now):
    said = make_comment(now=now, state="waiting")
    follow(user=iris, kind="verhaal", about_id=said.story_id, now=now)

    rule(said=said, act="hide", by=None, now=now, ground="advert")

    assert not Notice.objects.exists()


def test_mails_gather_for_an_hour_and_then_until_the_next_morning(iris, now):
    tell(now, iris, key="1")
    tell(now + AN_HOUR / 2, iris, key="2")
    early = pay_owed_mail(now=now + AN_HOUR / 2)
    first = pay_owed_mail(now=now + AN_HOUR)
    tell(now + 2 * AN_HOUR, iris, key="3")
    same_day = pay_owed_mail(now=now + 8 * AN_HOUR)
    tomorrow = pay_owed_mail(now=now + 17 * AN_HOUR)

    assert (early, first, same_day, tomorrow) == (0, 1, 0, 1)
    assert [mail.subject for mail in outbox.outbox] == [
        "2 keer nieuws: een proef",
        "Nieuws 3",
    ]


def test_what_is_told_in_the_last_minute_goes_along_with_the_next_mail(iris, now):
    """It may be written after the mail was."""
    tell(now, iris, key="1")
    tell(now + AN_HOUR - timedelta(seconds=30), iris, key="2")

    sent = [pay_owed_mail(now=now + hours * AN_HOUR) for hours in (1, 17)]

    assert sent == [1, 1]
    assert [mail.subject for mail in outbox.outbox] == ["Nieuws 1", "Nieuws 2"]


def test_the_next_morning_is_at_seven(now):
    assert closes_at(now, None) == now + AN_HOUR
    assert closes_at(now, now - timedelta(days=1)) == now + AN_HOUR
    assert closes_at(now, now).isoformat() == "2026-11-26T07:00:00+01:00"


def test_what_was_read_on_the_site_is_not_mailed(iris, client, now):
    tell(now, iris)

    client.post("/account/berichten/", {"seen": "1"})

    assert Notice.objects.unseen().count() == 0
    assert pay_owed_mail(now=now + AN_HOUR) == 0


def test_what_can_not_wait_is_mailed_at_once_each_time(iris, now):
    tell(now, iris, key="1", kind="spoed")
    tell(now, iris, key="2", kind="spoed")

    assert pay_owed_mail(now=now) == 2


def test_a_switch_stops_the_mail_of_one_kind_only(iris, client, now):
    client.post("/account/berichten/", {"mail": "1", "by_mail": ["spoed"]})
    tell(now, iris, key="1")
    tell(now, iris, key="2", kind="spoed")

    sent = pay_owed_mail(now=now + AN_HOUR)
    wrong = client.post("/account/berichten/", {"mail": "1", "by_mail": ["x"]})

    assert (sent, Notice.objects.count()) == (1, 2)
    assert wrong.status_code == 422


def test_a_switch_also_stops_a_mail_that_waits(iris, now):
    tell(now, iris)

    switch(user=iris, by_mail=[])

    assert pay_owed_mail(now=now + AN_HOUR) == 0


def test_what_one_chooses_changes_nothing_for_another(iris, client, now):
    story, pim = make_story(), make_account(now)
    for user in (iris, pim):
        follow(user=user, kind="verhaal", about_id=story.pk, now=now)
    switch(user=pim, by_mail=["proef"])
    tell(now, iris, pim)

    client.post(f"/account/volgen/verhaal/{story.pk}/", {"stop": "1"})
    client.post("/account/berichten/", {"seen": "1"})
    client.post("/account/berichten/", {"mail": "1", "by_mail": ["spoed"]})

    assert Follow.objects.get().user == pim
    assert Notice.objects.unseen().get().user == pim
    assert pim.switches.filter(kind="spoed").exists()


def test_nobody_is_told_twice_and_nobody_who_left(iris, now):
    gone = make_account(now)
    gone.is_active = False
    gone.save()

    told = [tell(now, iris, gone), tell(now, iris, gone)]

    assert told == [1, 0]


def test_many_are_told_in_as_many_statements_as_one(
    iris, now, django_assert_max_num_queries
):
    users = [iris, *(make_account(now) for _ in range(9))]

    with django_assert_max_num_queries(12):
        tell(now, *users[:1], key="1")
    with django_assert_max_num_queries(12):
        tell(now, *users, key="2")

    assert Notice.objects.count() == 11


def test_an_outcome_is_told_to_who_follows_the_group(iris, now):
    group = make_group("kwaliteit")
    follow(user=iris, kind="werkgroep", about_id=group.pk, now=now)

    outcome = make_outcome(group, title="Wat we vinden")
    follow_up_outcome.func(outcome.pk)
    follow_up_outcome.func(outcome.pk)

    assert Notice.objects.get().title == "Werkgroep Kwaliteit: Wat we vinden"


def test_notices_are_forgotten_and_given(iris, now):
    theme = Theme.objects.get(slug="mens")
    follow(user=iris, kind="thema", about_id=theme.pk, now=now)
    tell(now, iris)
    see_all(user=iris, now=now)

    told = retention.about(iris.email)
    gone = retention.forget(now=now + timedelta(days=91))

    assert told["Wat je volgt"][0]["wat"] == "Het thema Mens"
    assert told["Berichten aan jou"][0]["bericht"] == "Nieuws 1"
    assert (gone, Follow.objects.count()) == (2, 1)
    assert retention.erase(email=iris.email, now=now) == 1
