"""An event on another day: a choice for buyers, a new verdict for guests on age."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from events.guests.services import admit
from events.models import Cancellation, Choice, Event, Guest, Move, Pair, Refund
from events.organiser.moving import mail
from events.organiser.moving.services import (
    TooLate,
    When,
    choose,
    move_event,
    standing_of,
)
from events.organiser.services import FirstDayStands, save_event
from home.mail.models import OwedMail
from tests.events.test_own_events import make_organiser
from tests.factories.events import (
    AMSTERDAM,
    make_event,
    make_guest,
    make_paid_order,
    make_ticket,
)
from tests.factories.payments import make_placed_order, settle_last

pytestmark = pytest.mark.django_db
WHY = "De zaal was dubbel geboekt."
UNTIL = datetime(2026, 12, 20, 12, 0, tzinfo=AMSTERDAM)


@pytest.fixture(autouse=True)
def _in_november(time_machine, now):
    time_machine.move_to(now)


@pytest.fixture
def order():
    """Iris hosts one pair with Daan, on age; Tom the other with Kim, on sector."""
    order = make_paid_order(pairs=2)
    first, second = order.pairs.order_by("number")
    Pair.objects.filter(pk=second.pk).update(host_name="Tom", host_email="t@x.example")
    make_guest(pair=first, admitted=True, ground="age", sector=None)
    make_guest(pair=second, name="Kim", email="kim@x.example", admitted=True)
    return order


def later(event: Event, days: int = 7) -> When:
    gap = timedelta(days=days)
    return When(event.starts_at + gap, event.ends_at + gap, event.changes_until + gap)


def move(event: Event, now, **changes) -> Move:
    by = User.objects.get_or_create(username="roos")[0]
    values = {"to": later(event), "choose_until": UNTIL, "why": WHY, "by": by}
    return move_event(event=event, now=now, **(values | changes))


def test_everybody_is_told_once_and_buyers_may_choose(order, now):
    make_guest(pair=order.pairs.first(), name="Weg", replaced_at=now)

    move(order.event, now)

    assert sorted(owed.kind for owed in OwedMail.objects.all()) == [
        "events.moved",
        "events.moved_to_guest",
        "events.moved_to_guest",
        "events.moved_to_host",
    ]
    assert [choice.answer for choice in Choice.objects.all()] == [""]


def test_a_guest_on_age_is_asked_again_and_one_of_another_sector_is_not(order, now):
    """Rule 4: the verdict holds for its day."""
    move(order.event, now)
    event = Event.objects.get(pk=order.event_id)
    daan, kim = Guest.objects.order_by("pk")

    mails = [mail.moved_to_guest(guest) for guest in (daan, kim)]

    assert [g.is_valid_for(event.first_day) for g in (daan, kim)] == [False, True]
    assert "Je mocht mee op leeftijd" in mails[0].body
    assert [len(each.attachments) for each in mails] == [0, 2]
    assert standing_of(event).to_confirm == 1


def test_a_guest_who_is_asked_again_can_confirm_for_the_new_day(order, now):
    move(order.event, now)
    daan = Guest.objects.order_by("pk")[0]

    admit(
        guest=daan,
        name=daan.name,
        email=daan.email,
        born=date(2000, 1, 1),
        sector=None,
        now=now,
    )

    assert standing_of(Event.objects.get(pk=order.event_id)).to_confirm == 0


def test_another_hour_on_the_same_day_asks_no_guest_again(order, now):
    event = order.event
    gap = timedelta(hours=1)
    to = When(event.starts_at + gap, event.ends_at + gap, event.changes_until)

    move(event, now, to=to)

    assert standing_of(event).to_confirm == 0
    assert "bevestigen opnieuw" not in mail.moved(Choice.objects.get()).body


def test_deadlines_move_along(now):
    event = make_event(
        sales_until=datetime(2027, 3, 1, 9, 0, tzinfo=AMSTERDAM),
        cancel_until=datetime(2027, 3, 3, 9, 0, tzinfo=AMSTERDAM),
    )

    move(event, now)

    event.refresh_from_db()
    assert event.sales_until.astimezone(AMSTERDAM).day == 8
    assert event.cancel_until.astimezone(AMSTERDAM).day == 10


def test_who_keeps_it_keeps_it_and_may_still_change_until_the_deadline(order, now):
    move(order.event, now)
    choice = Choice.objects.get()

    choose(choice=choice, answer="keep", now=now)
    kept = Pair.objects.filter(state=Pair.State.SOLD).count()
    choose(choice=choice, answer="refund", now=now + timedelta(days=1))

    assert kept == 2
    assert {row.reason for row in Cancellation.objects.all()} == {"moved"}
    assert Pair.objects.filter(state=Pair.State.SOLD).count() == 0


def test_the_day_stands_while_somebody_is_paying_for_it(now, stripe):
    event = make_placed_order(now).event
    event.starts_at, event.ends_at, event.changes_until = vars(later(event)).values()

    with pytest.raises(FirstDayStands):
        save_event(event=event, now=now)


def test_money_back_is_all_of_it_and_a_second_click_changes_nothing(now, stripe):
    order = make_placed_order(now)
    stripe.pay(stripe.last_session)
    settle_last(order, now)
    move(order.event, now)
    choice = Choice.objects.get()

    for _ in range(2):
        choose(choice=choice, answer="refund", now=now)

    assert Refund.objects.get().amount == Decimal("149.00")
    with pytest.raises(TooLate):
        choose(choice=choice, answer="keep", now=now)


def test_after_the_deadline_nobody_chooses(order, now):
    move(order.event, now)

    with pytest.raises(TooLate):
        choose(choice=Choice.objects.get(), answer="refund", now=UNTIL)

    assert standing_of(order.event).silent == 1


# The pages


@pytest.fixture
def desk(client, order):
    client.force_login(make_organiser("milan", order.event))
    return client


def at(moment: datetime) -> str:
    return moment.astimezone(AMSTERDAM).strftime("%Y-%m-%d %H:%M")


def post(desk, event, **changes):
    to = later(event)
    values = {
        "starts_at": at(to.starts_at),
        "ends_at": at(to.ends_at),
        "changes_until": at(to.changes_until),
        "choose_until": at(UNTIL),
        "why": WHY,
    }
    address = reverse("organiser_events:move", args=[event.pk])
    return desk.post(address, values | changes)


def test_the_desk_moves_it_and_shows_how_it_stands(desk, order):
    event = order.event

    post(desk, event)
    page = desk.get(reverse("organiser_events:move", args=[event.pk]))

    assert Event.objects.get(pk=event.pk).first_day == date(2027, 3, 17)
    assert "1; kiezen kan tot 20 december 2026" in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"starts_at": "2026-11-24 09:30"}, ["starts_at", "choose_until"]),
        ({"ends_at": "2027-03-17 09:00"}, ["ends_at", "changes_until"][:1]),
        ({"changes_until": "2027-03-18 09:00"}, ["changes_until"]),
        ({"choose_until": "2026-11-25 09:00"}, ["choose_until"]),
        ({"choose_until": "2027-03-18 09:00"}, ["choose_until"]),
        ({"starts_at": "31 februari"}, ["starts_at"]),
        ({"ends_at": "9999-12-31 23:59"}, ["ends_at"]),
        ({"why": ""}, ["why"]),
        ({"why": "x" * 10_000}, ["why"]),
        (
            {
                "starts_at": "2027-03-10 09:30",
                "ends_at": "2027-03-10 17:30",
                "changes_until": "2027-03-05 09:30",
            },
            ["__all__"],
        ),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(desk, order, changes, wrong):
    response = post(desk, order.event, **changes)

    assert list(response.context["form"].errors) == wrong
    assert not Move.objects.exists()


def test_the_buyer_chooses_behind_the_own_link(client, order, now):
    move(order.event, now)
    address = reverse("order_moved", args=[order.reference, order.token])

    looked = client.get(address)
    before = Choice.objects.get().answer
    client.post(address, {"answer": "keep"})
    client.post(address, {"answer": "onzin"})

    assert "Ik kom op de nieuwe dag" in looked.content.decode()
    assert (before, Choice.objects.get().answer) == ("", "keep")
    assert "Fijn: je komt op de nieuwe dag." in client.get(address).content.decode()


def test_an_order_that_never_moved_has_no_such_page(client, order):
    address = reverse("order_moved", args=[order.reference, order.token])

    assert client.get(address).status_code == 404


def test_the_mail_to_the_buyer_has_the_choice_and_the_tickets(order, now):
    move(order.event, now)

    message = mail.moved(Choice.objects.get())
    to_tom = mail.moved_to_host(order.pairs.get(number=2))

    assert "/verzet/" in message.body
    assert "bevestigen opnieuw" in message.body
    assert WHY in message.body
    assert [name for name, *_ in message.attachments][1].endswith(".ics")
    assert order.token not in to_tom.body


def test_anothers_event_is_not_moved(desk):
    other = make_ticket(event=make_event()).event

    assert post(desk, other).status_code == 404


def test_the_page_of_the_order_leads_to_the_choice_while_there_is_one(
    client, order, now, time_machine
):
    address = reverse("order", args=[order.reference, order.token])
    before = client.get(address).text
    move(order.event, now)

    there = client.get(address).text
    time_machine.move_to(UNTIL)
    after = client.get(address).text

    assert f"{address}verzet/" in there
    assert "Kies tot 20 december 2026, 12.00 uur of je komt" in there
    assert "verzet/" not in before + after
