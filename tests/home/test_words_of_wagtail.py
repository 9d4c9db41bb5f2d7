"""What Wagtail and Django leave in English, an editor reads in Dutch."""

import gettext
import re
from datetime import timedelta
from pathlib import Path

import pytest
import wagtail
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.humanize.templatetags.humanize import naturaltime
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as said
from django.utils.translation import ngettext

from home import foundations

PHRASE = re.compile(r'^msgid ((?:"[^\n]*"\n)+)msgstr ((?:"[^\n]*"\n)+)', re.MULTILINE)
GLUED = re.compile(r"[a-z.,]%\(\w+\)|%\(\w+\)[sd][a-z]")
OURS = Path(settings.LOCALE_PATHS[0]) / "nl/LC_MESSAGES/django.po"


def phrases() -> dict[str, str]:
    """Of our own file, the heading left out."""
    found = {
        joined(english): joined(dutch)
        for english, dutch in PHRASE.findall(OURS.read_text() + "\n")
    }
    return {english: dutch for english, dutch in found.items() if english}


def joined(lines: str) -> str:
    text = "".join(line.strip()[1:-1] for line in lines.splitlines())
    return text.replace('\\"', '"')


def known_to_wagtail() -> set[str]:
    found: set[str] = set()
    for path in Path(wagtail.__file__).parent.rglob("nl/LC_MESSAGES/django.mo"):
        with path.open("rb") as file:
            found.update(gettext.GNUTranslations(file)._catalog)
    return found


def test_our_words_stand_in_for_those_of_wagtail():
    ours = phrases()

    shown = {english: said(english) for english in ours}

    assert "live" in ours
    assert shown == ours
    assert ours.keys() <= known_to_wagtail()


def test_no_word_is_glued_to_what_is_filled_in():
    english = {key if isinstance(key, str) else key[0] for key in known_to_wagtail()}

    shown = {
        dutch
        for words in english
        if not GLUED.search(words)
        for dutch in (said(words), *(ngettext(words, words, n) for n in (1, 2)))
    }

    assert [dutch for dutch in shown if GLUED.search(dutch)] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("window", "labels"),
    [
        ("external_link", {"URL", "Tekst van de link"}),
        ("anchor_link", {"#", "Tekst van de link"}),
        ("phone_link", {"Telefoonnummer", "Tekst van de link"}),
        (
            "email_link",
            {"E-mailadres", "Tekst van de link", "Onderwerp", "Tekst van de mail"},
        ),
    ],
)
def test_a_link_is_made_in_dutch(window, labels, admin_client):
    address = reverse(f"wagtailadmin_choose_page_{window}")

    html = admin_client.get(address).json()["html"]

    found = BeautifulSoup(html, "html.parser").select("form label")
    assert {label.get_text(" ", strip=True).rstrip("* ") for label in found} == labels


@pytest.mark.django_db
def test_what_is_above_the_front_page_has_a_dutch_name(admin_client):
    foundations.lay()

    html = admin_client.get(reverse("wagtailadmin_choose_page")).json()["html"]

    assert "Alles" in html
    assert "Root" not in html


def test_how_long_ago_is_said_in_dutch():
    moment = timezone.now() - timedelta(days=2, hours=1)

    words = naturaltime(moment)

    assert words.replace("\xa0", " ") == "2 dagen, 1 uur geleden"
