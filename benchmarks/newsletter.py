"""An issue to 10,000 subscribers, and a sender that is killed halfway.

Real SMTP on loopback: a server that takes everything in and remembers for whom."""

import os
import signal
import socketserver
import subprocess
import sys
import threading
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

from benchmarks.figures import begin, end, require, say
from benchmarks.site import ROOT, prepared
from tests.journeys.running import free_port

READERS = 10_000
KILLED_AFTER = 3_000
SEND = "--send"


class Inbox(socketserver.StreamRequestHandler):
    """Says yes to all that is asked of it."""

    got: Counter[str] = Counter()

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while said := self.rfile.readline():
            verb = said[:4].upper()
            if verb == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                while self.rfile.readline() != b".\r\n":
                    pass
            elif verb == b"RCPT":
                self.got[said.decode().split("<")[1].split(">")[0]] += 1
            self.wfile.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 fine\r\n")


def send(minutes: str) -> None:
    """What `tick` does, as often as needed; in a process that may be killed."""
    import django  # noqa: PLC0415

    django.setup()
    from django.utils import timezone  # noqa: PLC0415

    from stories.newsletter.sending import send_issues  # noqa: PLC0415

    now = timezone.now() + timedelta(minutes=int(minutes))
    send_issues(now=now)
    first = heaviest()
    while send_issues(now=now):
        pass
    print(first, heaviest())


def heaviest() -> int:
    """MiB of this process at its highest; `ru_maxrss` has what started it in it."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


def sender(minutes: int) -> subprocess.Popen:
    command = [sys.executable, "-m", "benchmarks.newsletter", SEND, str(minutes)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def fill() -> None:
    """Confirmed readers, and an issue of three stories that is due."""
    from django.utils import timezone  # noqa: PLC0415

    from home.models import Reader  # noqa: PLC0415
    from stories.models import StoryPage, Subscriber  # noqa: PLC0415
    from tests.factories.newsletter import make_mailing  # noqa: PLC0415

    now = timezone.now()
    Subscriber.objects.all().delete()
    readers = Reader.objects.bulk_create(
        Reader(email=f"lezer{n}@voorbeeld.example", asked_at=now, confirmed_at=now)
        for n in range(READERS)
    )
    Subscriber.objects.bulk_create(
        Subscriber(reader=reader, consent=1, asked_at=now, confirmed_at=now)
        for reader in readers
    )
    make_mailing(now=now, pages=StoryPage.objects.live()[:3])


def main() -> None:
    port = free_port()
    server = socketserver.ThreadingTCPServer(("127.0.0.1", port), Inbox)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    os.environ["MAIL_URL"] = f"smtp://127.0.0.1:{port}"
    with prepared(mail=True):
        fill()
        begin()
        first, begun = sender(0), time.perf_counter()
        while Inbox.got.total() < KILLED_AFTER:
            time.sleep(0.02)
        first.send_signal(signal.SIGKILL)
        first.wait()
        second = sender(31)  # the lease of the batch it held is over
        first_round, weight = map(int, second.communicate()[0].split())
        took = time.perf_counter() - begun
    server.shutdown()
    say("10,000 mails, the start of two senders included", took, unit="s")
    say("memory of a sender after its first 500", first_round, unit="MiB")
    say("memory of a sender at its highest", weight, at_most=200, unit="MiB")
    require("everybody has it", holds=len(Inbox.got) == READERS)
    twice = sum(number - 1 for number in Inbox.got.values())
    say("sent twice by the kill: at most the mail it was sending", twice, at_most=1)
    end()


if __name__ == "__main__":
    if SEND in sys.argv:
        send(sys.argv[-1])
    else:
        main()
