"""The list of words of the trade, for readers."""

from django.db.models.functions import Lower
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.page_cache.middleware import kept
from home.terms.models import Term


@kept
@require_safe
def terms(request):
    """All of them on one page: it is a list to search in with the browser."""
    listed = Term.objects.order_by(Lower("word"), "pk")
    return render(request, "home/terms.html", {"terms": listed})
