"""Who gets a seat, who waits, who moves up, and what everybody is told."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from community.models import Breakout, Registration, Seat
from community.sessions.registration import services
from community.sessions.registration.changes import (
    RulesStand,
    TooLate,
    call_off,
    change,
    move_up_everywhere,
    remind_of_sessions,
)
from community.sessions.registration.participant import Participant
from community.sessions.registration.retention import KEEPER
from community.sessions.registration.services import (
    cancel,
    register,
    set_capacity,
)
from community.sessions.registration.totals import in_total
from home.mail.services import pay_owed_mail
from home.models import Confirmation, OwedMail
from home.readers.services import confirm, refuse
from tests.factories.sessions import (
    make_campfire,
    make_registration,
    make_session,
    page_of,
)

pytestmark = pytest.mark.django_db
WILMA = Participant(name="Wilma", role=None, why="aanhaken")


def sign_up(session, now, email="wilma@voorbeeld.example", is_known=True):
    return register(session=session, email=email, who=WILMA, is_known=is_known, now=now)


def states(session) -> list[str]:
    return list(session.registrations.order_by("pk").values_list("state", flat=True))


def test_who_is_not_signed_in_has_no_seat_before_the_click_in_the_mail(now):
    session = make_session(now=now)
    registration = sign_up(session, now, is_known=False)
    before = states(session)

    asked = Confirmation.objects.get(about_id=registration.pk)
    leads_to = confirm(asked=asked, now=now)

    assert (before, states(session)) == (["asked"], ["placed"])
    assert leads_to == f"/bijeenkomsten/mijn/{registration.token}/"


def test_the_link_of_a_session_without_a_page_is_dead(client, now):
    """An editor threw the page away."""
    mine = make_registration(make_session(now=now), now=now)
    group = Breakout.objects.create(session=mine.session, number=1, seed=1)
    page_of(mine.session).delete()

    links = [
        reverse("registration", args=[mine.token]),
        reverse("breakout", args=[group.token]),
    ]

    assert [client.get(each).status_code for each in links] == [410, 410]


def test_that_was_not_me_forgets_what_a_stranger_filled_in(now):
    registration = sign_up(make_session(now=now), now, is_known=False)

    refuse(asked=Confirmation.objects.get(about_id=registration.pk), now=now)

    assert not Registration.objects.exists()


def test_the_seats_go_in_order_and_the_others_wait(now):
    session = make_session(now=now, capacity=2)

    for number in range(4):
        sign_up(session, now, email=f"{number}@voorbeeld.example")

    assert states(session) == ["placed", "placed", "waiting", "waiting"]


def test_the_same_address_twice_is_one_registration(now):
    session = make_session(now=now)

    for email in ("wilma@voorbeeld.example", "Wilma@Voorbeeld.example"):
        sign_up(session, now, email=email)

    assert states(session) == ["placed"]


def test_what_a_stranger_fills_in_changes_nothing_of_who_registered(now):
    session = make_session(now=now)
    sign_up(session, now, email="wilma@voorbeeld.example")
    who = Participant(name="Een ander", role=None, why="leren")

    known = {"session": session, "email": "wilma@voorbeeld.example", "who": who}
    register(**known, is_known=False, now=now)

    assert Registration.objects.get().name == "Wilma"


def test_who_cancels_gives_the_seat_to_who_waits_longest_and_a_mail_says_so(
    now, mailoutbox
):
    session = make_session(now=now, capacity=1)
    first = sign_up(session, now, email="a@voorbeeld.example")
    for minutes, email in enumerate(("b@voorbeeld.example", "c@voorbeeld.example")):
        sign_up(session, now + timedelta(minutes=minutes), email=email)
    pay_owed_mail(now=now + timedelta(hours=1))
    mailoutbox.clear()

    cancel(registration=first, now=now + timedelta(hours=2))
    pay_owed_mail(now=now + timedelta(hours=2))

    assert states(session) == ["cancelled", "placed", "waiting"]
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [
        (["b@voorbeeld.example"], "Je doet mee aan Wie luistert er?")
    ]
    assert [name for name, *_ in mailoutbox[0].attachments] == [
        f"bijeenkomst-{session.pk}.ics"
    ]


def test_nobody_cancels_what_has_begun(now):
    """Who leads it notes who came; what people came for is counted."""
    session = make_session(now=now)
    mine = sign_up(session, now)

    with pytest.raises(services.TooLate):
        cancel(registration=mine, now=session.starts_at)

    assert states(session) == ["placed"]


def test_who_cancelled_may_come_back_at_the_end_of_the_line(now):
    session = make_session(now=now, capacity=1)
    first = sign_up(session, now, email="a@voorbeeld.example")
    sign_up(session, now, email="b@voorbeeld.example")
    cancel(registration=first, now=now)

    sign_up(session, now, email="a@voorbeeld.example")

    assert states(session) == ["waiting", "placed"]


def test_who_comes_back_at_once_is_told_of_the_seat_again(now, mailoutbox):
    session = make_session(now=now)
    registration = sign_up(session, now)
    cancel(registration=registration, now=now + timedelta(milliseconds=1))

    sign_up(session, now + timedelta(milliseconds=2))
    pay_owed_mail(now=now + timedelta(hours=1))

    assert len(mailoutbox) == 2


def test_a_larger_room_lets_people_in_and_a_smaller_one_puts_nobody_out(now):
    session = make_session(now=now, capacity=1)
    for number in range(4):
        sign_up(session, now, email=f"{number}@voorbeeld.example")

    larger = set_capacity(session=session, capacity=3, now=now)
    smaller = set_capacity(session=session, capacity=1, now=now)

    assert (larger, smaller) == (3, 3)
    assert states(session) == ["placed"] * 3 + ["waiting"]


def test_an_erased_address_frees_its_seat_within_a_minute(now):
    session = make_session(now=now, capacity=1)
    sign_up(session, now, email="a@voorbeeld.example")
    sign_up(session, now, email="b@voorbeeld.example")

    KEEPER.erase(email="a@voorbeeld.example", now=now)
    move_up_everywhere(now=now)

    assert states(session) == ["placed"]


def test_the_database_refuses_a_seat_twice_and_a_place_without_one(now):
    session = make_session(now=now, capacity=1)
    first = make_registration(session, now=now)

    for wrong in ({"seat": first.seat}, {"seat": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_registration(session, now=now, **wrong)


def test_nobody_registers_for_what_has_begun(now):
    session = make_session(now=now, starts_at=now)

    with pytest.raises(services.TooLate):
        sign_up(session, now)


def test_a_move_is_told_to_who_comes_and_who_waits_and_to_nobody_else(now, mailoutbox):
    session = make_session(now=now, capacity=1)
    make_registration(session, now=now, email="a@voorbeeld.example", reminded_at=now)
    for state in ("waiting", "cancelled", "asked"):
        make_registration(session, now=now, state=state, email=f"{state}@x.example")

    session.starts_at += timedelta(minutes=30)
    change(session=session, now=now)
    session.decider = "De groep"
    change(session=session, now=now)
    pay_owed_mail(now=now)

    assert sorted(mail.to[0] for mail in mailoutbox) == [
        "a@voorbeeld.example",
        "waiting@x.example",
    ]
    placed = next(mail for mail in mailoutbox if mail.to == ["a@voorbeeld.example"])
    assert "SEQUENCE:1" in placed.attachments[0][1].replace("\r", "")
    assert Registration.objects.filter(reminded_at=None).count() == 4


def test_once_people_speak_nobody_changes_who_decides(now):
    session = make_campfire(now=now)
    session.decider = "Iemand anders"

    with pytest.raises(RulesStand):
        change(session=session, now=session.starts_at)


def test_a_campfire_without_who_decides_is_refused_by_the_database(now):
    for without in ("question", "mode", "decider"):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_campfire(now=now, **{without: ""})


def test_what_is_called_off_is_told_with_its_reason_and_takes_nobody(now, mailoutbox):
    session = make_session(now=now)
    make_registration(session, now=now)

    call_off(session=session, why="De zaal is dicht.", now=now)
    pay_owed_mail(now=now)

    (mail,) = mailoutbox
    assert mail.subject == "Gaat niet door: Wie luistert er?"
    assert "De zaal is dicht." in mail.body
    assert "STATUS:CANCELLED" in mail.attachments[0][1]
    with pytest.raises(TooLate):
        call_off(session=session, why="Nog eens.", now=now)


def test_the_day_before_everybody_who_comes_is_reminded_once(now):
    session = make_session(now=now)
    make_registration(session, now=now)
    make_registration(session, now=now, state="waiting")
    eve = session.starts_at - timedelta(hours=23)

    reminded = [remind_of_sessions(now=moment) for moment in (now, eve, eve)]

    assert reminded == [0, 1, 0]
    kinds = OwedMail.objects.values_list("kind", flat=True)
    assert list(kinds) == ["community.session_reminder"]


def test_why_people_came_is_told_in_total_afterwards_and_only_of_five(now):
    session = make_session(now=now)
    over = session.ends_at
    for why in ("aanhaken", "leren", "leren", "leren", ""):
        make_registration(session, now=now, why=why)
    few = in_total(session, over)

    make_registration(session, now=now, why="aanhaken")
    before = in_total(session, over - timedelta(seconds=1))
    placed, reasons = in_total(session, over)

    assert few == (5, [])
    assert before == (6, [])
    assert placed == 6
    assert [reason.number for reason in reasons] == [3, 2]


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_twenty_at_one_instant_for_five_seats(now):
    session = make_session(now=now, capacity=5)

    def come(number):
        try:
            return sign_up(session, now, email=f"{number}@voorbeeld.example").pk
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=20) as threads:
        list(threads.map(come, range(20)))

    assert sorted(states(session)) == ["placed"] * 5 + ["waiting"] * 15
    assert not Seat.objects.filter(session=session).free().exists()
