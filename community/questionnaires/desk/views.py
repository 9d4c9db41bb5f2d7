"""Write a questionnaire, look at it as others will, publish it, invite people."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from community.questionnaires.desk.forms import (
    CloseForm,
    DetailsForm,
    InviteForm,
    QuestionForm,
)
from community.questionnaires.desk.services import (
    Gone,
    Locked,
    NotReady,
    Seen,
    ask,
    change,
    close_later,
    copy,
    invite,
    move_up,
    publish,
    take_away,
    throw_away,
    write,
)
from community.questionnaires.forms import FillForm
from community.questionnaires.models import Question, Questionnaire, Response
from community.working_groups.views import for_leads

A_PAGE = 20
EITHER = ["GET", "HEAD", "POST"]


@require_safe
@for_leads
def questionnaires_desk(request, group):
    """Each with how many answered so far."""
    sent = Count("responses", filter=Q(responses__state=Response.State.SENT))
    made = Questionnaire.objects.filter(group=group).annotate(people=sent)
    pages = Paginator(made.order_by("-pk"), A_PAGE)
    context = {
        "group": group,
        "pages": pages.get_page(request.GET.get("pagina")),
        "now": timezone.now(),
        "is_gone": "weg" in request.GET,
    }
    return render(request, "community/questionnaires/desk/list.html", context)


@require_http_methods(EITHER)
@for_leads
def write_questionnaire(request, group):
    initial = {"asks_role": True, "audience": "iedereen", "results": "na-sluiten"}
    asked = request.POST if request.method == "POST" else None
    form = DetailsForm(asked, initial=initial)
    if form.is_valid():
        now = timezone.now()
        made = write(group=group, details=form.details, by=request.user, now=now)
        return _back(made, "gemaakt")
    return _page(request, "details", {"group": group, "form": form}, form)


@require_safe
@for_leads
def show_questionnaire(request, group, pk):
    """The hub: what it asks, where it stands, and all that can be done."""
    found = find(group, pk)
    now = timezone.now()
    context = {
        "group": group,
        "questionnaire": found,
        "questions": found.questions.prefetch_related("options"),
        "people": found.responses.sent().count(),
        "is_locked": found.is_locked,
        "is_open": found.is_open(now),
        "is_closed": found.is_closed(now),
        "invited": found.invitations.count(),
        "said": request.GET,
    }
    return render(request, "community/questionnaires/desk/show.html", context)


@require_http_methods(EITHER)
@for_leads
def change_questionnaire(request, group, pk):
    """All of it, or only until when once there are answers."""
    found = find(group, pk)
    asked = request.POST if request.method == "POST" else None
    if found.is_locked:
        return _close(request, found, CloseForm(asked, found=found))
    form = DetailsForm.of(found, asked)
    if form.is_valid():
        try:
            change(questionnaire=found, details=form.details)
        except Locked:
            return _back(found, "opslot")
        return _back(found, "bewaard")
    return _page(request, "details", _about(found, form=form), form)


def _close(request, found: Questionnaire, form: CloseForm):
    if not form.is_valid():
        return _page(request, "details", _about(found, form=form, locked=True), form)
    now = timezone.now()
    try:
        close_later(questionnaire=found, closes_at=form.closes_at, now=now)
    except Seen:
        return _back(found, "gesloten")
    return _back(found, "bewaard")


@require_http_methods(EITHER)
@for_leads
def write_question(request, group, pk, question=None):
    found = find(group, pk)
    asked = request.POST if request.method == "POST" else None
    old = get_object_or_404(found.questions, pk=question) if question else None
    form = QuestionForm.of(old, asked) if old else QuestionForm(asked)
    try:
        if asked and old and {"weg", "omhoog"} & set(asked):
            (take_away if "weg" in asked else move_up)(question=old)
            return _back(found, "bewaard")
        if form.is_valid():
            ask(questionnaire=found, asked=form.asked, question=old)
            return _back(found, "bewaard")
    except Locked:
        return _back(found, "opslot")
    except NotReady:
        return _back(found, "laatste")
    except Gone:
        return _back(found, "vraagweg")
    return _page(request, "question", _about(found, form=form, question=old), form)


@require_safe
@for_leads
def preview_questionnaire(request, group, pk):
    """As others will see it, on one page; nothing is sent."""
    found = find(group, pk)
    questions: list[Question] = list(found.questions.prefetch_related("options"))
    form = FillForm(questions=questions, for_whom="voorbeeld", insists=True)
    context = _about(found, form=form)
    return render(request, "community/questionnaires/desk/preview.html", context)


@require_POST
@for_leads
def act_on_questionnaire(request, group, pk):
    """Publish, copy, throw away: one button each."""
    found = find(group, pk)
    now = timezone.now()
    if "kopieer" in request.POST:
        return _back(copy(questionnaire=found, by=request.user, now=now), "gekopieerd")
    try:
        if "weg" in request.POST:
            throw_away(questionnaire=found)
            there = reverse("questionnaires_desk", args=[group.slug])
            return redirect(f"{there}?weg=1")
        publish(questionnaire=found, now=now)
    except Locked:
        return _back(found, "opslot")
    except NotReady:
        return _back(found, "leeg")
    return _back(found, "gepubliceerd")


@require_http_methods(EITHER)
@for_leads
def invite_people(request, group, pk):
    """For who may answer by invitation only."""
    audience = Questionnaire.Audience.INVITED
    published = Questionnaire.objects.published().filter(audience=audience)
    found = get_object_or_404(published, group=group, pk=pk)
    form = InviteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        emails = form.cleaned_data["emails"]
        number = invite(questionnaire=found, emails=emails, now=timezone.now())
        return redirect(f"{request.path}?gemaild={number}")
    number = request.GET.get("gemaild", "")
    context = _about(found, form=form, mailed=number if number.isdecimal() else "")
    return _page(request, "invite", context, form)


def find(group, pk: int) -> Questionnaire:
    made = Questionnaire.objects.select_related("group__theme")
    return get_object_or_404(made, group=group, pk=pk)


def _about(found: Questionnaire, **more) -> dict:
    return {"group": found.group, "questionnaire": found, **more}


def _page(request, name: str, context: dict, form):
    status = 422 if form.errors else 200
    page = f"community/questionnaires/desk/{name}.html"
    return render(request, page, context, status=status)


def _back(found: Questionnaire, said: str):
    address = reverse("show_questionnaire", args=[found.group.slug, found.pk])
    return redirect(f"{address}?{said}=1")
