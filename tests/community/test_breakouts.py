"""Groups as the lead makes them, the page of who guides one, and one's own reason."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from community.models import Breakout, BreakoutSeat
from community.sessions.breakouts.services import make_groups
from tests.asked import statements
from tests.factories.community import make_group, make_member
from tests.factories.sessions import make_registration, make_session, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def session():
    """Six people have a seat, and one waits."""
    now = timezone.now()
    session = make_session(now=now, group=make_group("mens"), capacity=6)
    for number in range(6):
        make_registration(
            session, now=now, organisation=f"Bedrijf {number % 2}", is_new=number < 2
        )
    make_registration(session, now=now, state="waiting")
    return session


@pytest.fixture
def desk(client, session):
    """The address of the groups, for the lead who is signed in."""
    user = get_user_model().objects.create_user("ilse", "ilse@voorbeeld.example")
    make_member(session.group, "Ilse van Dam", user=user, function="trekker")
    client.force_login(user)
    return reverse("breakouts", args=[page_of(session).slug])


def sizes(session) -> list[int]:
    return [group.seats.count() for group in Breakout.objects.filter(session=session)]


def test_the_lead_mixes_who_has_a_seat_and_mixes_again(client, session, desk):
    client.post(desk, {"size": 2, "seed": 1})
    pairs = sizes(session)

    client.post(desk, {"size": 3, "seed": 1})

    assert (pairs, sizes(session)) == ([2, 2, 2], [3, 3])


def test_who_was_noted_as_absent_is_in_no_group(session):
    away, came = session.registrations.placed().order_by("pk")[:2]
    away.attended, came.attended = False, True
    away.save()
    came.save()

    make_groups(session=session, size=3, seed=1)

    assert sizes(session) == [3, 2]
    assert not BreakoutSeat.objects.filter(registration=away).exists()


def test_what_a_group_wrote_is_not_thrown_away(client, session, desk):
    group = make_groups(session=session, size=3, seed=1)[0]
    client.post(reverse("breakout", args=[group.token]), {"first": "Roosters"})

    answer = client.post(desk, {"size": 2, "seed": 2})

    assert answer.status_code == 422
    assert sizes(session) == [3, 3]
    assert "Roosters" in client.get(desk).content.decode()


def test_nobody_to_mix_is_said_and_a_group_of_one_is_none(client, session, desk):
    session.registrations.all().delete()

    nobody = client.post(desk, {"size": 4, "seed": 1})
    alone = client.post(desk, {"size": 1, "seed": 1})

    assert "nog niemand" in nobody.content.decode()
    assert set(alone.context["form"].errors) == {"size"}


def test_everybody_reads_why_they_sit_where_they_sit(client, session):
    make_groups(session=session, size=3, seed=1)
    seat = BreakoutSeat.objects.first()

    own = client.get(reverse("registration", args=[seat.registration.token]))

    text = own.content.decode()
    assert f"Jij zit hier omdat {seat.because}." in text
    assert "Je zit in groepje 1" in text


def test_who_guides_writes_without_an_account_and_others_see_the_words_as_a_help(
    client, session
):
    one, two = make_groups(session=session, size=3, seed=1)
    said = {"note": "Rooster is de pijn.", "first": "Roosters", "facilitator": "Omar"}

    client.post(reverse("breakout", args=[one.token]), said)

    one.refresh_from_db()
    assert (one.first, one.note, one.facilitator) == (
        "Roosters",
        "Rooster is de pijn.",
        "Omar",
    )
    other = client.get(reverse("breakout", args=[two.token])).content.decode()
    assert '<option value="Roosters">' in other
    assert client.get(reverse("breakout", args=["weg"])).status_code == 410


def test_the_groups_ask_as_little_for_many_as_for_few(client, session, desk):
    make_groups(session=session, size=6, seed=1)
    few = statements(client, desk)
    make_groups(session=session, size=2, seed=1)

    assert len(statements(client, desk)) == len(few)


def test_the_groups_are_made_by_who_leads_only(client, session, desk):
    client.force_login(get_user_model().objects.create_user("omar", "o@x.example"))

    assert client.post(desk, {"size": 2, "seed": 1}).status_code == 403
    assert sizes(session) == []
