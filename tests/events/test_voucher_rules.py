"""What a code is and what it takes off: rules without a database."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.models import Voucher
from events.vouchers.rules import discounted, is_valid_at, plain

NOW = datetime(2026, 11, 25, 13, 5, tzinfo=UTC)
DAY = timedelta(days=1)
FREE_OR_MORE = st.one_of(st.just(Decimal(0)), st.decimals("0.50", "9999", places=2))


@pytest.mark.parametrize(
    "typed",
    ["ZOMER26", "zomer26", " Zomer 26 ", "zomer-26", "z_o\tm er\n26", "zomer26\x00"],
)
def test_a_code_is_the_same_however_it_is_typed(typed):
    assert plain(typed) == "ZOMER26"


@pytest.mark.parametrize("typed", ["", "   ", "---", "💥", "\x00"])
def test_what_has_no_letter_and_no_figure_is_no_code(typed):
    assert plain(typed) == ""


@given(typed=st.text(max_size=300))
def test_a_code_stays_the_code_that_it_is(typed):
    assert plain(plain(typed)) == plain(typed)
    assert len(plain(typed)) <= 40


@pytest.mark.parametrize(
    ("price", "kind", "value", "left"),
    [
        ("149", "percent", "10", "134.10"),
        ("149", "percent", "0", "149"),
        ("149", "percent", "100", "0"),
        ("149", "percent", "33.33", "99.34"),  # half a cent goes up
        ("149", "amount", "49", "100"),
        ("149", "amount", "149", "0"),
        ("149", "amount", "500", "0"),
        ("149", "amount", "148.51", "0"),  # 49 cents no bank will move: we let it go
        ("149", "amount", "148.50", "0.50"),
        ("0", "amount", "10", "0"),
    ],
)
def test_what_is_left_of_a_price(price, kind, value, left):
    voucher = Voucher(kind=kind, value=Decimal(value))

    assert discounted(Decimal(price), voucher) == Decimal(left)


@given(
    price=FREE_OR_MORE,
    kind=st.sampled_from(["percent", "amount"]),
    value=st.decimals("0", "100", places=2),
)
def test_what_is_left_can_be_paid_and_is_never_more(price, kind, value):
    left = discounted(price, Voucher(kind=kind, value=value))

    assert left == 0 or left >= Decimal("0.50")
    assert left <= price
    assert left == left.quantize(Decimal("0.01"))


@pytest.mark.parametrize(
    ("valid_from", "valid_until", "valid"),
    [
        (None, None, True),
        (NOW, NOW + DAY, True),
        (NOW + DAY, None, False),
        (None, NOW, False),
    ],
)
def test_when_a_code_is_good(valid_from, valid_until, valid):
    voucher = Voucher(valid_from=valid_from, valid_until=valid_until)

    assert is_valid_at(voucher, NOW) is valid
