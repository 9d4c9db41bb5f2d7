"""A thousand guests say when they were born: is it written down anywhere? (Proof)"""

import os
import subprocess
import sys
import time

from benchmarks.site import ROOT

GUESTS = "1000"
WALK = "tests/events/test_birth_dates.py"


def main() -> int:
    began = time.monotonic()
    looked = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--show-capture=no", WALK],
        cwd=ROOT,
        env={**os.environ, "GUESTS": GUESTS},
        check=False,
    )
    seconds = time.monotonic() - began
    outcome = "found, or failed" if looked.returncode else "no date found anywhere"
    print(f"{GUESTS} guests in {seconds:.0f} s: {outcome}")
    return looked.returncode


if __name__ == "__main__":
    sys.exit(main())
