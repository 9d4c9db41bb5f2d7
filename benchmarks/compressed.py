"""The site with its pages compressed, as the proxy of docs/operations.md sends them."""

import gzip
from wsgiref.headers import Headers

from config.wsgi import application as site

LEVEL = 6


def application(asked, start_response):
    """Styles and scripts come compressed from the site; pictures are so by nature."""
    told: list = []
    answer = site(asked, lambda status, headers: told.extend((status, headers)))
    status, headers = told[0], Headers(told[1])
    if (headers["Content-Type"] or "").startswith("text/html"):
        body = gzip.compress(b"".join(answer), LEVEL)
        headers["Content-Encoding"] = "gzip"
        headers["Content-Length"] = str(len(body))
        getattr(answer, "close", lambda: None)()
        answer = [body]
    start_response(status, headers.items())
    return answer
