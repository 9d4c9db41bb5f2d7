"""Whoever led a group or owned an outcome is gone; the group hears it."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from community.following.vacancies import tell_of_vacancies
from community.models import Membership
from events.organiser.privacy.services import erase
from home.models import Notice
from tests.factories.community import make_group, make_member, make_outcome
from tests.factories.people import make_member_of_the_site

pytestmark = pytest.mark.django_db
SEEKS = "We zoeken een nieuwe trekker."


@pytest.fixture
def group():
    return make_group("mens")


def who_is_told(kind="groep-zoekt") -> list[tuple[str, str]]:
    told = Notice.objects.filter(kind=kind).order_by("title", "user__email")
    return list(told.values_list("user__email", "title"))


def put(group, person, **fields) -> Membership:
    return Membership.objects.create(group=group, person=person, **fields)


def test_a_lead_who_deletes_the_account_leaves_a_group_that_hears_it(
    client, group, now, time_machine
):
    time_machine.move_to(now, tick=False)
    ilse = make_member_of_the_site(now, "Ilse", email="ilse@x.example")
    put(group, ilse, function="trekker")
    put(group, make_member_of_the_site(now, "Els", email="els@x.example"))
    outcome = make_outcome(group, title="Norm", responsible=ilse, next_step="Door.")
    get_user_model().objects.create_superuser("baas", "baas@x.example")
    before = tell_of_vacancies(now=now), SEEKS in client.get(group.url).text

    erase(email="ilse@x.example", now=now, words_stay=True)
    tell_of_vacancies(now=now)
    tell_of_vacancies(now=now + timedelta(hours=1))

    assert before == (0, False)
    assert who_is_told() == [
        ("baas@x.example", "Werkgroep Mens zoekt een nieuwe trekker"),
        ("els@x.example", "Werkgroep Mens zoekt een nieuwe trekker"),
        ("els@x.example", "‘Norm’ zoekt een nieuwe eigenaar"),
    ]
    assert SEEKS in client.get(group.url).text
    page = client.get(outcome.url).text
    assert "we zoeken een nieuwe eigenaar" in page
    assert "Ilse" not in page


def test_a_lead_whose_last_day_was_yesterday_is_missed(group, now):
    day = timezone.localdate(now)
    ilse = make_member(group, "Ilse", function="trekker", until=day)
    put(group, make_member_of_the_site(now, "Els", email="els@x.example"))

    on_the_day = tell_of_vacancies(now=now)
    the_day_after = tell_of_vacancies(now=now + timedelta(days=1))
    ilse.until = date(2030, 1, 1)
    ilse.save()

    assert (on_the_day, the_day_after) == (0, 1)
    assert tell_of_vacancies(now=now + timedelta(days=2)) == 0


def test_a_group_without_a_lead_says_so_on_its_page(client, group):
    assert "We zoeken een trekker." in client.get(group.url).text
    make_member(group, "Els", function="trekker", until=date(2020, 1, 1))
    assert SEEKS in client.get(group.url).text

    make_member(group, "Ilse", function="trekker")

    assert SEEKS not in client.get(group.url).text
