"""Who sits with whom: everybody once, the same for a seed, and better than chance."""

from random import Random
from statistics import mean

from hypothesis import given, settings
from hypothesis import strategies as st

from community.sessions.breakouts.ranking import merged
from community.sessions.breakouts.rules import (
    Guest,
    mix,
    number_of_groups,
    reason,
    sameness,
)

SOME = st.sampled_from(["", "a", "b", "c", "d"])
PEOPLE = st.lists(
    st.tuples(SOME, SOME, SOME, st.booleans(), SOME), min_size=1, max_size=24
).map(lambda rows: [Guest(number, *row) for number, row in enumerate(rows)])
QUICK = settings(max_examples=60, deadline=None)


def by_chance(guests, *, groups, seed):
    order = list(guests)
    Random(seed).shuffle(order)
    return [order[number::groups] for number in range(groups)]


def sixteen() -> list[Guest]:
    """As many as met the first time, four of each role."""
    roles = ["medewerker", "teamleider", "planner", "manager"]
    return [
        Guest(number, roles[number % 4], f"bedrijf {number % 5}", "", number < 4)
        for number in range(16)
    ]


@QUICK
@given(PEOPLE, st.integers(1, 8), st.integers(0, 9))
def test_everybody_sits_once_and_no_group_is_two_larger_than_another(
    guests, groups, seed
):
    mixed = mix(guests, groups=groups, seed=seed)

    sizes = [len(group) for group in mixed]
    assert sorted(guest for group in mixed for guest in group) == sorted(guests)
    assert (len(mixed), max(sizes) - min(sizes) <= 1) == (groups, True)


@QUICK
@given(PEOPLE, st.integers(1, 8), st.integers(0, 9), st.randoms())
def test_a_seed_gives_the_same_groups_in_whatever_order_people_came(
    guests, groups, seed, shuffle
):
    others = list(guests)
    shuffle.shuffle(others)

    assert mix(guests, groups=groups, seed=seed) == mix(
        others, groups=groups, seed=seed
    )


@QUICK
@given(PEOPLE, st.integers(1, 8))
def test_the_measure_is_never_below_nothing(guests, groups):
    assert sameness(mix(guests, groups=groups, seed=1)) >= 0
    assert sameness(by_chance(guests, groups=groups, seed=1)) >= 0


@QUICK
@given(PEOPLE, st.integers(2, 6))
def test_mixing_is_no_worse_than_chance_does_on_average(guests, groups):
    chance = mean(
        sameness(by_chance(guests, groups=groups, seed=seed)) for seed in range(20)
    )

    assert sameness(mix(guests, groups=groups, seed=1)) <= chance


def test_sixteen_people_of_four_roles_sit_with_each_role_once():
    groups = mix(sixteen(), groups=4, seed=1)

    assert [len({guest.role for guest in group}) for group in groups] == [4] * 4
    assert [sum(guest.is_new for guest in group) for group in groups] == [1] * 4


def test_the_reason_says_what_somebody_brings_and_whom_they_meet():
    group = [
        Guest(1, "teamleider", "lichtmeer", is_new=True),
        Guest(2, "planner", "seinhuis"),
        Guest(3, "medewerker", "boogaard"),
    ]

    assert [reason(guest, group) for guest in group[:2]] == [
        "jij hier de enige teamleider bent, naast 2 andere rollen; er geen collega van "
        "je bij zit; er iemand bij zit die hier vaker kwam",
        "jij hier de enige planner bent, naast 2 andere rollen; er geen collega van je "
        "bij zit; er iemand voor het eerst bij is",
    ]
    assert "geloot" in reason(Guest(4), [Guest(4), Guest(5)])


def test_no_group_is_larger_than_was_asked():
    asked = [(16, 4), (17, 4), (3, 4), (0, 4), (100, 2)]

    made = [number_of_groups(people, size=size) for people, size in asked]

    assert made == [4, 5, 1, 1, 50]


def test_the_rankings_of_groups_become_one_list_that_anybody_can_add_up():
    lines = merged(
        [
            ("Een norm met gevolgen", "Roosters", ""),
            ("roosters.", "Een norm met  gevolgen", "Roosters"),
            ("", "", ""),
            ("Imago", "", ""),
        ]
    )

    assert [(line.option, line.rank, line.points, line.firsts) for line in lines] == [
        ("Een norm met gevolgen", 1, 5, 1),
        ("Roosters", 1, 5, 1),
        ("Imago", 3, 3, 1),
    ]
