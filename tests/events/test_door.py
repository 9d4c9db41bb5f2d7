"""The door: one verdict for everybody who comes, with its reason."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.db import IntegrityError, connection, transaction

from events.door.models import CheckIn
from events.door.services import Refused, check_in, counts, pair_of
from events.guests.services import By, hand_over
from events.models import Guest, Pair
from tests.factories.events import (
    make_agenda,
    make_event,
    make_guest,
    make_paid_order,
)
from tests.factories.home import make_sector

pytestmark = pytest.mark.django_db


@pytest.fixture
def order():
    return make_paid_order()


@pytest.fixture
def pair(order):
    return order.pairs.get()


@pytest.fixture
def guest(pair):
    return make_guest(pair=pair, admitted=True)


@pytest.fixture
def steward(client, order):
    """The organiser of this event, logged in at its door."""
    make_agenda()
    user = User.objects.create_user("organisator")
    user.groups.add(Group.objects.get(name="Organisatoren"))
    order.event.organisers.add(user)
    client.force_login(user)
    return client


def ask(client, order, text):
    return client.get(f"/tickets/deur/{order.event.slug}/", {"q": text})


def says(response) -> list[str]:
    return [row["says"] for row in response.context["rows"]]


def let_in(client, pair, code, **more):
    address = f"/tickets/deur/{pair.order.event.slug}/{pair.pk}/binnen/"
    return client.post(address, {"code": code, **more}, follow=True)


def hand_over_to_noor(pair, now):
    return hand_over(
        pair=pair,
        name="Noor Sahin",
        email="noor@voorbeeld.example",
        by=By.ORGANISER,
        now=now,
    )


def test_a_code_welcomes_the_person_it_belongs_to(steward, order, pair, guest):
    by_host, by_guest = (
        ask(steward, order, pair.host_code),
        ask(steward, order, guest.code),
    )

    assert [row["visitor"].name for row in by_host.context["rows"]] == ["Iris de Wit"]
    assert [row["visitor"].name for row in by_guest.context["rows"]] == ["Daan Okafor"]
    assert (says(by_host), says(by_guest)) == (["Welkom"], ["Welkom"])


@pytest.mark.parametrize("text", ["daan", "Iris", "IRIS DE", " okafor "])
def test_a_part_of_a_name_finds_the_pair(steward, order, guest, text):
    assert says(ask(steward, order, text)) == ["Welkom", "Welkom"]


def test_the_door_knows_by_name_who_was_replaced(steward, order, pair, guest, now):
    hand_over_to_noor(pair, now)
    Guest.objects.update(replaced_at=now)
    make_guest(pair=pair, admitted=True, name="Sam de Boer")

    by_host, by_guest = ask(steward, order, "iris de"), ask(steward, order, "okafor")

    assert says(by_guest) == ["Vervangen"]
    assert says(by_host)[-1] == "Vervangen"


def test_the_readable_code_finds_its_pair(steward, order, guest):
    found = ask(steward, order, f"{order.reference.lower()}-1")

    assert says(found) == ["Welkom", "Welkom"]


def test_who_is_in_is_in_once(steward, order, pair, guest):
    let_in(steward, pair, guest.code)
    page = let_in(steward, pair, guest.code)

    assert says(page) == ["Welkom", "Al binnen"]
    assert CheckIn.objects.count() == 1
    assert counts(event=order.event) == (1, 2)


def test_both_are_let_in_at_once_and_else_nobody(steward, order, pair, guest):
    both = {"code": pair.host_code, "other": guest.code}
    seen = ask(steward, order, pair.host_code)
    Guest.objects.update(ground="age", sector=None)
    on_age = ask(steward, order, pair.host_code)

    without = let_in(steward, pair, **both)
    with_proof = let_in(steward, pair, **both, proof="on")

    assert f'name="other" value="{guest.code}">Laat allebei binnen' in seen.text
    assert f"Leeftijd van {guest.name}: bewijs gezien" in on_age.text
    assert "Vraag eerst om een legitimatie" in without.text
    assert says(without) == ["Welkom", "Welkom"]
    assert "Allebei binnen." in with_proof.text
    assert says(with_proof) == ["Al binnen", "Al binnen"]


def test_another_guest_is_named_here_until_the_guest_is_in(steward, order, pair):
    desk = f"/bestellingen/{order.pk}/duo/1/gast/"
    nobody = ask(steward, order, pair.host_code)
    guest = make_guest(pair=pair)
    unconfirmed = ask(steward, order, guest.code)
    Guest.objects.update(replaced_at=guest.created_at)
    replaced = ask(steward, order, guest.code)
    new = make_guest(pair=pair, name="Lotte Bos", admitted=True)
    let_in(steward, pair, new.code)

    assert [desk in page.text for page in (nobody, unconfirmed)] == [True, True]
    later = ask(steward, order, pair.host_code), ask(steward, order, new.code)
    assert [desk in page.text for page in (replaced, *later)] == [False] * 3


def test_a_mistake_is_undone_and_stays_to_be_seen(steward, order, pair, guest):
    for code in (pair.host_code, guest.code):
        let_in(steward, pair, code)

    steward.post(
        f"/tickets/deur/{order.event.slug}/{pair.pk}/ongedaan/",
        {"code": pair.host_code},
    )

    assert says(ask(steward, order, pair.host_code)) == ["Welkom"]
    [host, other] = CheckIn.objects.order_by("pk")
    assert (host.undone_at is not None, other.undone_at) == (True, None)


def test_an_unconfirmed_guest_waits_and_the_host_does_not(steward, order, pair):
    """Rule 3: until then only the host's half is valid."""
    guest = make_guest(pair=pair)

    page = let_in(steward, pair, guest.code)

    assert says(page) == ["Welkom", "Gast niet bevestigd"]
    assert CheckIn.objects.count() == 0


