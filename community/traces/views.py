"""Where an outcome comes from, for the lead of its group."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from community.traces.chain import chain_of, key_of
from community.traces.forms import TraceForm
from community.traces.services import trace
from community.working_groups.outcome_page import OutcomePage
from community.working_groups.views import for_leads
from home.numbers import row_number


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def traces_of_outcome(request, group, pk):
    """Add one, or take one away."""
    outcome = get_object_or_404(OutcomePage.objects.child_of(group), pk=pk)
    if gone := row_number(request.POST.get("weg", "")):
        outcome.traces.filter(pk=gone).delete()
        return redirect(f"{request.path}?weg=1")
    sent = request.POST if request.method == "POST" else None
    words = request.GET.get("zoek", "").replace("\0", "")[:100]
    form = TraceForm(sent, group=group, outcome=outcome, words=words)
    if form.is_valid():
        trace(outcome=outcome, **form.cleaned_data)
        return redirect(f"{request.path}?erbij=1")
    titles = chain_of(outcome).titles
    traces = outcome.traces.select_related("content_type").order_by("pk")
    context = {
        "group": group,
        "outcome": outcome,
        "traces": [(each, titles.get(key_of(each), "")) for each in traces],
        "form": form,
        "words": words,
        "said": request.GET,
    }
    status = 422 if form.errors else 200
    return render(request, "community/traces/edit.html", context, status=status)
