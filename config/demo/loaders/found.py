"""What helps a reader on: a result that editors picked, a selection handed on."""

from datetime import datetime

from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page

from stories.models import SharedList, StoryPage
from stories.reading_list.rules import Entry
from stories.reading_list.services import hand_on

PICKED = {"keurmerk": "wat-is-een-keurmerk-zonder-rode-kaart"}
WHY = "Begin hier: waarom een keurmerk gevolgen moet hebben."
SELECTION = [  # at /selectie/voorbeeld/
    ("op-vijf-hoog-wordt-vooral-geluisterd", "Voor het gesprek over luisteren."),
    ("de-planner-schuift-aan", "Lees dit voor maandag."),
    ("wat-de-lasser-vroeg", ""),
]
TOKEN = "voorbeeld"  # noqa: S105  # of a list that everybody may see


def load(now: datetime) -> dict[str, int]:
    return {
        "aanraders bij het zoeken": sum(map(_picked, PICKED.items())),
        "gedeelde selecties": _selection(now),
    }


def _picked(row: tuple[str, str]) -> int:
    words, slug = row
    page = Page.objects.get(slug=slug)
    _, is_new = SearchPromotion.objects.get_or_create(
        query=Query.get(words), page=page, defaults={"description": WHY}
    )
    return int(is_new)


def _selection(now: datetime) -> int:
    if SharedList.objects.filter(token=TOKEN).exists():
        return 0
    entries = [
        Entry(StoryPage.objects.get(slug=slug).pk, note) for slug, note in SELECTION
    ]
    SharedList.objects.filter(pk=hand_on(entries, now=now).pk).update(token=TOKEN)
    return 1
