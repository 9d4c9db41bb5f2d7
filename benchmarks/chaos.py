"""Long walks in which everything goes wrong: do the books still agree? (Proof)"""

import os
import subprocess
import sys
import time

from benchmarks.site import ROOT

SEEDS, STEPS = "20", "2000"
WALKS = "tests/events/test_chaos.py::test_a_walk_through_everything_ends_well"


def main() -> int:
    began = time.monotonic()
    walked = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--show-capture=no", WALKS],
        cwd=ROOT,
        env={**os.environ, "CHAOS_SEEDS": SEEDS, "CHAOS_STEPS": STEPS},
        check=False,
    )
    seconds = time.monotonic() - began
    outcome = "ended badly" if walked.returncode else "all ended well"
    print(f"{SEEDS} walks of {STEPS} steps in {seconds:.0f} s: {outcome}")
    return walked.returncode


if __name__ == "__main__":
    sys.exit(main())
