"""A look at an event without its lock: enough to say no."""

from datetime import timedelta

import pytest

from events.orders.glance import look_at, refuse
from events.orders.services import HOLD, REFUSALS, hold_places
from tests.factories.events import make_event, make_ticket

pytestmark = pytest.mark.django_db


def test_an_event_is_full_until_a_hold_ends(now):
    ticket = make_ticket(event=make_event(capacity=1))
    slug = ticket.event.slug

    before = look_at(slug, now).is_full
    hold_places(ticket=ticket, pairs=1, now=now)

    seen = [look_at(slug, now + later).is_full for later in (HOLD / 2, HOLD)]
    assert (before, seen) == (False, [True, False])


def test_places_that_a_code_keeps_are_not_for_who_has_none(now):
    event = make_event(capacity=1)
    event.places.update(pool=1)

    assert look_at(event.slug, now).is_full


def test_what_does_not_exist_is_not_seen(now):
    assert look_at("nergens", now) is None


@pytest.mark.parametrize(
    ("of_event", "of_type", "pairs"),
    [
        ({}, {}, 1),
        ({}, {}, 6),
        ({}, {"only_with_code": True}, 1),
        ({"sales_until": timedelta(0)}, {}, 1),
        ({"sales_from": timedelta(hours=1)}, {}, 6),
    ],
)
def test_it_refuses_for_the_reason_that_the_hold_would_give(
    now, of_event, of_type, pairs
):
    moments = {name: now + shift for name, shift in of_event.items()}
    ticket = make_ticket(event=make_event(**moments), **of_type)
    ticket.event.places.all().delete()

    with pytest.raises(REFUSALS) as glanced:
        refuse(ticket.event, ticket.pk, pairs, now)
    with pytest.raises(REFUSALS) as held:
        hold_places(ticket=ticket, pairs=pairs, now=now)

    assert glanced.type is held.type
    assert glanced.value.args == held.value.args
