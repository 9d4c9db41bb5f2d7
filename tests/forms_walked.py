"""Every form that people meet on the demo site, found by following its links.

A page of each kind is looked at, or a few: one of its states has the form."""

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup, SoupStrainer, Tag
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

HOST = "http://testserver"
ELSEWHERE = ("/cms/", "/dev/", "/media/", "/static/")
WANTED = SoupStrainer(["form", "a"])
ENOUGH = 2  # pages of a kind, beside those that it begins with
TRAP = "website"  # a person leaves it empty (home/strangers.py)
CHOSEN = ("hidden", "checkbox", "radio", "submit", "file", "password")


@dataclass(frozen=True)
class Form:
    """Where it leads, what somebody types in it, and what a page fills in for him."""

    action: str
    typed: tuple[str, ...]
    chosen: tuple[tuple[str, str], ...]

    @property
    def kind(self) -> tuple:
        """Two of a kind are one: the same view reads the same fields."""
        names = (*self.typed, *(name for name, _ in self.chosen))
        return kind_of(self.action), frozenset(re.sub(r"\d", "", one) for one in names)


def kind_of(path: str) -> str:
    """The name of an address; a page of Wagtail's is known by the folder it is in."""
    bare = urlsplit(path).path
    try:
        name = resolve(bare).url_name
    except Resolver404:
        return ""
    folders = bare.split("/")
    return f"{folders[1]} {len(folders)}" if name == "wagtail_serve" else name


def forms(client: Client, starts: list[str]) -> Iterator[Form]:
    """All that stand on these pages, and on a few of each kind that they lead to."""
    waiting, met, kinds = [*starts], set(starts), Counter({"": ENOUGH})
    while waiting:
        answer = client.get(waiting.pop(0), follow=True)
        if "text/html" not in answer.headers.get("Content-Type", ""):
            answer.getvalue()  # reads a file to its end, which closes it
            continue
        path = answer.request["PATH_INFO"]
        page = BeautifulSoup(answer.text, "html.parser", parse_only=WANTED)
        for form in page.select("form[method=post]"):
            yield read(form, path)
        for link in page.select("a[href]"):
            there = local(link["href"], path)
            kind = kind_of(there)
            if there not in met and kinds[kind] < ENOUGH:
                met.add(there)
                kinds[kind] += 1
                waiting.append(there)


def local(href: str, path: str) -> str:
    there = urldefrag(urljoin(HOST + path, href)).url
    if not there.startswith(f"{HOST}/"):
        return ""
    there = there.removeprefix(HOST)
    return "" if there.startswith(ELSEWHERE) else there


def read(form: Tag, path: str) -> Form:
    typed, chosen = [], {}
    for field in form.select("[name]"):
        name = field["name"]
        kind = "select" if field.name == "select" else field.get("type", field.name)
        if name in {TRAP, "csrfmiddlewaretoken"}:
            continue
        if kind in {"select", "button", *CHOSEN}:
            first = field.option or field
            chosen.setdefault(name, first.get("value", ""))
        else:
            typed.append(name)
    return Form(local(form.get("action") or path, path), (*typed,), (*chosen.items(),))


def send(client: Client, form: Form, text: str) -> HttpResponse:
    """With this in every field that one types in; nothing comes of it."""
    cookies = deepcopy(client.cookies)  # one of the forms logs out
    with transaction.atomic():
        body = dict(form.chosen) | dict.fromkeys(form.typed, text)
        answer = client.post(form.action, body)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer
