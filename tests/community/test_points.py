"""A point is handed in, supported, answered and merged; it never disappears."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from community.consultation.services import hide as hide_remark
from community.models import Point, Support
from community.points import retention
from community.points.desk.services import SamePoint, TooLate, answer, hide, merge, show
from community.points.services import (
    NotOpen,
    Wish,
    ask_support,
    give,
    hand_in,
    hand_in_as_member,
    note_point,
    support_as_member,
    take_back,
    withdraw,
    withdraw_as_member,
)
from home.models import Confirmation, OwedMail
from home.readers.services import confirm
from stories.models import Ruling
from tests.factories.community import make_group, make_outcome, make_remark
from tests.factories.points import make_point, make_support
from tests.factories.reactions import WILMA
from tests.factories.stories import make_story

pytestmark = pytest.mark.django_db
State, Status = Point.State, Point.Status
WISH = Wish(title="Bel terug wie wachtte", text="Binnen een dag.", name="Wilma")


@pytest.fixture
def by():
    return get_user_model().objects.create_user("trekker", "t@voorbeeld.example")


def press(now) -> str:
    """The button behind the link in the last mail."""
    return confirm(asked=Confirmation.objects.latest("pk"), now=now)


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "gekozen"},
        {"status": "gekozen", "answer": "Omdat."},
        {"status": "gebundeld", "answer": "Omdat.", "answered_at": "now"},
        {"state": "hidden"},
        {"state": "shown", "shown_at": None},
        {"origin_id": 3},
    ],
)
def test_the_database_takes_no_point_that_moved_silently(group, now, wrong):
    point = make_point(group, now=now)
    fields = {name: now if value == "now" else value for name, value in wrong.items()}

    with pytest.raises(IntegrityError), transaction.atomic():
        Point.objects.filter(pk=point.pk).update(**fields)


def test_the_database_takes_no_point_within_itself(group, now):
    point = make_point(group, now=now, status="gekozen")

    with pytest.raises(IntegrityError), transaction.atomic():
        Point.objects.filter(pk=point.pk).update(status="gebundeld", merged_into=point)


def test_a_point_is_read_by_a_lead_before_it_shows(group, now):
    point = hand_in(group=group, email=WILMA, wish=WISH, now=now)
    assert point.state == State.ASKED

    leads_to = press(now)

    point.refresh_from_db()
    assert (point.state, point.shown_at) == (State.WAITING, None)
    assert leads_to == "/werkgroepen/kwaliteit/punten/?wacht=1"


def test_a_point_sent_twice_is_one_point(group, now):
    hand_in(group=group, email=WILMA, wish=WISH, now=now)
    hand_in(group=group, email=WILMA.upper(), wish=WISH, now=now)

    assert Point.objects.count() == 1


def test_who_is_logged_in_needs_no_mail(group, now):
    for number in range(2):
        make_point(group, now=now, title=f"Eerder {number}")

    point = hand_in_as_member(group=group, email=WILMA, wish=WISH, now=now)

    assert (point.state, point.shown_at) == (State.SHOWN, now)
    assert not OwedMail.objects.exists()


def test_who_is_banned_hands_in_nothing(group, now):
    point = hand_in(group=group, email=WILMA, wish=WISH, now=now)
    Ruling.objects.create(
        story=make_story(),
        act="ban",
        ground="personal",
        reader=point.reader,
        until=now + timedelta(days=7),
        at=now,
    )

    assert press(now) == "/verbeterpunten/?geweerd=1"
    assert not Point.objects.exists()


def test_what_a_session_brought_is_noted_once(group, now):
    said = make_story()
    note = {"group": group, "wish": WISH, "kind": Point.Origin.HARVEST, "now": now}

    points = {note_point(origin=said, **note) for _ in range(2)}

    assert [(each.origin, each.state) for each in points] == [(said, State.SHOWN)]


def test_support_counts_once_per_person(group, now):
    point = make_point(group, now=now)
    for _tab in range(2):
        ask_support(point=point, email="ruud@voorbeeld.example", now=now)
    assert Support.objects.given().count() == 0

    press(now)
    support_as_member(point=point, email="Ruud@voorbeeld.example", now=now)
    support_as_member(point=point, email="els@voorbeeld.example", now=now)

    point.refresh_from_db()
    assert point.support_count == point.supports.given().count() == 2


def test_the_database_takes_no_second_support(group, now):
    support = make_support(make_point(group, now=now), WILMA, now=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        Support.objects.create(point=support.point, reader=support.reader, asked_at=now)


def test_support_is_taken_back(group, now):
    point = make_point(group, now=now)
    mine = make_support(point, WILMA, now=now)
    make_support(point, "els@voorbeeld.example", now=now)

    take_back(mine, now=now)
    withdraw_as_member(point=point, email="els@voorbeeld.example", now=now)

    point.refresh_from_db()
    assert (point.support_count, point.supports.count()) == (0, 0)


def test_what_is_hidden_takes_no_support(group, now):
    with pytest.raises(NotOpen):
        ask_support(
            point=make_point(group, now=now, state="hidden"), email=WILMA, now=now
        )


def test_merging_moves_support_along_once_per_person(group, now, by):
    one, other, third = (make_point(group, now=now, title=each) for each in "ABC")
    for email in ("a@x.example", "b@x.example"):
        make_support(one, email, now=now)
    for email in ("b@x.example", "c@x.example"):
        make_support(other, email, now=now)
    ask_support(point=other, email="a@x.example", now=now)

    merge(point=one, into=other, text="Hetzelfde.", by=by, now=now)
    merge(point=other, into=third, text="Weer hetzelfde.", by=by, now=now)

    one.refresh_from_db()
    third.refresh_from_db()
    assert (one.status, one.merged_into, one.support_count) == ("gebundeld", third, 0)
    assert one.get_absolute_url() == f"/verbeterpunten/{third.pk}/#punt-{one.pk}"
    assert third.support_count == third.supports.given().count() == 3
    assert Point.objects.count() == 3


def test_support_for_what_was_merged_meanwhile_goes_along(group, now, by):
    one, other = (make_point(group, now=now, title=each) for each in "AB")
    stale = Point.objects.get(pk=one.pk)
    support = ask_support(point=stale, email="a@x.example", now=now)
    merge(point=one, into=other, text="Hetzelfde.", by=by, now=now)

    press(now)
    one.refresh_from_db()
    later = support_as_member(point=one, email="b@x.example", now=now)

    support.refresh_from_db()
    other.refresh_from_db()
    assert (support.point, later.point, other.support_count) == (other, other, 2)


def test_a_point_goes_only_into_one_of_its_group_that_is_there(group, now, by):
    point = make_point(group, now=now)
    elsewhere = make_point(make_group("mens"), now=now)
    hidden = make_point(group, now=now, state="hidden")

    for into, refusal in {
        elsewhere: SamePoint,
        point: SamePoint,
        hidden: TooLate,
    }.items():
        with pytest.raises(refusal):
            merge(point=point, into=into, text="x", by=by, now=now)


def test_its_writer_hears_each_decision(group, now, by):
    point = make_point(group, now=now, state="waiting")

    show(point=point, by=by, now=now)
    answer(point=point, status=Status.CHOSEN, text="Doen we.", by=by, now=now)

    point.refresh_from_db()
    assert (point.status, point.answer) == (Status.CHOSEN, "Doen we.")
    assert OwedMail.objects.filter(kind="community.point").count() == 2


def test_what_its_writer_took_away_cannot_be_shown_again(group, now, by):
    point = make_point(group, now=now)
    make_support(point, "els@voorbeeld.example", now=now)

    withdraw(point, now=now)

    with pytest.raises(TooLate):
        show(point=point, by=by, now=now)
    point.refresh_from_db()
    assert (point.title, point.name, point.reader) == ("", "", None)
    assert point.support_count == 1


def test_a_point_that_is_hidden_twice_is_told_so(group, now, by):
    point = make_point(group, now=now)
    hide(point=point, ground="advert", by=by, now=now)

    with pytest.raises(TooLate):
        hide(point=point, ground="advert", by=by, now=now)


def test_the_public_log_tells_what_was_hidden_and_put_back_without_a_name(
    client, group, now, by
):
    point = make_point(group, now=now, title="Weg met Jan")
    remark = make_remark(make_outcome(group, title="Norm"), now=now)

    hide(point=point, ground="personal", by=by, now=now)
    show(point=point, by=by, now=now)
    hide_remark(said=remark, ground="advert", by=by, now=now)

    page = " ".join(client.get("/huisregels/besluiten/").text.split())
    where = f"een verbeterpunt van werkgroep {group.title}"
    assert page.count(where) == 2
    assert "een reactie op de uitkomst ‘Norm’" in page
    assert "Weg met Jan" not in page
    assert by.username not in page


def test_the_number_stays_when_nobody_is_known_any_more(group, now):
    point = make_point(group, now=now, status=Status.DONE)
    make_support(point, "els@voorbeeld.example", now=now)

    retention.forget(now=now + timedelta(days=366))
    retention.erase(email=WILMA, now=now)

    point.refresh_from_db()
    assert point.support_count == point.supports.given().count() == 1
    assert list(point.supports.values_list("reader", flat=True)) == [None]
    assert (point.title, point.answer) == ("", "Omdat het kan.")


def test_a_click_that_comes_twice_gives_once(group, now):
    support = make_support(make_point(group, now=now), WILMA, now=now, given_at=None)

    give(support, now=now)
    give(support, now=now + timedelta(hours=1))

    support.refresh_from_db()
    assert (support.given_at, support.point.support_count) == (now, 1)
