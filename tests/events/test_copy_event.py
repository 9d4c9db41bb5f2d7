"""Copy an event: everything that was set up, nothing that was sold."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from events.models import DuoTicket, Event, EventPage, Juror, Order, Place
from events.organiser.copying.rules import moved
from events.tickets.tiers import Tier
from tests.events.test_own_events import make_organiser
from tests.factories.events import (
    AMSTERDAM,
    make_event,
    make_event_page,
    make_paid_order,
    make_ticket,
    with_lunch,
)
from tests.factories.home import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_november(time_machine, now):
    time_machine.move_to(now)


@pytest.fixture
def event():
    return make_event(
        name="Hackathon",
        capacity=12,
        sales_from=datetime(2026, 11, 1, 9, 0, tzinfo=AMSTERDAM),
    )


@pytest.fixture
def desk(client, event):
    """The organiser of the event, Roos."""
    client.roos = make_organiser("roos", event)
    client.force_login(client.roos)
    return client


def copy(desk, event, **changes):
    values = {"name": "Hackathon 2028", "first_day": "2028-07-05"} | changes
    return desk.post(reverse("organiser_events:copy", args=[event.pk]), values)


def errors_of(response) -> dict:
    return {} if response.status_code == 302 else response.context["form"].errors


def test_a_moment_moves_whole_days_and_keeps_its_hour_in_summer_too():
    winter = datetime(2027, 3, 10, 9, 30, tzinfo=AMSTERDAM)

    summer = moved(winter, timedelta(days=60))

    assert summer.astimezone(AMSTERDAM).isoformat() == "2027-05-09T09:30:00+02:00"
    assert moved(None, timedelta(days=60)) is None


def test_the_copy_of_what_was_called_off_goes_ahead(desk, event, now):
    Event.objects.update(called_off_at=now, called_off_why="Brand.")

    copy(desk, event)

    made = Event.objects.exclude(pk=event.pk).get()
    assert (made.called_off_at, made.called_off_why) == (None, "")


def test_the_copy_has_its_days_its_places_and_its_types(desk, event):
    ticket = make_ticket(event=event, capacity=5, description="lunch", **with_lunch())
    Tier.objects.create(
        ticket=ticket,
        price=Decimal("99.00"),
        until=datetime(2027, 1, 1, tzinfo=AMSTERDAM),
    )

    copy(desk, event)

    new = Event.objects.get(slug="hackathon-2028")
    days = date(2028, 7, 5) - date(2027, 3, 10)
    type_, tier = new.tickets.get(), new.tickets.get().tiers.get()
    assert (new.name, new.first_day, new.venue, new.capacity) == (
        "Hackathon 2028",
        date(2028, 7, 5),
        event.venue,
        12,
    )
    assert new.changes_until.astimezone(AMSTERDAM).date() == (
        event.changes_until.astimezone(AMSTERDAM).date() + days
    )
    assert new.sales_from.astimezone(AMSTERDAM).hour == 9
    assert Place.objects.filter(event=new).count() == 12
    assert (type_.price, type_.capacity, type_.description) == (
        ticket.price,
        5,
        "lunch",
    )
    assert type_.shares == ticket.shares
    assert (tier.price, tier.until.astimezone(AMSTERDAM).date()) == (
        Decimal("99.00"),
        date(2027, 1, 1) + days,
    )


def test_nothing_that_was_sold_comes_along_and_the_old_one_stays_as_it_was(desk, event):
    order = make_paid_order(ticket=make_ticket(event=event), pairs=2)

    copy(desk, event)

    new = Event.objects.get(slug="hackathon-2028")
    assert list(Order.objects.all()) == [order]
    assert Place.objects.filter(event=new, pair__isnull=False).count() == 0
    assert Event.objects.get(pk=event.pk).first_day == event.first_day
    assert DuoTicket.objects.filter(event=event).count() == 1


def test_who_copies_organises_the_copy_with_the_colleagues(desk, event):
    milan = make_organiser("milan", event)

    copy(desk, event)

    new = Event.objects.get(slug="hackathon-2028")
    assert set(new.organisers.all()) == {desk.roos, milan}


def test_the_page_comes_along_as_a_draft_about_the_new_event(desk, event):
    page = make_event_page(event=event, slogan="Kom niet alleen.")
    Juror.objects.create(page=page, person=make_person())

    copy(desk, event)

    new = EventPage.objects.exclude(pk=page.pk).get()
    assert (new.event.slug, new.slug, new.title, new.slogan, new.live) == (
        "hackathon-2028",
        "hackathon-2028",
        "Hackathon 2028",
        "Kom niet alleen.",
        False,
    )
    assert EventPage.objects.get(pk=page.pk).live
    assert [juror.page_id for juror in Juror.objects.all()] == [page.pk]
    assert new.permissions_for_user(desk.roos).can_publish()


def test_the_same_name_twice_gets_another_address(desk, event):
    for _ in range(2):
        copy(desk, event, name="!!!")

    slugs = Event.objects.exclude(pk=event.pk).values_list("slug", flat=True)
    assert sorted(slugs) == ["evenement", "evenement-2"]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"name": ""}, ["name"]),
        ({"name": "x" * 10_000}, ["name"]),
        ({"name": "nul\x00"}, ["name"]),
        ({"first_day": ""}, ["first_day"]),
        ({"first_day": "2026-11-24"}, ["first_day"]),
        ({"first_day": "2099-01-01"}, ["first_day"]),
        ({"first_day": "31 februari"}, ["first_day"]),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(desk, event, changes, wrong):
    assert list(errors_of(copy(desk, event, **changes))) == wrong
    assert Event.objects.count() == 1


def test_anothers_event_is_not_copied(desk):
    assert copy(desk, make_event()).status_code == 404