def test_a_replaced_guest_is_refused_with_the_reason(steward, order, guest, now):
    """Rule 5: the old QR is dead at once."""
    Guest.objects.update(replaced_at=now)

    page = ask(steward, order, guest.code)

    assert says(page) == ["Vervangen"]
    assert "Voor deze plek komt iemand anders" in page.text


def test_a_host_who_handed_over_is_refused_with_the_reason(steward, order, pair, now):
    hand_over_to_noor(pair, now)

    page = ask(steward, order, pair.host_code)

    assert says(page) == ["Vervangen"]
    assert "Deze plaats is overgedragen" in page.text
    assert [row["visitor"].name for row in page.context["rows"]] == ["Iris de Wit"]


def test_who_comes_instead_of_a_guest_who_was_in_is_let_in(steward, order, pair, guest):
    let_in(steward, pair, guest.code)
    Guest.objects.update(replaced_at=guest.created_at)
    other = make_guest(pair=pair, name="Lotte Bos", admitted=True)

    before = ask(steward, order, other.code)
    let_in(steward, pair, other.code)

    assert says(before) == ["Welkom"]
    assert "wie deze plaats eerst had, kwam om" in before.text
    assert says(ask(steward, order, other.code)) == ["Al binnen"]
    assert counts(event=order.event) == (2, 2)


def test_who_takes_over_from_a_host_who_was_in_is_let_in(steward, order, pair, now):
    let_in(steward, pair, pair.host_code)
    new = hand_over_to_noor(pair, now)

    old, page = ask(steward, order, pair.host_code), let_in(steward, new, new.host_code)

    assert "Wie het had, kwam om" in old.text
    assert says(page) == ["Al binnen"]


def test_who_was_replaced_while_the_page_was_open_stays_out(
    steward, order, pair, guest, now
):
    """The button is of a person, and not of whoever has that half by now."""
    Guest.objects.update(replaced_at=now)
    make_guest(pair=pair, name="Lotte Bos", admitted=True)

    page = let_in(steward, pair, guest.code)

    assert "Vervangen" in page.text
    assert CheckIn.objects.count() == 0


@pytest.mark.parametrize("code", ["-", "\x00", "x" * 5000, "💥", "onbekend"])
def test_a_code_of_nobody_lets_nobody_in(steward, pair, code):
    pages = [
        let_in(steward, pair, code),
        let_in(steward, pair, pair.host_code, other=code),
        let_in(steward, pair, ""),
    ]

    assert {page.status_code for page in pages} <= {200, 400}
    assert CheckIn.objects.count() == 0


def test_a_code_of_another_pair_lets_nobody_in(steward, order, pair):
    other = make_paid_order(ticket=order.event.tickets.get()).pairs.get()

    page = let_in(steward, pair, other.host_code)

    assert "Onbekend" in page.text
    assert CheckIn.objects.count() == 0


def test_a_cancelled_pair_is_refused(steward, order, pair):
    Pair.objects.update(state="cancelled", place=None)

    assert says(ask(steward, order, pair.host_code)) == ["Geannuleerd"]


def test_a_code_of_another_event_is_unknown(steward, order, now):
    other = make_paid_order().pairs.get()
    was, guest = other.host_code, make_guest(pair=other, admitted=True).code

    pages = [ask(steward, order, code) for code in (was, guest)]
    hand_over_to_noor(other, now)
    pages.append(ask(steward, order, was))

    assert ["Onbekend" in page.text and says(page) for page in pages] == [[], [], []]


