"""The selection: what goes in, what stays, and what somebody else sees of it."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from wagtail.models import PageViewRestriction

from stories.models import SharedList, SharedStory
from stories.reading_list import retention, rules
from stories.reading_list.rules import Entry
from tests.asked import statements
from tests.factories.home import make_person, make_photo
from tests.factories.stories import make_story, make_story_index

pytestmark = pytest.mark.django_db


def put_aside(client, *stories):
    for story in stories:
        response = client.post("/selectie/", {"erbij": story.pk})
    return response


def titles(response) -> list[str]:
    return [each.story.title for each in response.context["kept"]]


def test_who_only_reads_gets_no_cookie(client):
    story = make_story()

    for address in (story.url, "/verhalen/", "/selectie/"):
        assert client.get(address).cookies == {}


def test_a_story_goes_in_and_out_with_a_button(client):
    story = make_story("Bewaard")
    referer = {"Referer": story.full_url}

    response = client.post("/selectie/", {"erbij": story.pk}, headers=referer)
    there = client.get(story.url).content.decode()
    in_the_list = titles(client.get("/selectie/"))
    client.post("/selectie/", {"eraf": story.pk}, headers=referer)

    assert response.status_code == 302
    assert response["Location"] == f"{story.full_url}#verhaal-{story.pk}"
    assert list(response.cookies) == [settings.SESSION_COOKIE_NAME]
    assert f'name="eraf" value="{story.pk}"' in there
    assert in_the_list == ["Bewaard"]
    assert titles(client.get("/selectie/")) == []
    assert f'name="erbij" value="{story.pk}"' in client.get(story.url).content.decode()


def test_every_card_of_the_index_has_the_button(client):
    first, second = make_story(), make_story()
    put_aside(client, first)

    html = client.get("/verhalen/").content.decode()

    assert f'name="eraf" value="{first.pk}"' in html
    assert f'name="erbij" value="{second.pk}"' in html


def test_a_script_gets_the_button_alone_as_it_is_now(client):
    story, other, gone = make_story('Los & "vast"'), make_story(), make_story()
    put_aside(client, other, gone)
    gone.unpublish()
    card = {"X-Part": "card"}

    added = client.post("/selectie/", {"erbij": story.pk}, headers=card).text
    taken = client.post("/selectie/", {"eraf": story.pk}, headers=card).text

    assert f'name="eraf" value="{story.pk}"' in added
    assert "haal Los &amp; &quot;vast&quot; eruit" in added
    assert "Bekijk je selectie (2)" in added  # the one that is gone is not seen there
    assert f'name="erbij" value="{story.pk}"' in taken
    assert "Bekijk je selectie (1)" in taken
    assert "<html" not in added + taken


def test_a_script_hears_that_a_story_is_gone(client):
    story = make_story()
    story.unpublish()
    card = {"X-Part": "card"}

    answer = client.post("/selectie/", {"erbij": story.pk}, headers=card)

    assert answer.status_code == 404


def test_a_full_list_says_so_to_whoever_adds_one_more(client):
    story, *others = (make_story() for _ in range(rules.MOST + 1))
    put_aside(client, *others)
    here = {"Referer": story.full_url}

    page = client.post("/selectie/", {"erbij": story.pk}, headers=here)
    part = client.post("/selectie/", {"erbij": story.pk}, headers={"X-Part": "story"})
    listed = client.get("/selectie/")

    assert page["Location"] == f"/selectie/#verhaal-{story.pk}"
    assert "Je selectie is vol" in part.text
    assert "Je selectie is vol" in listed.text
    assert f'name="erbij" value="{story.pk}"' in part.text


def test_a_story_that_is_gone_takes_no_place_of_another(client):
    story = make_story("Nieuw")
    for number in range(rules.MOST):
        client.post("/selectie/", {"erbij": story.pk + 1 + number})

    before = client.get("/selectie/")
    put_aside(client, story)

    assert "Je selectie is vol" not in before.text
    assert titles(client.get("/selectie/")) == ["Nieuw"]


def test_a_member_has_one_selection_in_all_browsers(client):
    early, late, phone = make_story("Vroeg"), make_story("Laat"), Client()
    user = User.objects.create_user("iris")
    for browser in (client, phone):
        browser.force_login(user)

    put_aside(phone, early)
    put_aside(client, late)
    there = phone.get("/selectie/")

    assert titles(there) == ["Vroeg", "Laat"]
    assert "overal waar je inlogt" in there.text
    assert f'name="eraf" value="{late.pk}"' in phone.get(late.url).text
    assert "in deze browser" in Client().get("/selectie/").text


def test_order_and_notes_are_the_readers_own(client):
    one, two, three = (make_story(title) for title in ("Een", "Twee", "Drie"))
    put_aside(client, one, two, three)

    client.post("/selectie/", {"omhoog": three.pk})
    client.post("/selectie/", {"omlaag": one.pk})
    client.post("/selectie/", {"notitie": two.pk, "tekst": "Voor <b>Els</b>\n" * 2})

    response = client.get("/selectie/")
    assert titles(response) == ["Drie", "Een", "Twee"]
    assert "Voor &lt;b&gt;Els&lt;/b&gt; Voor" in response.content.decode()


def test_a_shared_list_stays_as_it_was(client):
    one, two = make_story("Een"), make_story("Twee")
    put_aside(client, one, two)
    client.post("/selectie/", {"notitie": one.pk, "tekst": "Begin hier"})

    link = client.post("/selectie/delen/")["Location"].partition("?")[0]
    client.post("/selectie/", {"leeg": "1"})

    response = client.get(link)
    assert titles(response) == ["Een", "Twee"]
    assert "Begin hier" in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert titles(client.get("/selectie/")) == []


def test_who_makes_links_very_often_waits(client):
    put_aside(client, make_story("Gedeeld"))

    made = [client.post("/selectie/delen/")["Location"] for _ in range(20)]
    refused = client.post("/selectie/delen/", follow=True)

    assert len(set(made)) == SharedList.objects.count() == 20
    assert "Je maakte al veel links." in refused.text


def test_who_gets_the_link_may_keep_the_stories(client, django_user_model):
    story = make_story("Gekregen")
    put_aside(client, story)
    link = client.post("/selectie/delen/")["Location"].partition("?")[0]
    other = type(client)()

    before = other.get(link).cookies
    other.post(link)

    assert before == {}
    assert titles(other.get("/selectie/")) == ["Gekregen"]


def test_what_is_no_longer_public_is_shown_to_nobody(client):
    gone, secret, stays = (
        make_story("Weg"),
        make_story("Besloten"),
        make_story("Blijft"),
    )
    put_aside(client, gone, secret, stays)
    link = client.post("/selectie/delen/")["Location"].partition("?")[0]
    gone.unpublish()
    PageViewRestriction.objects.create(
        page=secret.page_ptr, restriction_type=PageViewRestriction.LOGIN
    )

    assert titles(client.get("/selectie/")) == ["Blijft"]
    assert titles(client.get(link)) == ["Blijft"]


def test_an_empty_list_says_what_it_is_for(client):
    make_story_index()

    html = client.get("/selectie/").content.decode()
    shared = client.post("/selectie/delen/")

    assert "Je selectie is nog leeg" in html
    assert shared["Location"] == "/selectie/"
    assert SharedList.objects.count() == 0


@pytest.mark.parametrize(
    "posted",
    [
        {"erbij": "abc"},
        {"erbij": "-1"},
        {"erbij": "99999999999999999999"},
        {"erbij": "²"},
        {"eraf": "1"},
        {"omhoog": "1"},
        {"notitie": "1", "tekst": "x" * 5000},
        {"leeg": "1"},
        {},
    ],
)
def test_what_means_nothing_changes_nothing_and_sets_no_cookie(client, posted):
    make_story_index()

    response = client.post("/selectie/", posted)

    assert response.status_code == 302
    assert response.cookies == {}


@pytest.mark.parametrize(
    "back", ["https://elders.example/", "//elders.example", "javascript:alert(1)", "x"]
)
def test_a_button_leads_to_no_other_site(client, back):
    posted = {"erbij": make_story().pk}

    response = client.post("/selectie/", posted, headers={"Referer": back})

    assert response["Location"].partition("#")[0] == "/selectie/"


def test_a_button_on_another_site_does_nothing(client):
    story = make_story()
    elsewhere = {"Sec-Fetch-Site": "cross-site"}

    added = client.post("/selectie/", {"erbij": story.pk}, headers=elsewhere)
    put_aside(client, story)
    client.post("/selectie/delen/", headers=elsewhere)

    assert added.cookies == {}
    assert SharedList.objects.count() == 0


def test_a_list_is_full_at_fifty():
    full = [Entry(number) for number in range(rules.MOST)]

    assert rules.add(full, 999) == full
    assert rules.add(full[:-1], 999)[-1] == Entry(999)


@pytest.mark.parametrize(
    ("story", "steps", "order"),
    [(1, -1, [1, 2, 3]), (3, 1, [1, 2, 3]), (2, -1, [2, 1, 3]), (9, 1, [1, 2, 3])],
)
def test_moving_stops_at_the_ends(story, steps, order):
    entries = [Entry(1), Entry(2), Entry(3)]

    moved = rules.move(entries, story, steps)

    assert [entry.story for entry in moved] == order


def test_a_shared_list_is_forgotten_after_a_year(client, now):
    put_aside(client, make_story())
    client.post("/selectie/delen/")
    SharedList.objects.update(made_at=now - timedelta(days=365))

    retention.forget(now=now)

    assert SharedStory.objects.count() == SharedList.objects.count() == 0


def test_a_selection_is_forgotten_when_its_cookie_is(client, now):
    put_aside(client, make_story())
    session = Session.objects.get()
    Session.objects.update(expire_date=now)

    retention.forget(now=now)

    assert not Session.objects.filter(pk=session.pk).exists()


def test_an_unknown_link_is_not_found(client):
    make_story_index()

    assert client.get("/selectie/bestaat-niet/").status_code == 404


def test_a_list_asks_the_same_with_few_and_with_many(client):
    def one_more():
        put_aside(client, make_story(by=make_person(), photo=make_photo(size=(30, 20))))

    one_more()
    few = len(statements(client, "/selectie/"))
    for _ in range(9):
        one_more()

    many = len(statements(client, "/selectie/"))

    assert few == many <= 6
