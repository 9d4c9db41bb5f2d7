"""A test of the suite at its full length: does it hold at that size?"""

import os
import subprocess
import sys
import time

from benchmarks.site import ROOT


def prove(what: str, tests: str, **size: str) -> int:
    """Print how it ended; not 0 when it does not hold. `size` is read by the test."""
    began = time.monotonic()
    tried = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--show-capture=no", tests],
        cwd=ROOT,
        env={**os.environ, **size},
        check=False,
    )
    seconds = time.monotonic() - began
    ended = "failed" if tried.returncode else "holds"
    print(f"{what}, in {seconds:.0f} s: {ended}")
    return tried.returncode
