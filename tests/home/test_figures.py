"""The page with figures."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home.models import Role, Sector
from tests.factories.community import make_group, make_member, make_outcome
from tests.factories.home import make_organisation
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db


def told(client) -> dict[str, dict]:
    found = client.get("/cijfers/").context["figures"]
    return {each.title: {row.label: row.number for row in each.rows} for each in found}


def test_it_counts_what_is_on_the_site(client):
    planner = Role.objects.get(slug="wfm")
    group = make_group("mens")
    member = make_member(group, in_trade=planner).person
    member.organisation = make_organisation(sector=Sector.objects.get(slug="zorg"))
    member.save()
    make_member(group, until=timezone.localdate() - timedelta(days=1))
    make_outcome(group, status="vastgesteld")
    make_outcome(group, live=False)
    make_story()

    found = told(client)

    assert found["Verhalen"]["in totaal"] == 1
    assert found["Wie er meedoen, per rol"] == {"planners en WFM’ers": 1}
    assert found["Wie er meedoen, per sector"] == {"Zorg en welzijn": 1}
    assert "1 mens in een werkgroep, vandaag." in client.get("/cijfers/").text
    assert found["Uitkomsten van werkgroepen"]["vastgesteld"] == 1
    assert found["Uitkomsten van werkgroepen"]["concept"] == 0


def test_it_counts_once_in_ten_minutes(client, django_assert_max_num_queries):
    client.get("/cijfers/")

    with django_assert_max_num_queries(1):  # the details of the site
        client.get("/cijfers/")


def test_an_empty_site_says_so(client):
    make_group("mens")

    assert told(client) == {}
