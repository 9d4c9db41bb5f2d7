"""A table of what was measured, beside the bar it has to pass."""

import os
import statistics
import sys

_missed: list[str] = []


def begin() -> None:
    """The head of the table, and how busy the machine is."""
    print(f"Load {os.getloadavg()[0]:.1f}\n")
    print("| what | measured | bar |\n| --- | --- | --- |", flush=True)


def say(
    what: str, value: float | str, *, at_most: float | None = None, unit=""
) -> None:
    """One row of the table; a figure above its bar makes the script fail."""
    bar = "" if at_most is None else f"≤ {at_most:g} {unit}".strip()
    if at_most is not None and float(value) > at_most:
        _missed.append(what)
        bar += " **missed**"
    shown = value if isinstance(value, str) else f"{value:.4g} {unit}".strip()
    print(f"| {what} | {shown} | {bar} |", flush=True)


def require(what: str, *, holds: bool) -> None:
    """A bar that is a fact and not a number."""
    say(what, "yes" if holds else "**no**")
    if not holds:
        _missed.append(what)


def p95(values: list[float]) -> float:
    """Nineteen of twenty are not above this."""
    return statistics.quantiles(values, n=20)[-1]


def end() -> None:
    """The last line of a script: fails when a bar was missed."""
    if _missed:
        sys.exit(f"\nMissed: {'; '.join(_missed)}")
