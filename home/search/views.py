"""The search page."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.search.forms import SearchForm
from home.search.results import find


@require_safe
def search(request):
    """A list of pages, or the empty form; never somebody's private page."""
    form = SearchForm(request.GET or None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    results = find(words, request.GET.get("pagina")) if words else None
    context = {
        "form": form,
        "words": words,
        "results": results,
        "query": urlencode({"q": words}),
    }
    return render(request, "home/search.html", context)
