"""What a member says of themselves: which name is shown, to whom, what ties them."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client

from home.models import Interest, Person
from home.profiles import retention
from home.profiles.services import Told, change_profile
from stories.models import StoryPage
from tests.factories.community import make_group, make_member
from tests.factories.home import make_person, make_photo, make_site
from tests.factories.people import (
    make_account,
    make_interest,
    make_member_of_the_site,
)
from tests.factories.reactions import make_comment
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db
Seen = Person.Visibility
FILLED_IN = {"name": "Iris Blom", "visibility": "iedereen"}


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)
    make_site()


@pytest.fixture
def iris(now, client) -> Person:
    """With a story and an account, logged in."""
    person = make_member_of_the_site(now, "Iris Blom", photo=make_photo())
    make_story("Aan de lijn", by=person)
    client.force_login(person.user)
    return person


def hide(person, **told) -> Person:
    return change_profile(person=person, told=Told(name="Iris Blom", **told))


def everywhere(person) -> str:
    """What a visitor reads where a name can stand."""
    visitor, story = Client(), StoryPage.objects.get(title="Aan de lijn")
    pages = ["/verhalen/", story.url, "/verhalen/feed/", "/zoeken/?zoek=iris+blom"]
    pages += ["/sitemap.xml", person.get_absolute_url()]
    return "".join(visitor.get(page).text for page in pages)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ({"pseudonym": "De Uil"}, "De Uil"),
        ({"visibility": Seen.MEMBERS}, "Naam bij ons bekend"),
        ({"visibility": Seen.NOBODY}, "Naam bij ons bekend"),
    ],
)
def test_a_name_that_is_not_for_everybody_stands_nowhere(iris, told, shown, searchable):
    before = everywhere(iris)
    old = iris.get_absolute_url()

    iris = hide(iris, **told)

    after = everywhere(iris)
    assert "Iris Blom" in before
    assert "Iris" not in after.replace('value="iris blom"', "")
    assert "iris-blom" not in after
    assert shown in after
    assert (iris.photo, Client().get(old).status_code) == (None, 404)


def test_who_is_hidden_has_no_page_in_lists_and_no_dead_link(iris):
    iris = hide(iris, visibility=Seen.NOBODY)

    page = Client().get(iris.get_absolute_url())

    assert page["X-Robots-Tag"] == "noindex"
    assert "kiest ervoor hier niet met naam" in page.text
    assert iris.slug not in Client().get("/sitemap.xml").text
    assert Client().get(f"/verhalen/auteur/{iris.slug}/feed/").status_code == 404


def test_members_read_the_name_of_who_is_there_for_members(iris, client, now):
    iris = hide(iris, visibility=Seen.MEMBERS)
    address = iris.get_absolute_url()
    client.force_login(make_account(now))

    assert "<h1>Iris Blom</h1>" in client.get(address).text
    iris = hide(iris, visibility=Seen.NOBODY)
    assert "Iris" not in client.get(iris.get_absolute_url()).text
    iris = hide(iris, visibility=Seen.MEMBERS, pseudonym="De Uil")
    assert "<h1>De Uil</h1>" in client.get(iris.get_absolute_url()).text


def test_who_is_shown_again_has_their_own_name_back(iris):
    hidden = hide(iris, pseudonym="De Uil")

    shown = hide(hidden)

    assert (shown.name, shown.own_name) == ("Iris Blom", "")
    assert Client().get(hidden.get_absolute_url()).status_code == 404


def test_a_new_member_makes_a_profile(client, now):
    user = make_account(now)
    client.force_login(user)

    answer = client.post(
        "/account/profiel/", FILLED_IN | {"function": "planner", "reachable": "on"}
    )

    person = Person.objects.get(user=user)
    assert answer["Location"] == "/account/"
    assert (person.name, person.function) == ("Iris Blom", "planner")
    assert person.reachable


def test_a_name_that_is_there_already_is_asked_for_not_taken(client, now):
    known = make_person("Iris Blom")
    make_story(by=known)
    client.force_login(make_account(now))

    page = client.post("/account/profiel/", FILLED_IN)

    assert page.status_code == 422
    assert f'href="/account/dit-ben-ik/{known.slug}/"' in page.text
    assert Person.objects.count() == 1


def test_a_profile_that_is_sent_twice_at_once_is_one(client, now):
    user = make_account(now)
    client.force_login(user)
    made: list[Person] = []

    def meanwhile(execute, sql, *asked):
        answer = execute(sql, *asked)
        if 'FROM "home_person"' in sql and not made:
            made.append(Person(name="Iris Blom", slug="iris-blom", user=user))
            made[0].save()
        return answer

    with connection.execute_wrapper(meanwhile):
        response = client.post("/account/profiel/", FILLED_IN)

    assert (response.status_code, response.url) == (302, "/account/")
    assert list(Person.objects.all()) == made


def test_a_form_that_is_wrong_changes_nothing(iris, client):
    wrong = {"name": "", "visibility": "de hele wereld", "role": "999"}

    page = client.post("/account/profiel/", wrong)

    iris.refresh_from_db()
    assert page.status_code == 422
    assert "Vul je naam in." in page.text
    assert iris.name == "Iris Blom"


def test_nobody_changes_the_profile_of_another(now):
    person = make_member_of_the_site(now)
    interest = make_interest(person)
    stranger = Client()
    stranger.force_login(make_account(now))

    ended = stranger.post(f"/account/belangen/{interest.pk}/voorbij/")
    nobody = Client().post(f"/account/belangen/{interest.pk}/voorbij/")

    interest.refresh_from_db()
    assert (ended.status_code, nobody.status_code) == (404, 302)
    assert interest.until is None


def test_an_interest_stands_beside_the_name_and_stays_when_it_is_over(iris, client):
    told = {"what": "aandeelhouder", "with_whom": "Belco", "since": "2024-01-01"}
    client.post("/account/belangen/", told)
    now = Client().get(iris.get_absolute_url()).text

    client.post(f"/account/belangen/{iris.interests.get().pk}/voorbij/")
    same_day = Client().get(iris.get_absolute_url()).text
    Interest.objects.update(until=date(2026, 11, 24))
    later = Client().get(iris.get_absolute_url()).text

    assert "Belangen: aandeelhouder, Belco." in now
    assert "Belangen: aandeelhouder, Belco." in same_day
    assert "Belangen:" not in later
    assert "Eerdere belangen" in later


def test_an_interest_that_stands_there_twice_is_not_added_once_more(iris, client):
    day = date(2026, 1, 1)
    for _ in range(2):
        make_interest(iris, "adviseur", with_whom="Bouw & Co", since=day, until=day)
    said = {"what": "adviseur", "with_whom": "Bouw & Co", "since": day, "until": day}

    response = client.post("/account/belangen/", said)

    assert response.status_code == 302
    assert iris.interests.count() == 2


def test_an_interest_that_ends_before_it_began_is_refused(iris, client):
    told = {"what": "a", "with_whom": "b", "since": "2024-02-01", "until": "2024-01-01"}

    page = client.post("/account/belangen/", told)

    assert page.status_code == 422
    assert "Dit is eerder dan het begon." in page.text


def test_interests_stand_in_a_group_and_with_a_comment_under_ones_own_name(iris, now):
    make_interest(iris, "adviseur")
    make_interest(iris, "oud", until=date(2025, 1, 1))
    group = make_group("kwaliteit")
    make_member(group, "Els").__class__.objects.update(person=iris)
    story = make_story("Waarover")
    email = iris.user.email
    for name in ("Iris Blom", "Stille lezer"):
        make_comment(story=story, now=now, email=email, name=name, state="shown")

    in_group = Client().get(group.url).text
    said = Client().get(f"{story.url}reacties/").text

    assert "Belang: adviseur, Belco</span>" in in_group
    assert "<b>Iris Blom</b> (belang: adviseur, Belco)" in said
    assert "<b>Stille lezer</b>," in said


def test_a_profile_is_given_and_forgotten_with_its_account(iris, now):
    make_interest(iris)
    iris = hide(iris, visibility=Seen.NOBODY, function="planner")

    told = retention.about(iris.user.email)
    retention.erase(email=iris.user.email, now=now)

    iris.refresh_from_db()
    assert told["Je profiel"][0]["naam"] == "Iris Blom"
    assert len(told["Je belangen"]) == 1
    assert (iris.name, iris.own_name, iris.function) == ("Naam gewist", "", "")
    assert (iris.user, iris.interests.count()) == (None, 0)
    assert "Naam gewist" in everywhere(iris)


def test_a_hidden_name_goes_when_the_account_goes_another_way(iris, now):
    iris = hide(iris, visibility=Seen.NOBODY)
    iris.user.delete()

    retention.forget(now=now + timedelta(days=1))

    iris.refresh_from_db()
    assert (iris.name, iris.own_name) == ("Naam gewist", "")
