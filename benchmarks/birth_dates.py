"""A thousand guests say when they were born: is it written down anywhere? (Proof)"""

import sys

from benchmarks.proof import prove

GUESTS = "1000"
WALK = "tests/events/test_birth_dates.py"


def main() -> int:
    return prove(f"No date of {GUESTS} guests is kept", WALK, GUESTS=GUESTS)


if __name__ == "__main__":
    sys.exit(main())
