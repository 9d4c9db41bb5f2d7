"""Lighthouse (mobile) on the front page, a story with photos and the index.

A browser weighs what a phone asks for before anybody scrolls. Lighthouse itself comes
from npm, fetched once; without Node only the weights are measured. It simulates a slow
phone from what this machine did: a busy machine makes a slow page, so it looks more
than once, as its makers advise."""

import json
import os
import shutil
import statistics
import subprocess
from io import StringIO
from urllib.parse import urlsplit

from django.core.management import call_command
from playwright.sync_api import Browser, Request, sync_playwright

from benchmarks.figures import begin, end, require, say
from benchmarks.kinds import one_of_each
from benchmarks.site import Site, gunicorn, prepared
from benchmarks.weight import kilobytes
from tests.journeys.browser import ARGUMENTS, LEFT_OUT, executable

KINDS = ("home", "story", "index")
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 1.75,  # as Lighthouse's phone
    "is_mobile": True,
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
KIB = 1024
VERSION = "lighthouse@12"
RUNS = 5  # one says as much about the machine as about the page
FIGURES = {
    "LCP": ("largest-contentful-paint", 1.3, "s", 1000),
    "CLS": ("cumulative-layout-shift", 0.01, "", 1),
    "TBT": ("total-blocking-time", 0, "ms", 1),
}


def lighthouse() -> list[str]:
    """How it is begun; nothing where there is no Node."""
    if installed := shutil.which("lighthouse"):
        return [installed]
    npx = shutil.which("npx")
    return [npx, "--yes", VERSION] if npx else []


def judge(command: list[str], address: str) -> dict:
    """What Lighthouse says, with its own simulation of a slow phone; else nothing."""
    asked = [*command, address, "--quiet", "--output=json"]
    flags = f"--headless=new --no-sandbox --disable-features={','.join(LEFT_OUT)}"
    asked += [f"--chrome-flags={flags}"]
    environment = os.environ | {"CHROME_PATH": executable() or ""}
    said = subprocess.run(
        asked, env=environment, capture_output=True, text=True, check=False
    )
    try:
        found = json.loads(said.stdout)
    except ValueError:
        print(f"# {said.stderr.strip()[-300:]}")
        return {}
    if error := found.get("runtimeError"):
        print(f"# {error['message']}")
        return {}
    return found


def told(kind: str, runs: list[dict]) -> None:
    """Of all runs the score and the figures in the middle."""
    require(f"{kind}, Lighthouse came to its end", holds=len(runs) > RUNS / 2)
    if not runs:
        return
    for category in CATEGORIES:
        ranked = sorted(runs, key=lambda run: run["categories"][category]["score"] or 0)
        middle = ranked[len(ranked) // 2]
        score = round(100 * (middle["categories"][category]["score"] or 0))
        bar = "100" if score == 100 else "100 **missed**"
        print(f"| {kind}, {category} | {score} | {bar} |", flush=True)
        for each in middle["categories"][category]["auditRefs"]:
            audit = middle["audits"][each["id"]]
            if each["weight"] and audit["score"] is not None and audit["score"] < 1:
                print(f"# {each['id']}: {audit.get('displayValue') or audit['score']}")
    for name, (audit, bar, unit, scale) in FIGURES.items():
        found = sorted(run["audits"][audit]["numericValue"] / scale for run in runs)
        say(f"{kind}, {name}", statistics.median(found), at_most=bar, unit=unit)
        say(f"{kind}, {name} of each run", ", ".join(f"{one:.3g}" for one in found))


def weight(browser: Browser, site: Site, path: str) -> tuple[float, int]:
    """KiB and requests of a first visit, until nothing more is asked for."""
    page = browser.new_context(**PHONE).new_page()
    asked: list[Request] = []
    page.on("requestfinished", lambda one: asked.append(one))
    page.goto(site.origin + path, wait_until="networkidle")
    size = 0.0
    for one in asked:
        if one.resource_type in {"document", "stylesheet", "script"}:
            parts = urlsplit(one.url)
            size += kilobytes(site.port, parts.path) * 1000
        else:
            size += one.sizes()["responseBodySize"]
    page.context.close()
    return size / KIB, len(asked)


def measure(site: Site) -> None:
    pages = one_of_each()
    begin()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable(), args=ARGUMENTS
        )
        for kind in KINDS:
            size, requests = weight(browser, site, pages[kind])
            bars = (90, 10) if kind == "story" else (None, None)
            say(f"{kind}, before scrolling", size, at_most=bars[0], unit="KiB")
            say(f"{kind}, requests", requests, at_most=bars[1])
    command = lighthouse()
    require("Lighthouse: there is Node to run it with", holds=bool(command))
    for kind in KINDS if command else ():
        runs = [judge(command, site.origin + pages[kind]) for _ in range(RUNS)]
        told(kind, [run for run in runs if run])


def main() -> None:
    with prepared() as site:
        # all sizes stand, as they do a while after publishing
        call_command("demo", "--ook-in-productie", "--ook-formaten", stdout=StringIO())
        with gunicorn(site):
            measure(site)
    end()


if __name__ == "__main__":
    main()
