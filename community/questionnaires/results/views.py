"""What came out, for everybody."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from community.questionnaires.results.counts import (
    public_answers,
    results,
    who_answered,
)
from community.questionnaires.rules import SMALLEST
from community.questionnaires.views import find

A_PAGE = 20


@require_safe
def questionnaire_results(request, slug):
    """Hidden until it may be seen; then for everybody, for good."""
    found = find(slug)
    now = timezone.now()
    is_shown = found.shows_results(now)
    context = {
        "questionnaire": found,
        "is_shown": is_shown,
        "is_closed": found.is_closed(now),
        "people": found.responses.sent().count(),
        "smallest": SMALLEST,
    }
    if is_shown:
        closed = found.is_closed(now)
        context["results"] = results(found, public=True, with_groups=closed)
        context["meter"] = who_answered(found) if closed else None
    return render(request, "community/questionnaires/results.html", context)


@require_safe
def open_answers(request, slug, pk):
    """The words that were put on the site, a page at a time."""
    found = find(slug)
    if not found.shows_results(timezone.now()):
        raise Http404
    question = get_object_or_404(found.questions.filter(is_public=True), pk=pk)
    pages = Paginator(public_answers(question, timezone.localdate()), A_PAGE)
    context = {
        "questionnaire": found,
        "question": question,
        "pages": pages.get_page(request.GET.get("pagina")),
    }
    return render(request, "community/questionnaires/open_answers.html", context)
