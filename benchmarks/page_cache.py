"""A page that is kept whole, beside a bare Django view that returns the same bytes.

Under the same gunicorn with one worker, asked over 8 connections by this process."""

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

from benchmarks.cpu import milliseconds
from benchmarks.figures import begin, end, require, say
from benchmarks.kinds import one_of_each
from benchmarks.site import bare_view, get, gunicorn, prepared, workers_of

CONNECTIONS, EACH, TURNS = 8, 150, 3  # fewer than a worker lives for


def visit(port: int, path: str) -> list[float]:
    """Milliseconds until each answer was read; one connection stays open."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    took = []
    for _ in range(EACH):
        begun = time.perf_counter()
        connection.request("GET", path)
        connection.getresponse().read()
        took.append((time.perf_counter() - begun) * 1000)
    connection.close()
    return took


def turn(server, port: int, path: str) -> tuple[float, float, float]:
    """Answers a second, CPU milliseconds of the server for one, and p99."""
    pids = workers_of(server)
    before, begun = milliseconds(pids), time.perf_counter()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        visits = [pool.submit(visit, port, path) for _ in range(CONNECTIONS)]
        took = [each for done in visits for each in done.result()]
    seconds = time.perf_counter() - begun
    used = (milliseconds(pids) - before) / len(took)
    return len(took) / seconds, used, statistics.quantiles(took, n=100)[-1]


def main() -> None:
    with prepared() as site, gunicorn(site, workers=1) as server:
        path = one_of_each()["story"]
        body = [get(site.port, path) for _ in range(2)][-1].body
        with bare_view(site, body, workers=1) as (bare, port):
            begin()
            require("the bare view returns the same", holds=get(port, "/").body == body)
            turns = [
                (turn(bare, port, "/"), turn(server, site.port, path))
                for _ in range(TURNS)
            ]
    plain, kept = (
        [statistics.median(values) for values in zip(*each, strict=True)]
        for each in zip(*turns, strict=True)
    )
    for name, (rate, used, p99) in (("a bare view", plain), ("a kept story", kept)):
        ours = kept == [rate, used, p99]
        say(f"{name}, answers", rate, unit="a second")
        say(f"{name}, CPU for one", used, at_most=0.5 if ours else None, unit="ms")
        say(f"{name}, p99", p99, at_most=20 if ours else None, unit="ms")
    share = kept[0] / plain[0]
    say("a kept page against the bare view", share, unit="of the rate")
    require("that is at least 0.4", holds=share >= 0.4)
    end()


if __name__ == "__main__":
    main()
