"""Where sessions show elsewhere: group, working space, figures, chain, search, demo."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from community.models import Harvest, Session, SessionReport
from community.traces.sources import source_of
from community.working_groups.doors import doors
from community.working_groups.piles import piles
from home.figures.registry import all_figures
from tests.asked import statements
from tests.factories.community import make_group, make_member
from tests.factories.sessions import make_session, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def session():
    """Of the group Mens; it was yesterday."""
    now = timezone.now()
    begun = now - timedelta(days=1)
    return make_session(now=now, group=make_group("mens"), starts_at=begun)


def say(session, **fields) -> Harvest:
    now = timezone.now()
    return Harvest.objects.create(
        session=session, text="Ruilen.", said_at=now, **fields
    )


def test_the_group_shows_its_sessions_and_asks_no_more_for_many(client, session):
    address = session.group.url
    few = statements(client, address)
    for number in range(4):
        make_session(now=timezone.now(), group=session.group, title=f"Nog {number}")

    many = statements(client, address)

    text = client.get(address).content.decode()
    assert len(many) == len(few)
    assert "Werksessie: Wie luistert er?" in text
    assert "Waar we elkaar spreken" in text


def test_a_lead_finds_the_sessions_in_the_working_space(client, session):
    user = get_user_model().objects.create_user("ilse", "ilse@voorbeeld.example")
    make_member(session.group, "Ilse van Dam", user=user, function="trekker")
    say(session)
    address = reverse("group_sessions", args=["mens"])
    nobody = client.get(address)
    client.force_login(user)
    few = statements(client, address)
    make_session(now=timezone.now(), group=session.group, title="Nog een")

    many = statements(client, address)

    assert nobody.status_code == 302
    assert "group_sessions" in [each.name for each in doors(leads=True)]
    assert "1 bijdrage wacht op antwoord" in client.get(address).content.decode()
    assert len(many) == len(few)


def test_only_the_lead_of_the_group_has_that_list(client, session):
    client.force_login(get_user_model().objects.create_user("omar", "o@x.example"))

    assert client.get(reverse("group_sessions", args=["mens"])).status_code == 403


def test_what_has_no_answer_waits_for_the_lead(session):
    say(session)
    say(session, state="later", answer="In mei.", answered_at=timezone.now())

    (pile,) = [each for each in piles() if each.desk == "group_sessions"]

    assert pile.waiting(session.group).count() == 1
    long_ago = timezone.now() - timedelta(days=1)
    assert pile.waiting(session.group).filter(pile.since(long_ago)).count() == 1


def test_the_figures_count_what_was_held_and_who_came(session):
    now = timezone.now()
    make_session(now=now, title="Straks")
    off = make_session(now=now, title="Niet")
    Session.objects.filter(pk=off.pk).update(called_off_at=now, called_off_why="x")
    SessionReport.objects.create(session=session, attended=16)

    (told,) = [each for each in all_figures(now) if each.title == "Bijeenkomsten"]

    assert [row.number for row in told.rows] == [1, 1, 16, 0]


def test_a_contribution_is_traced_to_the_page_of_its_session(session):
    said = say(session)
    hidden = say(session, state="verborgen", answer="x", answered_at=timezone.now())
    source, page = source_of(Harvest), page_of(session)

    told = source.tell([said.pk, hidden.pk])

    assert {pk: tuple(each) for pk, each in told.items()} == {
        said.pk: ("Ruilen.", f"{page.url}#oogst")
    }
    assert source.before([said.pk]) == [(said.pk, (type(page), page.pk))]
    assert list(source_of(type(page)).tell([page.pk])) == [page.pk]
    assert list(source_of(type(page)).choose(session.group)) == [page]


def test_a_session_is_found_by_its_theme(client, searchable):
    make_session(now=timezone.now(), question="Wie bepaalt het rooster?")

    page = client.get("/zoeken/", {"q": "rooster"}).content.decode()

    assert "/agenda/wie-luistert-er/" in page


def test_the_sitemap_has_the_page_of_a_session(client, session):
    assert page_of(session).url in client.get("/sitemap.xml").content.decode()
