"""Everything goes wrong at once, and it ends well (F1 to F23, invariants A, B and C).

Short walks in `make test`; `benchmarks/chaos.py` takes long ones by CHAOS_SEEDS and
CHAOS_STEPS. The same seed is the same walk. Hypothesis takes other walks, over the same
rules, and makes the one that fails as short as it can."""

import os
from random import Random

import hypothesis
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.events.chaos import truths
from tests.events.chaos.walk import (
    AROUND_THE_LIST,
    RULES,
    at_last,
    listening,
    settle_the_dust,
    take,
    walk,
)
from tests.events.chaos.world import World

SEEDS = int(os.environ.get("CHAOS_SEEDS", "2"))
STEPS = int(os.environ.get("CHAOS_STEPS", "100"))
SHORT = hypothesis.settings(
    derandomize=True,
    max_examples=5,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(hypothesis.HealthCheck),
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def make_world(stripe, now, settings):
    settings.MAILERS = {"default": {"BACKEND": "tests.events.chaos.post.Post"}}
    return lambda: World(stripe.clock, now)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_walk_through_everything_ends_well(make_world, seed):
    walk(make_world(), seed=seed, steps=STEPS)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_walk_around_the_waiting_list_ends_well(make_world, seed):
    walk(make_world(), seed=seed, steps=STEPS, among=AROUND_THE_LIST)


def test_whatever_happens_next_it_ends_well(make_world):
    run_state_machine_as_test(machine(make_world), settings=SHORT)


def machine(make_world) -> type[RuleBasedStateMachine]:
    """Every rule of the walk, in an order that Hypothesis chooses."""

    class Chaos(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.world = make_world()
            self.ear = listening(self.world)
            self.ear.__enter__()
            self.is_well = True

        def take(self, act, dice):
            self.is_well = False
            take(self.world, act, Random(dice))
            self.is_well = True

        def teardown(self):
            try:
                if self.is_well:
                    settle_the_dust(self.world, Random(0))
                    truths.insist(at_last(self.world))
            finally:
                self.ear.__exit__(None, None, None)

    for act in RULES:
        setattr(Chaos, act.__name__, _rule(act))
    return Chaos


def _rule(act):
    def happens(self, dice):
        self.take(act, dice)

    happens.__name__ = act.__name__
    return rule(dice=st.integers(0, 10_000))(happens)
