"""100 people in groups of five: how long mixing takes, and how much better than chance.

The measure is what pairs within a group share above what no mixing can avoid, by
weight (`community/sessions/breakouts/rules.py`); 0 is perfect."""

import time
from random import Random
from statistics import mean

from benchmarks.figures import begin, end, require, say
from community.sessions.breakouts.rules import Guest, mix, sameness

PEOPLE, GROUPS, SEEDS = 100, 20, 200
ROLES = ["medewerker"] * 40 + ["teamleider"] * 20 + ["manager"] * 15
ROLES += ["planner"] * 10 + ["hr"] * 8 + ["klant"] * 7
EXPERIENCE = ["nieuw", "even", "lang", ""]
WHY = ["aanhaken", "frustraties", "nieuwsgierig", "leren", "vertellen", ""]


def a_hundred() -> list[Guest]:
    """As people are: a few large employers, and many small ones."""
    chance = Random(2021)  # people, no secret
    return [
        Guest(
            number,
            role,
            f"bedrijf {min(chance.randrange(30), chance.randrange(30))}",
            chance.choice(EXPERIENCE),
            chance.random() < 0.3,
            chance.choice(WHY),
        )
        for number, role in enumerate(ROLES)
    ]


def by_chance(guests: list[Guest], seed: int) -> list[list[Guest]]:
    order = list(guests)
    Random(seed).shuffle(order)
    return [order[number::GROUPS] for number in range(GROUPS)]


def main() -> None:
    guests = a_hundred()
    begin()
    took, ours = [], []
    for seed in range(5):
        begun = time.perf_counter()
        groups = mix(guests, groups=GROUPS, seed=seed)
        took.append(time.perf_counter() - begun)
        ours.append(sameness(groups))
    chance = [sameness(by_chance(guests, seed)) for seed in range(SEEDS)]
    say("mixing 100 people, the slowest of 5", max(took), at_most=1, unit="s")
    say("sameness of ours, the worst of 5", max(ours))
    say(f"sameness by chance, the mean of {SEEDS}", mean(chance))
    say("sameness by chance, the luckiest", min(chance))
    require("ours is better than the luckiest", holds=max(ours) < min(chance))
    end()


if __name__ == "__main__":
    main()
