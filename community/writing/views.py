"""Outcomes in the working space: members read the drafts, the lead writes them."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from community.working_groups.access import may_lead
from community.working_groups.outcome_page import OutcomePage
from community.working_groups.views import for_leads, for_members
from community.writing.forms import WriteForm
from community.writing.services import keep, newest, publish

A_PAGE = 20


@require_safe
@for_members
def outcomes_of_group(request, group):
    """Drafts too; a draft is read here, and on no page of the site."""
    outcomes = OutcomePage.objects.child_of(group).order_by("-number", "-pk")
    context = {
        "group": group,
        "pages": Paginator(outcomes, A_PAGE).get_page(request.GET.get("pagina")),
        "leads": may_lead(request.user, group),
        "said": request.GET,
    }
    return render(request, "community/writing/outcomes.html", context)


@require_safe
@for_members
def read_draft(request, group, pk):
    """As the page will be."""
    outcome = get_object_or_404(OutcomePage.objects.child_of(group), pk=pk)
    draft = newest(outcome)
    context = {**draft.get_context(request), "is_draft": True}
    return render(request, draft.template, context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def write_outcome(request, group, pk=None):
    """Keep it, or publish it at once; without `pk` a new one."""
    outcome = OutcomePage()
    if pk is not None:
        mine = OutcomePage.objects.child_of(group)
        outcome = newest(get_object_or_404(mine, pk=pk))
    publishes = "plaatsen" in request.POST
    form = WriteForm(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        instance=outcome,
        parent_page=group,
        publishes=publishes,
    )
    if form.is_valid():
        act = publish if publishes else keep
        told = form.save(commit=False)
        act(outcome=told, group=group, by=request.user, now=timezone.now())
        said = "geplaatst" if publishes else "bewaard"
        there = reverse("outcomes_of_group", args=[group.slug])
        return redirect(f"{there}?{said}=1")
    context = {
        "group": group,
        "outcome": outcome,
        "form": form,
        "problems": [form, *form.formsets.values()],
        "sent_along": bool(request.FILES),
    }
    status = 422 if form.is_bound else 200
    return render(request, "community/writing/write.html", context, status=status)
