"""Two organisers, or two tabs, at the desk: the second save undoes nothing unseen."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from events.models import DuoTicket, Event, Voucher
from tests.events import test_voucher_pages
from tests.events.test_organiser import at, errors_of, filled_in, ticket_form
from tests.factories.events import make_event, make_ticket, make_tier, make_voucher

pytestmark = pytest.mark.django_db
MEANWHILE = (
    "Dit is intussen gewijzigd, door een collega of door jou in een ander venster. "
    "Open de pagina opnieuw en doe je wijziging nog eens; wat je hier invulde is niet "
    "bewaard."
)


@pytest.fixture
def desk(client, time_machine, now):
    time_machine.move_to(now)
    client.force_login(User.objects.create_superuser("beheer"))
    return client


def opened(desk, what: str, row) -> tuple[str, dict]:
    """The address of the form, and what it remembers out of sight."""
    address = reverse(f"organiser_{what}:edit", args=[row.pk])
    page = desk.get(address)
    as_read = page.context["form"]["as_read"]
    assert str(as_read) in page.content.decode()
    return address, {"as_read": as_read.value()}


def test_the_second_tab_does_not_make_the_hall_small_again(desk):
    event = make_event(capacity=10)
    address, seen = opened(desk, "events", event)

    first = desk.post(address, filled_in(event, capacity=20, **seen))
    second = desk.post(address, filled_in(event, venue="De Loods", **seen))

    assert errors_of(first) == {}
    assert errors_of(second) == {"__all__": [MEANWHILE]}
    assert MEANWHILE in second.content.decode()
    kept = Event.objects.get()
    assert (kept.capacity, kept.venue, kept.places.count()) == (20, event.venue, 20)


def test_who_opens_the_page_again_can_go_on(desk):
    event = make_event(capacity=10)
    address, seen = opened(desk, "events", event)
    desk.post(address, filled_in(event, capacity=20, **seen))

    address, seen = opened(desk, "events", event)
    again = desk.post(address, filled_in(event, capacity=20, venue="Loods", **seen))

    assert errors_of(again) == {}
    assert Event.objects.get().venue == "Loods"


def test_a_colleague_who_was_added_meanwhile_stays(desk):
    event = make_event()
    address, seen = opened(desk, "events", event)
    event.organisers.add(User.objects.create_user("roos"))

    late = desk.post(address, filled_in(event, **seen))

    assert errors_of(late) == {"__all__": [MEANWHILE]}
    assert event.organisers.count() == 1


def test_a_price_and_an_early_price_of_another_tab_stay(desk):
    ticket = make_ticket()
    address, seen = opened(desk, "tickets", ticket)
    early = {"tiers-0-price": "90", "tiers-0-first": "5"}
    form = ticket_form(ticket, **early, **seen) | {"tiers-TOTAL_FORMS": "1"}

    first = desk.post(address, form | {"price": "159"})
    second = desk.post(address, form)

    assert errors_of(first) == {}
    assert errors_of(second) == {"__all__": [MEANWHILE]}
    kept = DuoTicket.objects.get()
    assert (kept.price, kept.tiers.count()) == (Decimal(159), 1)


def test_a_code_of_another_tab_stays(desk, now):
    voucher = make_voucher(make_ticket().event, now, most=5)
    address, seen = opened(desk, "vouchers", voucher)
    form = test_voucher_pages.filled_in(voucher.event, **seen)

    first = desk.post(address, form | {"most": "9"})
    second = desk.post(address, form | {"most": "5", "note": "sprekers"})

    assert errors_of(first) == {}
    assert errors_of(second) == {"__all__": [MEANWHILE]}
    assert (Voucher.objects.get().most, Voucher.objects.get().note) == (9, "")


def test_an_event_is_not_moved_again_by_who_did_not_see_the_first_time(desk):
    event = make_event()
    address = reverse("organiser_events:move", args=[event.pk])
    page = desk.get(address)
    as_read = page.context["form"]["as_read"]
    seen = {"as_read": as_read.value()}
    week, month = timedelta(days=7), timedelta(days=30)

    first = desk.post(address, moved(event, week) | seen)
    second = desk.post(address, moved(event, month) | seen)

    assert str(as_read) in page.content.decode()
    assert errors_of(first) == {}
    assert errors_of(second) == {
        "__all__": [
            "Het evenement is intussen al verzet, door een collega of door jou in een "
            "ander venster. Open de pagina opnieuw: dan zie je naar wanneer."
        ]
    }
    assert Event.objects.get().starts_at == event.starts_at + week


def moved(event: Event, days: timedelta) -> dict:
    names = ("starts_at", "ends_at", "changes_until")
    moments = {name: at(getattr(event, name) + days) for name in names}
    return moments | {"choose_until": at(event.starts_at), "why": "De zaal is dubbel."}


def test_two_early_prices_change_places(desk, now):
    ticket = make_ticket()
    tiers = [make_tier(ticket, "80", first=5), make_tier(ticket, "90", first=10)]
    until = make_tier(ticket, "99", until=now + timedelta(days=9))
    address, seen = opened(desk, "tickets", ticket)
    form = ticket_form(ticket, **seen)
    form |= {"tiers-TOTAL_FORMS": "2", "tiers-INITIAL_FORMS": "2"}
    for number, (tier, first) in enumerate(zip(tiers, [10, 5], strict=True)):
        form |= {f"tiers-{number}-id": tier.pk, f"tiers-{number}-first": first}
        form |= {f"tiers-{number}-price": tier.price}

    swapped = desk.post(address, form)

    assert errors_of(swapped) == {}
    rows = ticket.tiers.order_by("pk").values_list("pk", "first", "price")
    assert list(rows) == [
        (tiers[0].pk, 10, Decimal(80)),
        (tiers[1].pk, 5, Decimal(90)),
        (until.pk, None, Decimal(99)),
    ]
