"""Rule 2: younger than the limit on the first day, or from another sector."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.guests.rules import ground_for, oldest_birthday, turns
from events.models import Event, Guest
from home.models import Sector

AGE, SECTOR = Guest.Ground.AGE, Guest.Ground.SECTOR
OWN, OTHER = Sector(pk=1, name="Klantcontact"), Sector(pk=2, name="Zorg")

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
event_days = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def event_on(day: date, limit: int = 30) -> Event:
    noon = datetime.combine(day, time(12), UTC)
    return Event(starts_at=noon, age_limit=limit, home_sector=OWN)


@pytest.mark.parametrize(
    ("born", "sector", "ground"),
    [
        (date(1991, 3, 11), OWN, AGE),  # turns 30 the day after
        (date(1991, 3, 10), OWN, None),  # turns 30 that day
        (date(1991, 3, 10), OTHER, SECTOR),
        (date(1991, 3, 11), OTHER, AGE),  # both hold: age is looked at first
        (date(1991, 3, 10), None, None),
        (None, OWN, None),
        (None, OTHER, SECTOR),
        (None, None, None),
    ],
)
def test_ground_for(born, sector, ground):
    event = event_on(date(2021, 3, 10))

    assert ground_for(event, born=born, sector=sector) == ground


@pytest.mark.parametrize(
    ("first_day", "ground"),
    [
        (date(2026, 2, 28), AGE),  # 30 years and a day short
        (date(2026, 3, 1), None),  # born on 29 February counts as turning 30 on 1 March
    ],
)
def test_a_leap_day_birthday_falls_on_the_first_of_march(first_day, ground):
    event = event_on(first_day)

    assert ground_for(event, born=date(1996, 2, 29), sector=None) == ground


def test_the_first_day_is_the_one_in_amsterdam():
    late = datetime(2021, 3, 9, 23, 30, tzinfo=UTC)  # half past midnight on the 10th
    event = Event(starts_at=late, age_limit=30, home_sector=OWN)

    assert ground_for(event, born=date(1991, 3, 10), sector=None) is None


@pytest.mark.parametrize(
    ("first_day", "limit", "oldest"),
    [
        (date(2027, 3, 10), 30, date(1997, 3, 11)),
        (date(2027, 3, 10), 25, date(2002, 3, 11)),
        (date(2026, 12, 31), 30, date(1997, 1, 1)),
        (date(2026, 2, 28), 30, date(1996, 2, 29)),
        (date(2027, 2, 28), 30, date(1997, 3, 1)),
        (date(2028, 2, 29), 30, date(1998, 3, 1)),
    ],
)
def test_oldest_birthday(first_day, limit, oldest):
    assert oldest_birthday(event_on(first_day, limit)) == oldest


@given(first_day=event_days, born=days, limit=st.integers(18, 99))
def test_the_sentence_on_the_page_and_the_verdict_agree(first_day, born, limit):
    """ "Geboren op of na …" is true for exactly those who are admitted on age."""
    event = event_on(first_day, limit)

    admitted = ground_for(event, born=born, sector=None) == AGE

    assert admitted == (born >= oldest_birthday(event))


@given(born=days, age=st.integers(0, 120))
def test_a_birthday_keeps_its_day_but_for_leap_days(born, age):
    day = turns(age, born)

    assert day.year == born.year + age
    assert (day.month, day.day) in {(born.month, born.day), (3, 1)}
    assert (born.month, born.day) == (2, 29) or (day.month, day.day) == (
        born.month,
        born.day,
    )


@given(born=st.none() | days, first_day=event_days)
def test_another_sector_is_enough_at_any_age(born, first_day):
    assert ground_for(event_on(first_day), born=born, sector=OTHER) is not None
