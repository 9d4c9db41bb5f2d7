"""Invite, admit, decline, name a host: rules 3 to 6 as services."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection

from events.guests.mail_domains import share_a_domain
from events.guests.services import (
    AlreadyNamed,
    EventOver,
    NotCurrent,
    NotEligible,
    TooLate,
    admit,
    decline,
    invitations,
    invite,
    name_host,
)
from events.models import Guest, Pair
from home.mail.services import Debt
from home.models import OwedMail
from tests.factories.events import make_event, make_guest, make_paid_order, make_ticket
from tests.factories.home import make_sector

pytestmark = pytest.mark.django_db
DAAN = {"name": "Daan Okafor", "email": "daan@voorbeeld.example"}
YOUNG, OLD = date(1999, 6, 7), date(1980, 6, 7)


def owed() -> list[tuple[str, int]]:
    rows = OwedMail.objects.order_by("kind", "about_id")
    return list(rows.values_list("kind", "about_id"))


def test_who_is_named_gets_one_invitation(now):
    pair = make_paid_order().pairs.get()

    guest = invite(pair=pair, now=now, **DAAN)

    assert (guest.pair, guest.name, guest.invited_at) == (pair, "Daan Okafor", now)
    assert owed() == [("events.invitation", guest.pk)]


def test_a_pair_has_one_guest_at_a_time(now):
    guest = make_guest()

    with pytest.raises(AlreadyNamed):
        invite(pair=guest.pair, now=now, **DAAN)

    assert owed() == []


def test_after_the_deadline_nobody_is_named(now):
    pair = make_paid_order().pairs.get()
    event = pair.order.event

    with pytest.raises(TooLate):
        invite(pair=pair, now=event.changes_until, **DAAN)

    in_time = event.changes_until - timedelta(seconds=1)
    assert invite(pair=pair, now=in_time, **DAAN).invited_at == in_time


def test_a_pair_without_a_place_takes_no_guest(now):
    pair = make_paid_order().pairs.get()
    Pair.objects.update(state=Pair.State.CANCELLED, place=None)

    with pytest.raises(NotCurrent):
        invite(pair=pair, now=now, **DAAN)


def test_a_guest_named_before_the_payment_is_invited_after_it(now):
    order = make_paid_order(pairs=3)
    first, second, third = order.pairs.order_by("number")
    draft = make_guest(pair=first, invited_at=None)
    make_guest(pair=second)  # was told already
    make_guest(pair=third, invited_at=None, declined_at=now)

    at_once = invitations(order=order, now=now)
    again = invitations(order=order, now=now + timedelta(minutes=1))

    draft.refresh_from_db()
    assert draft.invited_at == now
    assert (at_once, again) == ([Debt("events.invitation", draft.pk)], [])


@pytest.mark.parametrize(
    ("born", "sector_name", "ground"),
    [(YOUNG, None, "age"), (None, "Zorg", "sector"), (OLD, "Zorg", "sector")],
)
def test_a_verdict_keeps_ground_day_and_moment(now, born, sector_name, ground):
    guest = make_guest()
    sector = make_sector(sector_name) if sector_name else None

    admit(guest=guest, born=born, sector=sector, now=now, **DAAN)

    guest = Guest.objects.get()
    first_day = guest.pair.order.event.first_day
    assert (guest.ground, guest.sector, guest.judged_for, guest.admitted_at) == (
        ground,
        sector,
        first_day,
        now,
    )
    assert guest.is_valid_for(first_day)
    assert owed() == [
        ("events.guest_confirmed", guest.pk),
        ("events.guest_ticket", guest.pk),
    ]


@pytest.mark.parametrize("sector_name", ["Klantcontact", None])
def test_who_does_not_qualify_is_refused_and_nothing_is_kept(now, sector_name):
    guest = make_guest(name="Voor")
    sector = make_sector(sector_name) if sector_name else None

    with pytest.raises(NotEligible):
        admit(guest=guest, born=OLD, sector=sector, now=now, **DAAN)

    guest.refresh_from_db()
    assert (guest.name, guest.ground, guest.admitted_at) == ("Voor", "", None)
    assert owed() == []


def test_a_second_click_changes_nothing(now):
    guest = make_guest()
    admit(guest=guest, born=YOUNG, sector=None, now=now, **DAAN)
    before = Guest.objects.values().get()

    later = now + timedelta(minutes=1)
    admit(guest=guest, born=OLD, sector=None, now=later, name="X", email="x@x.example")

    assert Guest.objects.values().get() == before
    assert len(owed()) == 2


def test_a_guest_may_confirm_until_the_event_ends(now):
    guest = make_guest()
    ends_at = guest.pair.order.event.ends_at

    with pytest.raises(EventOver):
        admit(guest=guest, born=YOUNG, sector=None, now=ends_at, **DAAN)

    last = ends_at - timedelta(seconds=1)
    admitted = admit(guest=guest, born=YOUNG, sector=None, now=last, **DAAN)
    assert admitted.admitted_at == last


@pytest.mark.parametrize("gone", ["declined_at", "replaced_at"])
def test_a_dead_link_admits_nobody(now, gone):
    guest = make_guest(**{gone: now})

    with pytest.raises(NotCurrent):
        admit(guest=guest, born=YOUNG, sector=None, now=now, **DAAN)


def test_a_guest_of_a_cancelled_pair_is_not_admitted(now):
    guest = make_guest()
    Pair.objects.update(state=Pair.State.CANCELLED, place=None)

    with pytest.raises(NotCurrent):
        admit(guest=guest, born=YOUNG, sector=None, now=now, **DAAN)


def test_when_the_event_moved_a_guest_on_age_is_judged_again(now):
    guest = make_guest()
    admit(guest=guest, born=YOUNG, sector=None, now=now, **DAAN)
    event = guest.pair.order.event
    event.starts_at += timedelta(days=1000)
    event.ends_at += timedelta(days=1000)
    event.save()
    guest.refresh_from_db()
    assert not guest.is_valid_for(event.first_day)

    with pytest.raises(NotEligible):
        admit(guest=guest, born=YOUNG, sector=None, now=now, **DAAN)

    sector = make_sector("Zorg")
    again = admit(guest=guest, born=None, sector=sector, now=now, **DAAN)
    assert (again.ground, again.judged_for) == ("sector", event.first_day)


def test_who_declines_is_forgotten_and_makes_room_for_another(now):
    guest = make_guest(admitted=True)

    decline(guest=guest, now=now)

    kept = Guest.objects.values().get()
    ids = {"id", "pair_id", "token", "code", "created_at", "invited_at"}
    assert {k: v for k, v in kept.items() if k not in ids} == {
        "name": "",
        "email": "",
        "sector_id": None,
        "ground": "",
        "judged_for": None,
        "sent_again_at": None,
        "reminded_at": None,
        "silence_told_at": None,
        "same_domain_at": None,
        "same_domain_seen_at": None,
        "admitted_at": None,
        "opened_at": None,
        "declined_at": now,
        "replaced_at": None,
    }
    assert owed() == [("events.guest_declined", guest.pk)]
    assert invite(pair=guest.pair, now=now, **DAAN).pk != guest.pk


def test_declining_twice_is_declining_once(now):
    guest = make_guest()
    decline(guest=guest, now=now)

    with pytest.raises(NotCurrent):
        decline(guest=guest, now=now)

    assert owed() == [("events.guest_declined", guest.pk)]


def test_after_the_event_a_guest_is_forgotten_in_silence(now):
    guest = make_guest()

    decline(guest=guest, now=guest.pair.order.event.ends_at)

    assert Guest.objects.get().email == ""
    assert owed() == []


def test_host_and_buyer_hear_of_it_where_they_are_two_people(now):
    pair = make_paid_order().pairs.get()
    Pair.objects.update(host_name="Farida", host_email="farida@voorbeeld.example")
    guest = make_guest(pair=pair)

    admit(guest=guest, born=YOUNG, sector=None, now=now, **DAAN)

    assert [kind for kind, _ in owed()] == [
        "events.guest_confirmed",
        "events.guest_confirmed_to_buyer",
        "events.guest_ticket",
    ]


def test_a_host_is_named_once_and_gets_the_ticket(now):
    second = make_paid_order(pairs=2).pairs.get(number=2)
    farida = {"name": "Farida Boumans", "email": "farida@voorbeeld.example"}

    pair = name_host(pair=second, now=now, **farida)

    assert (pair.host_name, pair.host_email) == tuple(farida.values())
    assert owed() == [("events.host_ticket", second.pk)]
    with pytest.raises(AlreadyNamed):
        name_host(pair=second, now=now, **DAAN)


def test_after_the_deadline_no_host_is_named():
    second = make_paid_order(pairs=2).pairs.get(number=2)

    with pytest.raises(TooLate):
        name_host(pair=second, now=second.order.event.changes_until, **DAAN)


def test_the_age_limit_is_the_one_of_the_event(now):
    ticket = make_ticket(event=make_event(age_limit=25))
    guest = make_guest(pair=make_paid_order(ticket=ticket).pairs.get())

    with pytest.raises(NotEligible):
        admit(guest=guest, born=YOUNG, sector=None, now=now, **DAAN)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_who_invite_at_one_moment_name_one_guest(now):
    """Host and buyer, each on the own page."""
    pair = make_paid_order().pairs.get()

    def name(number):
        try:
            invite(pair=pair, name=f"Gast {number}", email=f"g{number}@x.nl", now=now)
        except AlreadyNamed:
            return "already named"
        finally:
            connection.close()
        return "invited"

    with ThreadPoolExecutor(max_workers=8) as people:
        outcomes = sorted(people.map(name, range(8)))

    assert outcomes == ["already named"] * 7 + ["invited"]
    assert owed() == [("events.invitation", Guest.objects.get().pk)]


@pytest.mark.parametrize(
    ("address", "is_marked"),
    [
        ("daan@anders.example", False),
        ("daan@Firma.example", True),
        ("daan@zorg.firma.example", True),
        ("daan@nietfirma.example", False),
    ],
)
def test_another_sector_with_the_domain_of_the_buyer_is_marked_not_blocked(
    now, address, is_marked
):
    pair = make_paid_order(buyer_email="iris@firma.example").pairs.get()
    guest = make_guest(pair=pair, email="daan@thuis.example")
    answers = {"name": "Daan", "email": address, "born": None}

    admit(guest=guest, sector=make_sector("Zorg"), now=now, **answers)

    guest.refresh_from_db()
    assert guest.is_admitted
    assert (guest.same_domain_at == now, guest.is_to_look_at) == (is_marked, is_marked)


def test_the_domain_of_the_invitation_and_of_the_host_count_too(now):
    pair = make_paid_order(buyer_email="iris@gmail.com").pairs.get()
    Pair.objects.update(host_email="noor@firma.example")
    guest = make_guest(pair=pair, email="daan@firma.example")
    answers = {"name": "Daan", "email": "daan@gmail.com", "born": None}

    admit(guest=guest, sector=make_sector("Zorg"), now=now, **answers)

    assert list(Guest.objects.to_look_at()) == [guest]


def test_who_may_come_on_age_is_not_marked(now):
    pair = make_paid_order(buyer_email="iris@firma.example").pairs.get()
    guest = make_guest(pair=pair, email="daan@firma.example")
    answers = {"name": "Daan", "email": "daan@firma.example", "sector": None}

    admit(guest=guest, born=YOUNG, now=now, **answers)

    assert list(Guest.objects.to_look_at()) == []


@pytest.mark.parametrize(
    "provider", ["gmail.com", "OUTLOOK.com", "ziggo.nl", "kpnmail.nl"]
)
def test_a_free_mail_provider_is_no_organisation(provider):
    assert not share_a_domain([f"a@{provider}"], [f"b@{provider}"])
