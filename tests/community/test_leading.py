"""The lead changes the texts, the phase and the members of a group on the site."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from community import foundations
from community.leading.services import end_rights
from community.models import Membership, WorkingGroupPage
from home.models import Role
from tests.factories.community import make_group, make_member

pytestmark = pytest.mark.django_db
SPACE = "/werkgroepen/mens/werkruimte/"


@pytest.fixture
def group():
    return make_group("mens", frame="<p>Oud.</p>")


@pytest.fixture
def lead(client, group) -> Membership:
    user = User.objects.create_user("ilse")
    client.force_login(user)
    return make_member(group, "Ilse van Dam", user=user, function="trekker")


def texts(**fields) -> dict:
    return {
        "question": "Wie zit er aan tafel?",
        "frame": "## Waarom\n\nDaarom.",
        "mode": "Zonder bezwaar.",
        "join_question": "",
        "seats": [Role.objects.get(slug="klant").pk],
        **fields,
    }


def test_the_texts_are_on_the_page_at_once_and_in_a_revision(client, group, lead):
    client.post(f"{SPACE}teksten/", texts())

    group.refresh_from_db()
    assert group.frame == "<h3>Waarom</h3><p>Daarom.</p>"
    assert [role.slug for role in group.seats.all()] == ["klant"]
    assert group.revisions.get().user == lead.person.user
    page = client.get(group.url).content.decode()
    assert "Wie zit er aan tafel?" in page
    assert "<b>We zoeken nog:</b> klanten." in page


def test_a_draft_of_the_cms_stays_a_draft_and_keeps_the_new_texts(client, group, lead):
    draft = WorkingGroupPage.objects.get(pk=group.pk)
    draft.title = "Nog niet"
    draft.save_revision()

    client.post(f"{SPACE}teksten/", texts())
    live = WorkingGroupPage.objects.get(pk=group.pk)
    live.get_latest_revision().publish()
    published = WorkingGroupPage.objects.get(pk=group.pk)

    assert (live.title, live.mode) == ("Mens", "Zonder bezwaar.")
    assert (published.title, published.mode) == ("Nog niet", "Zonder bezwaar.")
    assert [str(each) for each in published.memberships.all()] == [str(lead)]


def test_a_phase_begins_and_stands_in_the_timeline(client, group, lead):
    today = timezone.localdate()

    for name in ("uitwerken", "besluiten"):  # the last of a day counts
        client.post(f"{SPACE}fase/", {"name": name, "since": today.isoformat()})

    page = client.get(group.url).content.decode()
    assert 'aria-current="step">Besluiten<' in page
    assert "De groep gaat besluiten" in page
    assert "De groep werkt het uit" not in page


def test_a_member_gets_another_function_and_a_last_day(client, group, lead):
    place = make_member(group, "Els Dijkman", since=timezone.localdate())
    last = timezone.localdate() + timedelta(days=3)
    form = {"function": "notulist", "role": "inkoper", "until": last.isoformat()}

    client.post(f"{SPACE}leden/{place.pk}/", form)
    early = client.post(f"{SPACE}leden/{place.pk}/", {**form, "until": "2020-01-01"})

    place.refresh_from_db()
    assert (place.function, place.role, place.until) == ("notulist", "inkoper", last)
    assert list(early.context["form"].errors) == ["until"]


@pytest.mark.parametrize("change", [{"function": "lid"}, {"until": "today"}])
def test_a_group_keeps_a_lead(client, group, lead, change):
    if "until" in change:
        change = {"until": timezone.localdate().isoformat()}
    form = {"function": "trekker", "role": "", "until": "", **change}

    response = client.post(f"{SPACE}leden/{lead.pk}/", form)

    assert response.status_code == 422
    assert "Een groep heeft een trekker nodig." in response.content.decode()


def test_two_leads_do_not_leave_on_the_same_day(client, group, lead):
    other = make_member(group, "Els", function="trekker", until=timezone.localdate())
    form = {"function": "lid", "role": "", "until": ""}

    response = client.post(f"{SPACE}leden/{lead.pk}/", form)

    assert response.status_code == 422
    assert Membership.objects.get(pk=other.pk).function == "trekker"


def test_who_leads_no_longer_publishes_nothing_in_the_cms_either(client, group, lead):
    rights = foundations.grant(group)
    user = User.objects.create_user("els")
    user.groups.add(rights)
    place = make_member(group, "Els", user=user, function="trekker")

    form = {"function": "lid", "role": "", "until": ""}
    client.post(f"{SPACE}leden/{place.pk}/", form)

    assert not user.groups.exists()


@pytest.mark.parametrize("way", ["left", "taken off the page", "stays"])
def test_a_lead_who_is_removed_keeps_no_right_in_the_cms(group, lead, now, way):
    user, operator = (User.objects.create_user(each) for each in ("els", "beheer"))
    for each in (user, operator):
        each.groups.add(foundations.grant(group))
    place = make_member(group, "Els", user=user, function="trekker")
    if way == "left":
        Membership.objects.filter(pk=place.pk).update(until=date(2020, 1, 1))
    elif way == "taken off the page":
        place.delete()

    end_rights(now=now)

    assert user.groups.exists() is (way == "stays")
    assert operator.groups.exists()


@pytest.mark.parametrize("page", ["teksten/", "fase/", "leden/"])
def test_a_member_changes_nothing_of_it(client, group, page):
    user = User.objects.create_user("els")
    make_member(group, user=user)
    client.force_login(user)

    assert client.get(SPACE + page).status_code == 404
