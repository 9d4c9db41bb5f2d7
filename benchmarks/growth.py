"""The index, a theme and a search with 10, 100 and 10,000 stories: how many statements,
and how much longer than with 100. On PostgreSQL, then on SQLite.

Each size is a site in a process of its own, and they are visited by turns, five times
each: a slow spell of the machine falls on all of them. Each page is drawn anew, by a
visitor of whom nothing is kept."""

import json
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass

from benchmarks.copies import grow_to
from benchmarks.figures import begin, end, p95, require, say
from benchmarks.kinds import one_of_each
from benchmarks.queries import asked, keep_ten
from benchmarks.site import prepared

SIZES = (10, 100, 10_000)
TURNS, VISITS = 16, 5  # and one before, that finds the processor cold
CLOCK = "pg_current_snapshot"  # asked twice a second, whoever visits


def pages_of_a_list() -> dict[str, str]:
    known = one_of_each()
    return {
        "index": known["index"],
        "theme": f"{known['index']}?thema=mens",
        "search": known["search"],
        "search within a theme": f"{known['search']}&thema=mens",
        "search for a word on a tenth": "/zoeken/?q=lasser",
    }


def milliseconds(path: str) -> float:
    """No page is kept; what each filter would give is, as for any next visitor."""
    from django.test import Client  # noqa: PLC0415

    from home.page_cache.store import pages  # noqa: PLC0415

    client = Client(SERVER_NAME="127.0.0.1")
    pages().clear()
    begun = time.perf_counter()
    answer = client.get(path)
    took = (time.perf_counter() - begun) * 1000
    assert answer.status_code == 200, answer
    return took


def stand(kind: str, size: int) -> None:
    """Says in JSON how many statements each page takes, then answers each line that
    names a page with the milliseconds of some visits in a row."""
    from django.core.management import call_command  # noqa: PLC0415

    with prepared(sqlite=kind == "SQLite"):
        keep_ten()
        call_command("update_index", verbosity=0)
        grow_to(size)
        pages, sql = pages_of_a_list(), {}
        for name, path in pages.items():
            sign = "&" if "?" in path else "?"
            said = asked(f"{path}{sign}meting=1")
            sql[name] = len([each for each in said if CLOCK not in each])
        print(json.dumps(sql), flush=True)
        for line in sys.stdin:
            path = pages[line.strip()]
            took = [milliseconds(path) for _ in range(1 + VISITS)]
            print(json.dumps(took[1:]), flush=True)


@dataclass
class Standing:
    """The site of one size; it is gone when nobody asks any more."""

    process: subprocess.Popen

    @classmethod
    def of(cls, kind: str, size: int) -> "Standing":
        command = [sys.executable, "-m", "benchmarks.growth", kind, str(size)]
        pipe = subprocess.PIPE
        return cls(subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True))

    def statements(self) -> dict[str, int]:
        return json.loads(self.process.stdout.readline())

    def visit(self, name: str) -> list[float]:
        self.process.stdin.write(f"{name}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def __enter__(self) -> "Standing":
        return self

    def __exit__(self, *_) -> None:
        self.process.communicate()


def compare(kind: str) -> None:
    with ExitStack() as stack:
        sites = [stack.enter_context(Standing.of(kind, size)) for size in SIZES]
        sql = [site.statements() for site in sites]
        for name in sql[0]:
            took: list[list[float]] = [[] for _ in sites]
            for _ in range(TURNS):
                for site, mine in zip(sites, took, strict=True):
                    mine += site.visit(name)
            # where each title says the word, nobody asks for a piece of the text
            few, more, most = (each[name] for each in sql)
            what = f"{kind}, {name}"
            require(f"{what}: no more statements", holds=most <= max(few, more))
            tell(what, took)


def tell(what: str, took: list[list[float]]) -> None:
    """p95, and the fastest, which says most on a busy machine."""
    few, more, most = (p95(each) for each in took)
    say(f"{what}: p95 with 10", few, unit="ms")
    say(f"{what}: p95 with 100", more, unit="ms")
    say(f"{what}: p95 with 10,000", most, at_most=1.5 * more, unit="ms")
    fastest = ", ".join(f"{min(each):.3g}" for each in took)
    say(f"{what}: the fastest with 10, 100 and 10,000", f"{fastest} ms")


def main() -> None:
    if len(sys.argv) > 1:
        stand(sys.argv[1], int(sys.argv[2]))
        return
    begin()
    for kind in ("PostgreSQL", "SQLite"):
        compare(kind)
    end()


if __name__ == "__main__":
    main()
