"""The lead reads, answers and merges points, on the site."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model

from community.models import Point
from community.points.desk.lists import to_read
from community.working_groups.telling import tell_leads
from home.models import OwedMail
from tests.factories.community import make_group, make_member
from tests.factories.points import make_point, make_support

pytestmark = pytest.mark.django_db
DESK = "/werkgroepen/kwaliteit/werkruimte/punten/"
Status = Point.Status


@pytest.fixture(autouse=True)
def _then(time_machine, now):
    time_machine.move_to(now, tick=False)


@pytest.fixture
def lead(client, group):
    user = get_user_model().objects.create_user("farida", "farida@voorbeeld.example")
    make_member(group, user=user, function="trekker")
    client.force_login(user)
    return user


def at(point, act="") -> str:
    return f"{DESK}{point.pk}/{act}"


def test_only_a_lead_of_this_group_comes_in(client, group, now):
    point = make_point(group, now=now)
    addresses = [DESK, f"{DESK}nieuw/", at(point), at(point, "bundelen/")]
    assert {client.get(each).status_code for each in addresses} == {302}

    user = get_user_model().objects.create_user("omar", "omar@voorbeeld.example")
    make_member(group, "Omar Bensaid", user=user)
    make_member(make_group("mens"), "Omar Elders", function="trekker")
    client.force_login(user)

    assert {client.get(each).status_code for each in addresses} == {404}
    assert client.post(at(point, "lezen/"), {"toon": "1"}).status_code == 404


@pytest.mark.usefixtures("lead")
def test_a_point_is_read_first_and_then_answered(client, group, now):
    point = make_point(group, now=now, state="waiting")
    assert str(point) in client.get(DESK).text

    client.post(at(point, "lezen/"), {"toon": "1"})
    answered = client.post(at(point), {"status": "gekozen", "text": "Doen we."})

    assert "Je antwoord staat op de site" in client.get(answered.url).text
    text = client.get(f"/verbeterpunten/{point.pk}/").text
    assert "gekozen" in text
    assert "Doen we." in text


@pytest.mark.usefixtures("lead")
def test_no_step_without_an_answer(client, group, now):
    point = make_point(group, now=now)

    answer = client.post(at(point), {"status": "niet-gekozen", "text": " "})

    assert answer.status_code == 422
    assert "Schrijf waarom" in answer.text
    point.refresh_from_db()
    assert point.status == Status.SUBMITTED


@pytest.mark.usefixtures("lead")
def test_a_point_is_merged_into_one_that_was_searched(client, group, now):
    point, into = (make_point(group, now=now, title=each) for each in ("Bel", "Bellen"))
    make_point(group, now=now, title="Iets anders")
    make_support(point, "els@voorbeeld.example", now=now)
    found = client.get(at(point, "bundelen/"), {"zoek": "BEL"}).text

    answer = client.post(at(point, "bundelen/"), {"into": into.pk, "text": "Hetzelfde"})

    assert "Bellen" in found
    assert "Iets anders" not in found
    assert answer.url == f"{at(into)}?gebundeld=1"
    into.refresh_from_db()
    assert into.support_count == 1
    late = client.post(at(point), {"status": "gekozen", "text": "Toch"})
    assert "Dit was al beslist" in client.get(late.url).text


@pytest.mark.usefixtures("lead")
def test_what_breaks_a_rule_is_hidden_on_a_ground(client, group, now):
    point = make_point(group, now=now)
    point.reports.create(ground="advert", reported_at=now)

    without = client.post(at(point, "lezen/"))
    hidden = client.post(at(point, "lezen/"), {"ground": "advert"})

    assert without.status_code == 422
    assert "is verborgen" in client.get(hidden.url).text
    point.refresh_from_db()
    assert (point.state, point.reports.get().settled_at) == ("hidden", now)


@pytest.mark.usefixtures("lead")
def test_after_a_report_a_point_may_stay(client, group, now):
    point = make_point(group, now=now)
    point.reports.create(ground="advert", reported_at=now)
    assert to_read(group).count() == 1

    client.post(at(point, "lezen/"), {"houd": "1"})

    assert to_read(group).count() == 0


@pytest.mark.usefixtures("lead")
def test_a_lead_notes_what_was_said_elsewhere(client, group):
    client.post(f"{DESK}nieuw/", {"title": "Meer tijd per gesprek", "text": ""})

    point = Point.objects.get()
    assert (point.state, point.origin_kind) == ("shown", "anders")


@pytest.mark.usefixtures("lead")
def test_a_point_of_another_group_is_not_there(client, now):
    point = make_point(make_group("mens"), now=now)

    assert client.get(at(point)).status_code == 404


def test_the_lead_hears_by_mail_what_waits(client, lead, group, now):
    make_point(group, now=now, state="waiting")

    tell_leads(now=now + timedelta(hours=2))

    assert OwedMail.objects.get().about_id == lead.pk


def test_the_page_of_a_group_shows_the_most_supported(client, group, now):
    for number in range(4):
        point = make_point(group, now=now, title=f"Punt {number}")
        for supporter in range(number):
            make_support(point, f"{supporter}@x.example", now=now)

    text = client.get(group.url).text

    shown = [f"Punt {number}" in text for number in range(4)]
    assert shown == [False, True, True, True]
