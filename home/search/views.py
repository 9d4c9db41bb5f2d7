"""The search page."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.search.forms import SearchForm
from home.search.hits import Hits
from home.search.promoted import promoted
from home.search.results import find
from home.search.suggestions import did_you_mean
from home.search.vocabulary import known_words


@require_safe
def search(request):
    """What is found, or the empty form; never somebody's private page."""
    form = SearchForm(request.GET or None)
    context = {"form": form, "words": "", "results": None}
    if form.is_valid() and form.cleaned_data["q"]:
        context |= _found(form, request.GET.get("pagina"))
    return render(request, "home/search/search.html", context)


def _found(form: SearchForm, number: str | None) -> dict:
    asked = form.cleaned_data
    words, kind, theme = asked["q"], asked["soort"], asked["thema"]
    found = find(words, kind=kind, theme=theme, number=number)
    narrowed = {"soort": kind, "thema": theme}
    kinds = {value: label for value, label, _ in found.kinds}
    meant = "" if found.number else did_you_mean(words, known_words())
    return {
        "words": words,
        "kind": kind,
        "theme": theme,
        "narrowed": list(filter(None, [kinds.get(kind), form.themes.get(theme)])),
        "found": found,
        "number": found.results.paginator.count if kind else found.number,
        "results": found.results,
        "promoted": [] if kind or theme else promoted(words),
        "hits": Hits(words),
        "meant": meant,
        "everywhere": "?" + urlencode({"q": words}),
        "query": urlencode(
            {"q": words} | {name: value for name, value in narrowed.items() if value}
        ),
    }
