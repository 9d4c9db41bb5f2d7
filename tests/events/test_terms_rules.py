"""What comes back when somebody changes their mind: pure rules."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from events.terms.rules import (
    cancellation_in_words,
    fee_for,
    may_withdraw,
    rules_in_words,
    withdrawal_ends,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FREE = datetime(2027, 2, 1, tzinfo=AMSTERDAM)
LAST = datetime(2027, 3, 1, tzinfo=AMSTERDAM)
SECOND = timedelta(seconds=1)


@dataclass
class Rules:
    cancel_free_until: datetime | None = FREE
    cancel_until: datetime | None = LAST
    cancel_fee: int = 50


@pytest.mark.parametrize(
    ("rules", "now", "fee"),
    [
        (Rules(), FREE - SECOND, "0.00"),
        (Rules(), FREE, "74.50"),
        (Rules(), LAST - SECOND, "74.50"),
        (Rules(), LAST, None),
        (Rules(cancel_fee=0), FREE, "0.00"),
        (Rules(cancel_fee=100), FREE, "149.00"),
        (Rules(cancel_fee=33), FREE, "49.17"),
        (Rules(cancel_until=None), FREE - SECOND, "0.00"),
        (Rules(cancel_until=None), FREE, None),
        (Rules(cancel_free_until=None), FREE - SECOND, "74.50"),
        (Rules(cancel_free_until=None, cancel_until=None), FREE - SECOND, None),
    ],
)
def test_first_free_then_a_percentage_then_no_more(rules, now, fee):
    kept = fee_for(rules, Decimal("149.00"), now=now)

    assert kept == (None if fee is None else Decimal(fee))


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (
            Rules(),
            "Annuleren kan gratis tot 1 februari 2027, 00.00 uur. Daarna houden we 50% "
            "van de prijs in, tot 1 maart 2027, 00.00 uur. Daarna kan het niet meer.",
        ),
        (
            Rules(cancel_until=None),
            "Annuleren kan gratis tot 1 februari 2027, 00.00 uur. Daarna kan het niet "
            "meer.",
        ),
        (
            Rules(cancel_free_until=None),
            "Annuleren kan tot 1 maart 2027, 00.00 uur; daarbij houden we 50% van de "
            "prijs in. Daarna kan het niet meer.",
        ),
        (
            Rules(cancel_free_until=None, cancel_until=None),
            "Annuleren kan niet; een ander in jullie plaats laten gaan wel.",
        ),
    ],
)
def test_the_rules_are_said_in_words(rules, words):
    assert cancellation_in_words(rules) == words


def test_who_orders_reads_that_a_place_can_be_sold_on():
    words = rules_in_words(Rules())

    assert words.startswith(cancellation_in_words(Rules()))
    assert "neemt iemand anders jullie plaats, dan krijg je de hele prijs" in words


def test_the_fourteenth_day_counts_in_full():
    """Ordered on a Friday evening, in summer time on the one side of the change."""
    ordered_at = datetime(2026, 10, 16, 23, 30, tzinfo=AMSTERDAM)

    assert withdrawal_ends(ordered_at) == datetime(2026, 10, 31, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("change", "may"),
    [
        ({}, True),
        ({"withdrawal": "excluded"}, False),
        ({"withdrawal": ""}, False),
        ({"is_business": True}, False),
        ({"ordered_at": None}, False),
        ({"now": datetime(2027, 1, 15, 23, 59, tzinfo=AMSTERDAM)}, True),
        ({"now": datetime(2027, 1, 16, tzinfo=AMSTERDAM)}, False),
        ({"starts_at": datetime(2027, 1, 4, tzinfo=AMSTERDAM)}, False),
    ],
)
def test_a_consumer_may_withdraw_for_14_days_before_the_event_begins(change, may):
    asked = {
        "withdrawal": "14days",
        "is_business": False,
        "ordered_at": datetime(2027, 1, 1, 12, tzinfo=AMSTERDAM),
        "starts_at": LAST,
        "now": datetime(2027, 1, 5, tzinfo=AMSTERDAM),
    }

    assert may_withdraw(**(asked | change)) is may
