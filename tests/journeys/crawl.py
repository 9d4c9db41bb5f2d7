"""Every page of a running site, by following its links."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPMessage
from urllib.parse import urljoin, urlsplit

ELSEWHERE = ("/cms/", "/dev/", "/media/", "/static/")  # not pages of the public site
VARIANTS = 3  # of one path with another query: paging and filters


@dataclass(frozen=True)
class Visited:
    """One answer, read without a browser."""

    path: str
    status: int
    headers: HTTPMessage
    text: str
    found_on: str = field(default="", compare=False)

    @property
    def is_page(self) -> bool:
        return self.headers.get_content_type() == "text/html"


class Links(HTMLParser):
    """The addresses that a page links to."""

    def __init__(self):
        super().__init__()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag, attributes):
        wanted = {"a": "href", "link": "href", "img": "src", "script": "src"}
        address = dict(attributes).get(wanted.get(tag, ""))
        if address:
            self.hrefs.append(address)


def links(visited: Visited) -> list[str]:
    parser = Links()
    parser.feed(visited.text)
    return parser.hrefs


def fetch(origin: str, path: str, found_on: str = "", *, session: str = "") -> Visited:
    """One request, no redirect followed."""
    connection = HTTPConnection(urlsplit(origin).netloc, timeout=120)
    headers = {"Cookie": f"sessionid={session}"} if session else {}
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return Visited(
        path, answer.status, answer.headers, body.decode(errors="replace"), found_on
    )


def crawl(origin: str, start: str = "/", *, session: str = "") -> list[Visited]:
    """Breadth first, in the order a visitor would meet them; or who is logged in."""
    waiting, seen, done = [(start, "")], {start}, []
    variants: Counter[str] = Counter()
    while waiting:
        path, found_on = waiting.pop(0)
        visited = fetch(origin, path, found_on, session=session)
        done.append(visited)
        targets = links(visited) if visited.is_page else []
        if location := visited.headers.get("Location"):
            targets.append(location)
        for target in targets:
            address = urlsplit(urljoin(origin + path, re.sub(r"#.*", "", target)))
            if f"{address.scheme}://{address.netloc}" != origin:
                continue
            local = address.path + (f"?{address.query}" if address.query else "")
            variants[address.path] += local not in seen
            if local in seen or variants[address.path] > VARIANTS:
                continue
            seen.add(local)
            if not local.startswith(ELSEWHERE):
                waiting.append((local, path))
    return done
