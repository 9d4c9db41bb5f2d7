"""What an editor wants to be found first for some words."""

from django.db.models import Q
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.search.utils import normalise_query_string

from home.pages.open_pages import open_pages
from home.search.rules import fold
from home.search.sources import Result
from home.statements import numbers_of


def promoted(words: str) -> list[Result]:
    """In the order of the editor; only what everybody may see."""
    asked = {normalise_query_string(words), fold(words)}
    visible = Q(page=None) | Q(page__in=numbers_of(open_pages))
    picks = SearchPromotion.objects.filter(visible, query__query_string__in=asked)
    return [
        Result(
            pick.title or pick.link,
            pick.page.url if pick.page else pick.external_link_url,
            "aanrader van de redactie",
            pick.description,
        )
        for pick in picks.select_related("page")
    ]
