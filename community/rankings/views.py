"""What a ranking is about and what came of it; for the lead also how it is made."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from community.points.models import Point
from community.questionnaires.models import Response
from community.questionnaires.results.counts import results
from community.questionnaires.rules import SMALLEST
from community.rankings.forms import ConclusionForm, RankingForm
from community.rankings.models import Ranking
from community.rankings.services import (
    Chosen,
    NotClosed,
    conclude,
    rank,
    throw_away,
)
from community.working_groups.views import find_group, for_leads
from home.models import Person

A_PAGE = 20
EITHER = ["GET", "HEAD", "POST"]
MOST_OFFERED = 60


def _found(group, pk: int) -> Ranking:
    rankings = Ranking.objects.select_related(
        "questionnaire__group__theme", "owner__organisation"
    )
    return get_object_or_404(rankings, questionnaire__group=group, pk=pk)


@require_safe
def ranking(request, slug, pk):
    """While it is open the way to take part; afterwards the sum, and what follows."""
    group = find_group(slug)
    found = _found(group, pk)
    context = _about(found, public=True)
    return render(request, "community/rankings/ranking.html", context)


def _about(found: Ranking, *, public: bool) -> dict:
    now = timezone.now()
    questionnaire = found.questionnaire
    closed = questionnaire.is_closed(now)
    ranked = found.points.select_related("point")
    return {
        "ranking": found,
        "questionnaire": questionnaire,
        "group": questionnaire.group,
        "is_open": questionnaire.is_open(now),
        "is_closed": closed,
        "points": {each.option_id: each.point for each in ranked},
        "result": results(questionnaire, public=public, with_groups=True)[0]
        if closed
        else None,
        "smallest": SMALLEST,
    }


@require_safe
@for_leads
def rankings_desk(request, group):
    made = Ranking.objects.filter(questionnaire__group=group)
    pages = Paginator(made.select_related("questionnaire").order_by("-pk"), A_PAGE)
    context = {
        "group": group,
        "pages": pages.get_page(request.GET.get("pagina")),
        "now": timezone.now(),
        "is_gone": "weg" in request.GET,
    }
    return render(request, "community/rankings/desk.html", context)


@require_http_methods(EITHER)
@for_leads
def make_ranking(request, group):
    """Of the points that are still open, most supported first."""
    there = Point.objects.shown().filter(group=group, merged_into=None)
    offered = there.exclude(status__in=Point.ENDED).most_supported()
    asked = request.POST if request.method == "POST" else None
    form = RankingForm(asked, points=offered if asked else offered[:MOST_OFFERED])
    if form.is_valid():
        made = rank(
            group=group,
            plan=form.plan,
            points=form.cleaned_data["points"],
            by=request.user,
            now=timezone.now(),
        )
        address = reverse("conclude_ranking", args=[group.slug, made.pk])
        return redirect(f"{address}?gemaakt=1")
    context = {"group": group, "form": form, "number": offered.count()}
    status = 422 if form.errors else 200
    return render(request, "community/rankings/make.html", context, status=status)


@require_http_methods(EITHER)
@for_leads
def conclude_ranking(request, group, pk):
    """The sum, and below it the three things without which it says nothing."""
    found = _found(group, pk)
    here = group.memberships_of(timezone.localdate()).values("person")
    form = ConclusionForm(
        request.POST if request.method == "POST" else None,
        people=Person.objects.filter(pk__in=here).order_by("name", "pk"),
        initial={
            "conclusion": found.conclusion,
            "next_step": found.next_step,
            "owner": found.owner_id,
        },
    )
    if form.is_valid():
        now = timezone.now()
        try:
            conclude(ranking=found, by=request.user, now=now, **form.cleaned_data)
        except NotClosed:
            return redirect(f"{request.path}?open=1")
        return redirect(f"{request.path}?vastgesteld=1")
    chosen = found.questionnaire.responses.exclude(state=Response.State.DRAFT)
    context = {
        **_about(found, public=False),
        "form": form,
        "said": request.GET,
        "is_chosen": chosen.exists(),
    }
    status = 422 if form.errors else 200
    return render(request, "community/rankings/conclude.html", context, status=status)


@require_http_methods(EITHER)
@for_leads
def throw_away_ranking(request, group, pk):
    """Asks first; what somebody chose stays."""
    found = _found(group, pk)
    if request.method == "POST":
        try:
            throw_away(ranking=found)
        except Chosen:
            address = reverse("conclude_ranking", args=[group.slug, pk])
            return redirect(f"{address}?gekozen=1")
        return redirect(f"{reverse('rankings_desk', args=[group.slug])}?weg=1")
    context = {"group": group, "ranking": found}
    return render(request, "community/rankings/throw_away.html", context)
