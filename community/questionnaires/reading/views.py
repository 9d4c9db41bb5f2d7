"""The numbers for a lead, the open answers to read first, and the file."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views import View
from django.views.decorators.http import require_http_methods, require_safe

from community.questionnaires.desk.services import review
from community.questionnaires.desk.views import find
from community.questionnaires.reading.rows import headings, rows
from community.questionnaires.results.counts import (
    SENT,
    results,
    to_read_one_by_one,
    who_answered,
)
from community.questionnaires.rules import SMALLEST
from community.working_groups.views import for_leads
from home.numbers import row_number
from home.spreadsheets import Rows

A_PAGE = 20


@require_safe
@for_leads
def desk_results(request, group, pk):
    """Of an anonymous one only how many, until it is closed; never of a handful."""
    found = find(group, pk)
    now = timezone.now()
    is_shown = found.shows_lead(now)
    closed = found.is_closed(now)
    context = {
        "group": group,
        "questionnaire": found,
        "people": found.responses.sent().count(),
        "is_shown": is_shown,
        "smallest": SMALLEST,
        "results": results(found, public=False, with_groups=closed) if is_shown else [],
        "meter": who_answered(found) if closed else None,
        "has_file": is_shown and bool(to_read_one_by_one(found)),
    }
    return render(request, "community/questionnaires/desk/results.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def read_answers(request, group, pk, question):
    """A page at a time: what is ticked, everybody may read."""
    found = find(group, pk)
    if not found.shows_lead(timezone.now()):
        raise Http404
    readable = [each.pk for each in to_read_one_by_one(found) if each.is_open]
    asked = get_object_or_404(found.questions.filter(pk__in=readable), pk=question)
    answers = asked.answers.filter(**SENT).select_related("response")
    answers = answers.with_interest(timezone.localdate())
    pages = Paginator(answers.order_by("is_read", "text", "pk"), A_PAGE)
    page = pages.get_page(request.GET.get("pagina"))
    if request.method == "POST":
        # exactly those that were on the screen: the list moves while it is read
        there = {row_number(each) for each in request.POST.getlist("op-scherm")}
        shown = set(request.POST.getlist("openbaar"))
        ours = answers.filter(pk__in=there).values_list("pk", flat=True)
        review(answers={each: str(each) in shown for each in ours})
        return redirect(f"{request.get_full_path()}")
    context = {"group": group, "questionnaire": found, "question": asked, "pages": page}
    return render(request, "community/questionnaires/desk/answers.html", context)


class AnswersFile(Rows, View):
    """As a spreadsheet; not of an anonymous one that is open, nor of a handful."""

    def get(self, request, group, pk, file_format):
        found = find(group, pk)
        if file_format not in self.FORMATS or not found.shows_lead(timezone.now()):
            raise Http404
        columns, sheet = headings(found), "Antwoorden"
        if not columns:
            raise Http404
        return self.as_file(columns, rows(found), found.slug, sheet, file_format)


answers_file = require_safe(for_leads(AnswersFile.as_view()))
