"""Read first, answer, merge, note: on the site, and fit for a phone."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from community.points.desk.forms import AnswerForm, HideForm, MergeForm, NotedForm
from community.points.desk.lists import LISTS, goes_into, listed
from community.points.desk.services import (
    SamePoint,
    TooLate,
    answer,
    hide,
    keep,
    merge,
    show,
)
from community.points.models import Point
from community.points.services import Wish, note_point, points_from
from community.questionnaires.models import Answer
from community.questionnaires.reading.lists import shortened, to_read
from community.working_groups.views import for_leads

A_PAGE = 20
MOST_FOUND = 12
State = Point.State


@require_safe
@for_leads
def points_desk(request, group):
    """What waits to be read comes first."""
    name = request.GET.get("lijst", "lezen")
    name = name if name in LISTS else "lezen"
    points = listed(group, name).with_interest(timezone.localdate())
    pages = Paginator(points, A_PAGE)
    context = {
        "group": group,
        "lists": LISTS.items(),
        "chosen": name,
        "pages": pages.get_page(request.GET.get("pagina")),
        "query": f"lijst={name}",
    }
    return render(request, "community/points/desk/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def answer_point(request, group, pk):
    """The point with all that can be decided; the answer is the form in the open."""
    point = _found(group, pk)
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        initial={"status": point.status, "text": point.answer},
    )
    if form.is_valid():
        try:
            answer(
                point=point, by=request.user, now=timezone.now(), **form.cleaned_data
            )
        except TooLate:
            return _back(point, "telaat")
        return _back(point, "beantwoord")
    return _page(request, group, point, form=form)


@require_POST
@for_leads
def read_point(request, group, pk):
    """Show it, keep it after a report, or hide it on a ground."""
    point = _found(group, pk)
    now = timezone.now()
    try:
        if "toon" in request.POST:
            show(point=point, by=request.user, now=now)
            return _back(point, "getoond")
        if "houd" in request.POST:
            keep(point=point, now=now)
            return _back(point, "bekeken")
        form = HideForm(request.POST)
        if not form.is_valid():
            return _page(request, group, point, hide_form=form)
        hide(point=point, by=request.user, now=now, **form.cleaned_data)
    except TooLate:
        return _back(point, "telaat")
    return _back(point, "verborgen")


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def merge_point(request, group, pk):
    """Search, choose, say why."""
    point = _found(group, pk)
    words = request.GET.get("zoek", "").replace("\0", "")[:100]
    asked = request.POST if request.method == "POST" else None
    # what was on the screen may be chosen, also when support changed its place
    points = goes_into(point, words)
    form = MergeForm(asked, points=points if asked else points[:MOST_FOUND])
    if form.is_valid():
        try:
            merge(point=point, by=request.user, now=timezone.now(), **form.cleaned_data)
        except (TooLate, SamePoint):
            return _back(point, "telaat")
        return _back(form.cleaned_data["into"], "gebundeld")
    if asked:
        form.offer(points[:MOST_FOUND])
    context = {"group": group, "point": point, "form": form, "words": words}
    status = 422 if form.errors else 200
    return render(request, "community/points/desk/merge.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def note_down(request, group):
    """What was said elsewhere."""
    form = NotedForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        wish = Wish(form.cleaned_data["title"], form.cleaned_data["text"])
        point = note_point(
            group=group, wish=wish, kind=Point.Origin.OTHER, now=timezone.now()
        )
        return _back(point, "genoteerd")
    context = {"group": group, "form": form}
    status = 422 if form.errors else 200
    return render(request, "community/points/desk/note.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def point_from_answer(request, group, pk):
    """In the words of the lead: the answer itself may say who wrote it."""
    answer = get_object_or_404(_readable(group), pk=pk)
    earlier = points_from(answer).first()
    if earlier is not None:
        return _back(earlier, "al")
    asked = request.POST if request.method == "POST" else None
    form = NotedForm(asked, initial={"title": shortened(answer.text)})
    if form.is_valid():
        wish = Wish(form.cleaned_data["title"], form.cleaned_data["text"])
        kind, now = Point.Origin.ANSWER, timezone.now()
        made = note_point(group=group, wish=wish, kind=kind, origin=answer, now=now)
        return _back(made, "genoteerd")
    context = {"group": group, "form": form, "answer": answer}
    status = 422 if form.errors else 200
    return render(request, "community/points/desk/note.html", context, status=status)


def _readable(group):
    """Open answers that this lead may read."""
    answers = Answer.objects.filter(question__questionnaire__group=group)
    return answers.filter(Q(pk__in=to_read(group)) | Q(is_read=True)).exclude(text="")


def _found(group, pk: int) -> Point:
    """Of this group; what is not confirmed is nobody's yet."""
    there = Point.objects.exclude(state=State.ASKED).filter(group=group)
    there = there.with_interest(timezone.localdate())
    return get_object_or_404(
        there.select_related("group__theme", "merged_into", "person"), pk=pk
    )


def _back(point: Point, said: str):
    address = reverse("answer_point", args=[point.group.slug, point.pk])
    return redirect(f"{address}?{said}=1")


def _page(request, group, point: Point, *, form=None, hide_form=None):
    if form is None:
        form = AnswerForm(initial={"status": point.status, "text": point.answer})
    hide_form = hide_form or HideForm()
    context = {
        "group": group,
        "point": point,
        "form": form,
        "hide_form": hide_form,
        "reports": point.reports.filter(settled_at=None).order_by("pk")[:A_PAGE],
        "said": request.GET,
    }
    status = 422 if form.errors or hide_form.errors else 200
    return render(request, "community/points/desk/point.html", context, status=status)
