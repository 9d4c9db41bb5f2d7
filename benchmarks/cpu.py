"""CPU time of the server for one request, by page kind; memory of a worker.

The kernel's own books: user and system time of the workers before and after many
requests from four visitors at once, and their proportional share of the memory."""

import os
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.figures import begin, end, say
from benchmarks.kinds import drawn_anew
from benchmarks.site import bare_view, gunicorn, prepared, workers_of

VISITORS, EACH = 4, 150
TICK = 1000 / os.sysconf("SC_CLK_TCK")  # milliseconds
BARS = {"story": 10}


def milliseconds(pids: list[int]) -> float:
    """User and system time that these processes have used."""
    fields = [
        Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids
    ]
    return sum(int(field[11]) + int(field[12]) for field in fields) * TICK


def megabytes(pid: int) -> float:
    """What it has of its own, and its share of what it shares."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise ValueError(pid)


def visit(port: int, path: str, times: int) -> None:
    """One visitor, one connection, without a cookie and with nothing in its cache."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    for _ in range(times):
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise AssertionError(f"{path} answered {answer.status}")


def visit_together(port: int, path: str, times: int) -> None:
    with ThreadPoolExecutor(VISITORS) as pool:
        for done in [pool.submit(visit, port, path, times) for _ in range(VISITORS)]:
            done.result()


def each_takes(server, port: int, path: str) -> float:
    """Milliseconds of the workers' CPU for one request, warm."""
    visit_together(port, path, 15)
    pids = workers_of(server)
    before = milliseconds(pids)
    visit_together(port, path, EACH)
    return (milliseconds(pids) - before) / (VISITORS * EACH)


def most_memory(server) -> float:
    return max(megabytes(pid) for pid in workers_of(server))


def main() -> None:
    with prepared() as site:
        begin()
        pages = {"healthz": "/healthz"} | drawn_anew()
        with gunicorn(site) as server:
            for path in pages.values():
                visit_together(site.port, path, 1)
            what = "memory of a worker that made the pictures of these pages (PSS)"
            say(what, most_memory(server), unit="MiB")
        with bare_view(site, b"x" * 25_000) as (server, port):
            what = "CPU of a bare Django view, 25 kB: how fast this machine is now"
            say(what, each_takes(server, port, "/"), unit="ms")
        with gunicorn(site) as server:  # as after a restart: the pictures are there
            for kind, path in pages.items():
                used = each_takes(server, site.port, path)
                what = f"CPU of the server for one request, {kind}"
                say(what, used, at_most=BARS.get(kind), unit="ms")
            what = "memory of a worker when the pictures were there (PSS)"
            say(what, most_memory(server), at_most=120, unit="MiB")
    end()


if __name__ == "__main__":
    main()
