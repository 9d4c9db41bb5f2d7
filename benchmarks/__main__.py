"""`python -m benchmarks [name …]`: the measurements, each in a process of its own."""

import argparse
import os
import subprocess
import sys

from benchmarks.site import ROOT

# in this order: what needs a quiet machine first
ALL = (
    "cpu",
    "page_cache",
    "transactions",
    "flash_sale",
    "live_questions",
    "mixing",
    "start",
    "queries",
    "growth",
    "newsletter",
    "calls",
    "desk",
    "groups",
    "weight",
    "axe",
    "chaos",
    "birth_dates",
    "clone",
)
BY_NAME = ("lighthouse",)  # fetches something from npm


def main() -> int:
    """How many of them failed: an error, or a bar that was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="name", help=", ".join(ALL + BY_NAME)
    )
    names = parser.parse_args().names or ALL
    if unknown := set(names) - {*ALL, *BY_NAME}:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    failed = []
    for name in names:
        load = os.getloadavg()[0]
        print(f"\n## {name} (load {load:.1f} before it began)\n", flush=True)
        command = [sys.executable, "-m", f"benchmarks.{name}"]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
    if failed:
        print(f"\nMissed a bar or stopped: {', '.join(failed)}")
    return len(failed)


if __name__ == "__main__":
    sys.exit(main())
