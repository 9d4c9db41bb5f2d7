"""300 viewers of one session ask every 3 seconds what changed; others ask and support.

Each viewer is a thread with a connection that stays open, as a browser's, and does
what `static/js/live.js` does. The server and the viewers share the machine."""

import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode

from benchmarks.cpu import milliseconds
from benchmarks.figures import begin, end, p95, require, say
from benchmarks.site import get, gunicorn, prepared, workers_of

VIEWERS, EVERY, SECONDS = 300, 3, 45
QUESTIONS, VOTES_A_SECOND = 12, 2


@dataclass
class Viewer:
    """How long each answer took, what it was, and when each question was first seen."""

    port: int
    path: str
    times: list[float] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    seen: dict[int, float] = field(default_factory=dict)

    def watch(self, until: float) -> None:
        """From a moment of its own on, every three seconds."""
        time.sleep(random.random() * EVERY)  # people come one by one
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        version = ""
        while (begun := time.perf_counter()) < until:
            headers = {"If-None-Match": version} if version else {}
            answer = self._ask(connection, headers)
            text = answer.read().decode()
            now = time.perf_counter()
            self.times.append(now - begun)
            self.statuses.append(answer.status)
            if answer.status == 200:
                version = answer.headers["ETag"]
                for number in range(QUESTIONS):
                    if f"Vraag nummer {number}?" in text:
                        self.seen.setdefault(number, now)
            time.sleep(max(0, EVERY - (time.perf_counter() - begun)))
        connection.close()

    def _ask(self, connection: HTTPConnection, headers: dict) -> HTTPResponse:
        """The server closes what is silent for two seconds: a browser opens anew."""
        try:
            connection.request("GET", self.path, headers=headers)
            return connection.getresponse()
        except ConnectionError:
            connection.close()
            connection.request("GET", self.path, headers=headers)
            return connection.getresponse()


def make_busy_session():
    """It runs; fifty questions stand there already."""
    from django.utils import timezone  # noqa: PLC0415  # Django stands only now

    from tests.factories.sessions import (  # noqa: PLC0415
        make_live_question,
        make_session,
        page_of,
    )

    now = timezone.now()
    session = make_session(
        now=now, takes_questions=True, starts_at=now - timedelta(minutes=1)
    )
    for number in range(50):
        make_live_question(session, f"Wat vind je van punt {number}?", now=now)
    return session, page_of(session).slug


def post(port: int, path: str, form: dict, visitor: int) -> int:
    """By somebody with an address of their own."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Forwarded-For": f"10.1.{visitor // 250}.{visitor % 250}",
    }
    connection.request("POST", path, body=urlencode(form), headers=headers)
    status = connection.getresponse().status
    connection.close()
    return status


def liven(port: int, slug: str, numbers: list[int], until: float) -> dict[int, float]:
    """Votes all the time, and now and then a question; when each was taken in."""
    asked: dict[int, float] = {}
    place = f"/bijeenkomsten/{slug}/vragen/"
    turn = 0
    pause = (SECONDS - 10) / QUESTIONS
    next_question = time.perf_counter() + 3
    while (now := time.perf_counter()) < until:
        turn += 1
        post(port, f"{place}{numbers[turn % len(numbers)]}/steun/", {}, turn)
        if len(asked) < QUESTIONS and now >= next_question:
            text = f"Vraag nummer {len(asked)}?"
            if post(port, place, {"text": text}, turn) == 302:
                asked[len(asked)] = time.perf_counter()
            next_question = now + pause
        time.sleep(1 / VOTES_A_SECOND)
    return asked


def tell(viewers: list[Viewer], asked: dict[int, float]) -> None:
    times = [took for viewer in viewers for took in viewer.times]
    statuses = Counter(status for viewer in viewers for status in viewer.statuses)
    told = ", ".join(f"{status}: {n}" for status, n in sorted(statuses.items()))
    say("answers by status", told)
    require("no error", holds=set(statuses) <= {200, 304})
    say("answers", len(times) / SECONDS, unit="a second")
    say("an answer, p95", p95(times) * 1000, at_most=200, unit="ms")
    say("the slowest answer", max(times) * 1000, unit="ms")
    require(f"{QUESTIONS} questions were taken in", holds=len(asked) == QUESTIONS)
    late = [
        viewer.seen.get(number, float("inf")) - moment
        for viewer in viewers
        for number, moment in asked.items()
    ]
    say("a new question on a screen, p95", p95(late), unit="s")
    say("a new question on the last screen", max(late), at_most=5, unit="s")


def main() -> None:
    with prepared(demo=False) as site:
        session, slug = make_busy_session()
        numbers = list(session.questions.values_list("pk", flat=True))
        path = f"/bijeenkomsten/{session.pk}/stand/kijker/"
        with gunicorn(site) as server:
            for _ in range(20):
                get(site.port, path)
            begin()
            before = milliseconds(workers_of(server))
            until = time.perf_counter() + SECONDS
            viewers = [Viewer(site.port, path) for _ in range(VIEWERS)]
            threads = [
                threading.Thread(target=viewer.watch, args=(until,))
                for viewer in viewers
            ]
            for thread in threads:
                thread.start()
            asked = liven(site.port, slug, numbers, until)
            for thread in threads:
                thread.join()
            used = milliseconds(workers_of(server)) - before
            tell(viewers, asked)
            share = used / 1000 / SECONDS * 100
            say("CPU of the server", share, unit="% of one core")
        log = (site.var / "gunicorn.log").read_text()
        require("nothing failed in the server's log", holds="Traceback" not in log)
    end()


if __name__ == "__main__":
    main()
