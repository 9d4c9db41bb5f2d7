"""How answers are counted, and what may be shown of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from community.questionnaires.rules import (
    SMALLEST,
    Line,
    is_close,
    shown_groups,
    shuffled,
    tally,
    ties,
)

patient = settings(deadline=None, max_examples=60)  # a machine may be busy
SIZES = st.dictionaries(st.integers(0, 12), st.integers(0, 40), max_size=12)
STOOD = st.dictionaries(
    st.text("ABCDEF", min_size=1, max_size=1),
    st.tuples(*[st.integers(0, 9)] * 3),
    max_size=6,
)


def test_a_first_place_counts_three_and_a_third_one():
    lines = tally({"norm": (1, 0, 2), "imago": (0, 2, 0), "mens": (2, 1, 1)})

    assert lines == [
        Line("mens", 1, 9, 4, 2, 1, 1),
        Line("norm", 2, 5, 3, 1, 0, 2),
        Line("imago", 3, 4, 2, 0, 2, 0),
    ]


def test_equal_points_are_an_equal_place():
    lines = tally({"a": (1, 0, 0), "b": (0, 1, 1), "c": (0, 0, 1), "d": (0, 0, 0)})

    assert [line.rank for line in lines] == [1, 1, 3, 4]
    assert ties(lines) == [["a", "b"]]


@patient
@given(STOOD)
def test_the_points_are_those_that_were_given(stood):
    lines = tally(stood)

    assert sum(line.points for line in lines) == sum(
        3 * first + 2 * second + third for first, second, third in stood.values()
    )
    assert [line.points for line in lines] == sorted(
        (line.points for line in lines), reverse=True
    )
    assert all(
        line.rank == 1 + sum(other.points > line.points for other in lines)
        for line in lines
    )


def test_less_than_one_first_place_per_ten_people_is_close():
    def apart(points):
        return [Line("a", 1, 20 + points, 0, 0, 0, 0), Line("b", 2, 20, 0, 0, 0, 0)]

    assert is_close(apart(8), people=30)
    assert not is_close(apart(9), people=30)
    assert not is_close([], people=30)


def test_a_small_group_takes_another_with_it():
    assert shown_groups({"planner": 9, "teamleider": 6, "klant": 2}) == ["planner"]
    assert shown_groups({"planner": 9, "klant": 2, "hr": 3}) == ["planner"]
    assert shown_groups({"planner": 9, "teamleider": 6}) == ["planner", "teamleider"]
    assert shown_groups({"planner": 9, "teamleider": 6}, others=1) == ["planner"]
    assert shown_groups({"klant": 4}) == []


@patient
@given(SIZES, st.integers(0, 40))
def test_what_is_left_over_is_nobody_or_enough_people(sizes, others):
    """All that can be computed is of one shown group, or of all the others together."""
    shown = shown_groups(sizes, others=others)

    rest = others + sum(size for group, size in sizes.items() if group not in shown)
    assert all(sizes[group] >= SMALLEST for group in shown)
    assert rest == 0 or rest >= SMALLEST or not shown


@patient
@given(SIZES)
def test_one_group_alone_is_never_left_out(sizes):
    """What is missing from the total would be that group."""
    there = {group: size for group, size in sizes.items() if size}

    shown = shown_groups(there)

    assert len(there) - len(shown) != 1 or not shown


def test_everybody_sees_another_order_and_always_the_same():
    orders = {tuple(shuffled("ABCDE", for_whom=f"lezer {n}")) for n in range(20)}

    assert len(orders) > 10
    assert shuffled("ABCDE", for_whom="x") == shuffled("ABCDE", for_whom="x")
