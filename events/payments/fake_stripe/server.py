"""Face 2: the fake over HTTP on this machine: the API, a payment page, a panel."""

import ipaddress
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from events.payments.fake_stripe import pages, panel, state
from events.payments.fake_stripe.api import Request
from events.payments.fake_stripe.core import FakeStripe
from events.payments.fake_stripe.events import signature_for
from events.payments.fake_stripe.refusals import NoAnswer

LARGEST_BODY = 1_000_000
PATIENCE = 20  # seconds that a webhook may take, as at Stripe
POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
    "frame-ancestors 'none'"
)
PAUSE = 0.1  # seconds between two looks at what is due


class NotLoopback(ValueError):
    """Money that is not real must not be offered to other machines."""


class Server(ThreadingHTTPServer):
    """One core, its file, and the site that is told by webhook."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, core: FakeStripe, address: tuple[str, int], kept: Path | None):
        if not is_loopback(address[0]):
            raise NotLoopback(address[0])
        self.core = core
        self.kept = kept
        super().__init__(address, Handler)

    @property
    def url(self) -> str:
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}"

    def handle_error(self, request, client_address) -> None:
        """A browser that hangs up before it asked anything is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def save(self) -> None:
        if self.kept:
            state.save(self.core, self.kept)


class Handler(BaseHTTPRequestHandler):
    """Sorts requests: Stripe's API, the buyer's page, or the developer's panel."""

    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # one packet per answer

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path.startswith("/v1/"):
            self._answer_api("get", address.path, address.query)
        elif address.path == "/style.css":
            self._send(200, pages.style(), kind="text/css")
        elif session_id := _session_in(address.path):
            self._send(*pages.pay_page(self.server.core, session_id))
        elif address.path == "/":
            self._send(200, panel.page(self.server.core))
        else:
            self._send(*pages.not_found())

    do_HEAD = do_GET  # noqa: N815  what http.server looks for

    def do_POST(self) -> None:
        address = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        if length > LARGEST_BODY:
            self.close_connection = True
            self._send(413, "")
            return
        body = self.rfile.read(length).decode(errors="replace")
        if address.path.startswith("/v1/"):
            self._answer_api("post", address.path, body)
        else:
            self._act(address.path, {k: v[0] for k, v in parse_qs(body).items()})
        self.server.save()

    def _act(self, path: str, form: dict[str, str]) -> None:
        core = self.server.core
        if session_id := _session_in(path):
            outcome = pages.choose(core, session_id, form.get("keuze", ""))
            if isinstance(outcome, str):
                self._go_to(outcome)
            else:
                self._send(*outcome)
        elif path == "/":
            self._send(200, panel.page(core, said=panel.act(core, form)))
        else:
            self._send(*pages.not_found())

    def _answer_api(self, method: str, path: str, form: str) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(method=method, path=path, form=form, headers=headers)
        try:
            answer = self.server.core.handle(request)
        except NoAnswer:
            self.close_connection = True  # without a word, as a line that went dead
            return
        self._send(answer.status, answer.body, headers=dict(answer.headers))

    def _go_to(self, url: str) -> None:
        self._send(303, "", headers={"Location": url})

    def _send(
        self,
        status: int,
        body: str,
        *,
        kind: str = "text/html",
        headers: dict[str, str] | None = None,
    ) -> None:
        content = body.encode()
        self.send_response(status)
        sent = {
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Length": str(len(content)),
            "Cache-Control": "no-store",
            "Content-Security-Policy": POLICY,
            **(headers or {}),
        }
        for name, value in sent.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  its name
        """The panel shows what happened; a line per request would only be noise."""


class Postman(threading.Thread):
    """Brings webhooks to the site, one after the other, as long as the server runs."""

    def __init__(self, server: Server, *, url: str, secret: str) -> None:
        if not is_loopback(urlsplit(url).hostname or ""):
            raise NotLoopback(url)
        super().__init__(daemon=True)
        self.server = server
        self.url = url
        self.secret = secret
        self.stopped = threading.Event()

    def run(self) -> None:
        while not self.stopped.wait(PAUSE):
            due = self.server.core.take_due_webhooks()
            for sent, body in due:
                received = self._bring(body)
                self.server.core.note_outcome(sent, received=received)
            if due:
                self.server.save()

    def _bring(self, body: str) -> bool:
        request = urllib.request.Request(  # noqa: S310  to a loopback address only
            self.url,
            data=body.encode(),
            headers={
                "Content-Type": "application/json",
                "Stripe-Signature": signature_for(body, self.secret),
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310  idem
                return 200 <= answer.status < 300
        except OSError:  # HTTPError and URLError are both
            return False


@contextmanager
def serve(
    core: FakeStripe,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    webhook_url: str = "",
    webhook_secret: str = "",
    kept: Path | None = None,
) -> Iterator[str]:
    """Serve in a thread while the block runs; port 0 takes a free one."""
    server = Server(core, (host, port), kept)
    core.account.page_base = server.url
    worker = threading.Thread(target=server.serve_forever, args=(PAUSE,), daemon=True)
    worker.start()
    postman = None
    try:
        if webhook_url:
            postman = Postman(server, url=webhook_url, secret=webhook_secret)
            postman.start()
        yield server.url
    finally:
        if postman:
            postman.stopped.set()
            postman.join()
        server.shutdown()
        server.server_close()
        worker.join()


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _session_in(path: str) -> str:
    """The id in the address of a payment page."""
    return path.removeprefix("/c/pay/") if path.startswith("/c/pay/") else ""
