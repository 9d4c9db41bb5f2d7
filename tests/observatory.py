"""Mozilla Observatory's published scoring, recomputed for one answer of ours.

Table of 2024-2026 on developer.mozilla.org/en-US/observatory/docs/tests_and_scoring.
Preloading (+5) is left out: it is up to the makers of browsers."""

import re
from http.cookies import SimpleCookie

GRADES = [(100, "A+"), (90, "A"), (85, "A-"), (80, "B+"), (70, "B"), (0, "C or lower")]
BROAD = {"data:", "http:", "https:", "*"}
PRIVATE = {
    "no-referrer",
    "same-origin",
    "strict-origin",
    "strict-origin-when-cross-origin",
}
HALF_YEAR = 15_768_000


def grade(*, page, redirect, html: str) -> tuple[str, int]:
    """The grade of a page fetched over https, and of the same address over http."""
    headers = {name.lower(): value for name, value in page.headers.items()}
    policy = parse(headers.get("content-security-policy", ""))
    parts = [
        csp(policy),
        cookies(page.cookies, headers),
        hsts(headers),
        redirection(redirect),
        referrer(headers),
        scripts(html),
        0 if headers.get("x-content-type-options") == "nosniff" else -5,
        framing(policy, headers),
        resources(headers),
        -50 if headers.get("access-control-allow-origin") else 0,
    ]
    score = 100 + sum(part for part in parts if part < 0)
    if score >= 90:  # only then are bonuses added
        score += sum(part for part in parts if part > 0)
    return next(letter for least, letter in GRADES if score >= least), score


def parse(header: str) -> dict[str, set[str]]:
    words = [part.split() for part in header.split(";") if part.strip()]
    return {name.lower(): set(sources) for name, *sources in words}


def csp(policy: dict[str, set[str]]) -> int:
    """The worst thing that the policy allows decides."""
    default = policy.get("default-src", {"*"})
    script, style = policy.get("script-src", default), policy.get("style-src", default)
    plugins = policy.get("object-src", default)
    over_http = any(
        source.startswith("http:") for source in set().union(*policy.values())
    )
    verdicts = [
        (-25, not policy),
        (-20, BROAD & (script | plugins) or "'unsafe-inline'" in script or over_http),
        (-10, "'unsafe-eval'" in script | style),
        (0, (BROAD | {"'unsafe-inline'"}) & style),
        (10, default == {"'none'"}),
        (5, True),
    ]
    return next(points for points, applies in verdicts if applies)


def cookies(jar: SimpleCookie, headers: dict[str, str]) -> int:
    if not jar:
        return 0
    if not all(cookie["secure"] for cookie in jar.values()):
        return -10 if hsts(headers) == 0 else -40
    if not all(cookie["httponly"] for cookie in jar.values()):
        return -30
    strict = all(cookie["samesite"] in {"Lax", "Strict"} for cookie in jar.values())
    return 5 if strict else -20


def hsts(headers: dict[str, str]) -> int:
    age = re.search(r"max-age=(\d+)", headers.get("strict-transport-security", ""))
    if not age:
        return -20
    return 0 if int(age[1]) >= HALF_YEAR else -10


def redirection(answer) -> int:
    """To https on the same host, in one step."""
    to_https = answer.headers.get("Location", "").startswith("https://")
    return 0 if answer.status_code in {301, 308} and to_https else -20


def referrer(headers: dict[str, str]) -> int:
    policy = headers.get("referrer-policy")
    if policy is None:
        return 0
    return 5 if policy in PRIVATE else -5


def scripts(html: str) -> int:
    """All from our own address, so nothing needs a subresource hash."""
    sources = re.findall(r"<script[^>]*\bsrc=[\"']?([^\"' >]+)", html)
    return -50 if any(re.match(r"(https?:)?//", source) for source in sources) else 0


def framing(policy: dict[str, set[str]], headers: dict[str, str]) -> int:
    if policy.get("frame-ancestors", {"*"}) <= {"'none'", "'self'"}:
        return 5
    return 0 if headers.get("x-frame-options") in {"DENY", "SAMEORIGIN"} else -20


def resources(headers: dict[str, str]) -> int:
    answer = headers.get("cross-origin-resource-policy", "same-site")
    return 0 if answer in {"same-origin", "same-site"} else -20
