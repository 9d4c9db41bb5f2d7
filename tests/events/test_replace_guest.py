"""Another guest, a better address, the same mail again: rule 5 as services."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from events.guests.services import (
    PATIENCE,
    AlreadyConfirmed,
    By,
    EventOver,
    NotCurrent,
    SamePerson,
    TooLate,
    TooSoon,
    admit,
    correct_address,
    decline,
    invite,
    invite_again,
    replace_guest,
)
from events.models import Guest, Pair, Place
from home.models import OwedMail
from tests.factories.events import make_event, make_guest, make_paid_order, make_ticket
from tests.factories.home import make_sector

pytestmark = pytest.mark.django_db
SAAR = {"name": "Saar Visser", "email": "saar@voorbeeld.example"}


def owed() -> list[tuple[str, int]]:
    rows = OwedMail.objects.order_by("kind", "about_id")
    return list(rows.values_list("kind", "about_id"))


def hosted_by_farida(pair: Pair) -> Pair:
    pair.host_name, pair.host_email = "Farida Boumans", "farida@voorbeeld.example"
    pair.save()
    return pair


@pytest.mark.parametrize("admitted", [False, True])
def test_a_new_guest_has_a_new_link_and_a_new_code(now, admitted):
    old = make_guest(admitted=admitted)

    new = replace_guest(pair=old.pair, by=By.BUYER, now=now, **SAAR)

    old.refresh_from_db()
    assert (old.replaced_at, old.is_current, old.is_admitted) == (now, False, False)
    assert not old.is_valid_for(old.pair.order.event.first_day)
    assert (new.name, new.email, new.invited_at) == (*SAAR.values(), now)
    assert not {old.token, old.code} & {new.token, new.code}
    assert (new.ground, new.admitted_at) == ("", None)


def test_the_dead_link_admits_nobody_and_declines_nothing(now):
    old = make_guest()
    new = replace_guest(pair=old.pair, by=By.BUYER, now=now, **SAAR)

    with pytest.raises(NotCurrent):
        admit(
            guest=old,
            name="Daan",
            email="daan@voorbeeld.example",
            born=None,
            sector=make_sector("Zorg"),
            now=now,
        )
    with pytest.raises(NotCurrent):
        decline(guest=old, now=now)

    assert Guest.objects.current().get() == new


def test_replacing_needs_no_free_place(now):
    ticket = make_ticket(event=make_event(capacity=1))
    old = make_guest(pair=make_paid_order(ticket=ticket).pairs.get())
    assert not Place.objects.filter(pair=None).exists()

    replace_guest(pair=old.pair, by=By.BUYER, now=now, **SAAR)

    assert Guest.objects.current().get().name == "Saar Visser"
    assert Pair.objects.get().state == Pair.State.SOLD


@pytest.mark.parametrize(
    ("by", "others"),
    [
        (By.BUYER, ["events.new_guest"]),
        (By.HOST, ["events.new_guest_to_buyer"]),
        (By.ORGANISER, ["events.new_guest", "events.new_guest_to_buyer"]),
    ],
)
def test_everybody_but_who_did_it_hears_of_it(now, by, others):
    old = make_guest()
    hosted_by_farida(old.pair)

    new = replace_guest(pair=old.pair, by=by, now=now, **SAAR)

    assert owed() == [
        ("events.guest_replaced", old.pk),
        ("events.invitation", new.pk),
        *((kind, new.pk) for kind in others),
    ]


@pytest.mark.parametrize(
    ("by", "others"),
    [(By.BUYER, []), (By.HOST, []), (By.ORGANISER, ["events.new_guest"])],
)
def test_a_buyer_who_hosts_hears_it_once_and_only_from_another(now, by, others):
    old = make_guest()

    replace_guest(pair=old.pair, by=by, now=now, **SAAR)

    told = [kind for kind, _ in owed()]
    assert told == ["events.guest_replaced", "events.invitation", *others]


def test_after_the_deadline_only_the_organiser_replaces():
    old = make_guest()
    late = old.pair.order.event.changes_until

    for by in (By.BUYER, By.HOST):
        with pytest.raises(TooLate):
            replace_guest(pair=old.pair, by=by, now=late, **SAAR)
        with pytest.raises(TooLate):
            correct_address(pair=old.pair, email=SAAR["email"], by=by, now=late)
    assert owed() == []

    new = replace_guest(pair=old.pair, by=By.ORGANISER, now=late, **SAAR)
    assert Guest.objects.current().get() == new


def test_a_second_click_replaces_nobody(now):
    old = make_guest()
    new = replace_guest(pair=old.pair, by=By.BUYER, now=now, **SAAR)
    before = owed()

    again = replace_guest(pair=old.pair, by=By.BUYER, now=now, **SAAR)

    assert again == new
    assert owed() == before


def test_nobody_is_replaced_by_themselves(now):
    old = make_guest()

    with pytest.raises(SamePerson):
        replace_guest(
            pair=old.pair, name="D.", email=old.email.upper(), by=By.BUYER, now=now
        )

    assert Guest.objects.get().replaced_at is None


def test_where_nobody_stands_nobody_is_replaced(now):
    pair = make_paid_order().pairs.get()

    with pytest.raises(NotCurrent):
        replace_guest(pair=pair, by=By.BUYER, now=now, **SAAR)


def test_a_guest_of_a_cancelled_pair_is_not_replaced(now):
    old = make_guest()
    Pair.objects.update(state=Pair.State.CANCELLED, place=None)

    for by in By:
        with pytest.raises(NotCurrent):
            replace_guest(pair=old.pair, by=by, now=now, **SAAR)


def test_after_a_decline_there_is_a_new_invitation(now):
    old = make_guest()
    decline(guest=old, now=now)

    new = invite(pair=old.pair, now=now, **SAAR)

    assert Guest.objects.current().get() == new


def test_a_better_address_kills_the_first_link_and_forgets_the_wrong_one(now):
    old = make_guest()

    new = correct_address(pair=old.pair, email="d@anders.example", by=By.BUYER, now=now)

    old.refresh_from_db()
    assert (old.replaced_at, old.name, old.email) == (now, "", "")
    assert (new.name, new.email) == ("Daan Okafor", "d@anders.example")
    assert new.token != old.token
    assert owed() == [("events.invitation", new.pk)]


def test_the_same_address_changes_nothing(now):
    old = make_guest()

    same = correct_address(pair=old.pair, email=old.email, by=By.BUYER, now=now)

    assert same == old
    assert owed() == []


def test_who_confirmed_is_reached_at_the_own_address(now):
    guest = make_guest(admitted=True)

    with pytest.raises(AlreadyConfirmed):
        correct_address(pair=guest.pair, email="x@x.example", by=By.BUYER, now=now)
    with pytest.raises(AlreadyConfirmed):
        invite_again(pair=guest.pair, now=now)


def test_an_invitation_goes_out_again_at_most_once_per_10_minutes(now):
    guest = make_guest()

    first = invite_again(pair=guest.pair, now=now)
    with pytest.raises(TooSoon):
        invite_again(pair=guest.pair, now=now + PATIENCE - timedelta(seconds=1))
    invite_again(pair=guest.pair, now=now + PATIENCE)

    assert (first.sent_again_at, first.token) == (now, guest.token)
    assert owed() == [("events.invitation", guest.pk)] * 2


def test_right_after_the_invitation_there_is_no_second_one(now):
    pair = make_paid_order().pairs.get()
    invite(pair=pair, now=now, **SAAR)

    with pytest.raises(TooSoon):
        invite_again(pair=pair, now=now + timedelta(minutes=1))


def test_after_the_deadline_a_guest_may_still_be_asked_until_the_event_ends():
    guest = make_guest()
    event = guest.pair.order.event

    invite_again(pair=guest.pair, now=event.changes_until)
    with pytest.raises(EventOver):
        invite_again(pair=guest.pair, now=event.ends_at)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_replace_against_confirm_never_leaves_two_valid_guests(now):
    """Whoever is first: the admitted guest is replaced, or the admission is refused."""
    sector = make_sector("Zorg")
    outcomes = set()
    for _ in range(12):
        old = make_guest()
        first_day = old.pair.order.event.first_day

        def confirm(old=old):
            try:
                admit(
                    guest=old,
                    name="Daan",
                    email="d@x.nl",
                    born=None,
                    sector=sector,
                    now=now,
                )
            except NotCurrent:
                return "refused"
            finally:
                connection.close()
            return "admitted"

        def replace(old=old):
            try:
                replace_guest(pair=old.pair, by=By.HOST, now=now, **SAAR)
            finally:
                connection.close()
            return "replaced"

        with ThreadPoolExecutor(max_workers=2) as people:
            both = [people.submit(confirm), people.submit(replace)]
            outcomes.add(tuple(one.result() for one in both))

        valid = [g for g in old.pair.guests.all() if g.is_valid_for(first_day)]
        assert valid == []
        assert old.pair.guests.current().get().name == "Saar Visser"
        told = OwedMail.objects.filter(kind="events.guest_replaced", about_id=old.pk)
        assert told.count() == 1
    assert outcomes <= {("admitted", "replaced"), ("refused", "replaced")}