def test_a_guest_admitted_on_age_shows_a_proof_first(steward, order, pair, guest):
    Guest.objects.update(ground="age", sector=None)

    without = let_in(steward, pair, guest.code)
    with_proof = let_in(steward, pair, guest.code, proof="on")

    assert "Vraag eerst om een legitimatie" in without.text
    assert says(with_proof) == ["Welkom", "Al binnen"]
    assert CheckIn.objects.get().proof_seen is True


def test_a_verdict_on_age_for_another_day_is_no_verdict(steward, order, guest):
    """Rule 4: when the event moves, guests admitted on age are asked again."""
    Guest.objects.update(
        ground="age", sector=None, judged_for=order.event.first_day - timedelta(days=7)
    )

    assert says(ask(steward, order, guest.code)) == ["Opnieuw bevestigen"]


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "💥", '"', "%", "x" * 5000, "--", "-1"]
)
def test_whatever_is_typed_the_door_stays_open(steward, order, guest, text):
    assert ask(steward, order, text).status_code in {200, 400}


def test_looking_changes_nothing(steward, order, pair, guest):
    ask(steward, order, guest.code)

    assert CheckIn.objects.count() == 0


def test_the_door_asks_the_database_as_little_for_twenty_as_for_two(
    steward, order, guest, django_assert_max_num_queries
):
    for _ in range(10):
        make_guest(pair=make_paid_order(ticket=order.event.tickets.get()).pairs.get())
    ask(steward, order, "iris")

    with django_assert_max_num_queries(16):
        page = ask(steward, order, "iris")

    assert len(page.context["rows"]) == 22


def test_what_does_not_fit_the_screen_is_counted(steward, order, now):
    event = order.event
    for _ in range(22):
        make_paid_order(ticket=order.pairs.get().ticket, buyer_name="Jan Jansen")

    page = steward.get(f"/tickets/deur/{event.slug}/", {"q": "jan"})
    one = steward.get(f"/tickets/deur/{event.slug}/", {"q": "iris"})

    assert len(page.context["rows"]) == 20
    assert "Er passen er nog 2 bij wat je zocht. Verfijn je zoekopdracht" in page.text
    assert "Verfijn" not in one.text


def test_the_list_of_doors_is_paged_and_leaves_out_what_does_not_happen(
    steward, order, now, time_machine
):
    time_machine.move_to(now)
    organiser = order.event.organisers.get()
    for number in range(21):
        make_event(name=f"Dag {number}").organisers.add(organiser)
    order.event.called_off_at, order.event.called_off_why = now, "Brand."
    order.event.save()

    first = steward.get("/tickets/deur/")
    second = steward.get("/tickets/deur/", {"pagina": "2"})
    door = steward.get(f"/tickets/deur/{order.event.slug}/")

    assert [len(page.context["events"]) for page in (first, second)] == [20, 1]
    assert order.event.slug not in first.text + second.text
    assert "gaat niet door. Brand." in door.text


def test_each_refusal_is_logged_with_its_reason(steward, order, pair, caplog):
    """And not who it was."""
    caplog.set_level("INFO", logger="events.door.views")
    ask(steward, order, pair.host_code)
    ask(steward, order, "bestaat-niet")
    let_in(steward, pair, pair.host_code)
    ask(steward, order, pair.host_code)
    let_in(steward, pair, pair.host_code)

    reasons = [record.args[1] for record in caplog.records]
    assert reasons == ["unknown", "already", "already"]
    assert pair.host_code not in caplog.text


def test_only_who_may_check_in_sees_the_door(client, order):
    make_agenda()
    address = f"/tickets/deur/{order.event.slug}/"
    editor = User.objects.create_user("redacteur")

    nobody = client.get(address)
    client.force_login(editor)

    assert nobody.status_code == 302
    assert nobody.url.startswith("/cms/login/")
    assert client.get(address).status_code == 403


def test_the_database_lets_nobody_in_twice(pair, now):
    values = {"pair": pair, "is_guest": False, "code": pair.host_code, "at": now}
    CheckIn.objects.create(**values)

    with pytest.raises(IntegrityError), transaction.atomic():
        CheckIn.objects.create(**values)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_stewards_at_one_instant_let_one_person_in_once(now):
    make_sector()
    pair = make_paid_order().pairs.get()

    def steward(_):
        try:
            found = pair_of(event=pair.order.event, pair_id=pair.pk)
            code = pair.host_code
            check_in(pair=found, code=code, proof_seen=False, by=None, now=now)
        except Refused as refusal:
            return refusal.verdict.value
        finally:
            connection.close()
        return "in"

    with ThreadPoolExecutor(max_workers=4) as stewards:
        outcomes = sorted(stewards.map(steward, range(4)))

    assert outcomes == ["already", "already", "already", "in"]
