"""Long walks in which everything goes wrong: do the books still agree? (Proof)"""

import sys

from benchmarks.proof import prove

SEEDS, STEPS = "20", "2000"
WALKS = "tests/events/test_chaos.py::test_a_walk_through_everything_ends_well"


def main() -> int:
    what = f"{SEEDS} walks of {STEPS} steps"
    return prove(what, WALKS, CHAOS_SEEDS=SEEDS, CHAOS_STEPS=STEPS)


if __name__ == "__main__":
    sys.exit(main())
