"""Say something about a text, read what others said, and answer for the group."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from community.consultation.forms import AnswerForm, HideForm, RemarkForm
from community.consultation.models import Remark
from community.consultation.rules import paragraphs
from community.consultation.services import AlreadyAnswered, answer, hide, remark
from community.working_groups.outcome_page import OutcomePage
from community.working_groups.views import find_group, for_leads
from home.strangers import from_people, member_address, strangers_need_no_token

A_PAGE = 25
BANNED = (
    "Met dit adres kun je nu niet reageren. In de mail over dat besluit staat waarom, "
    "tot wanneer, en wat je ertegen doet."
)


@strangers_need_no_token
@require_http_methods(["GET", "HEAD", "POST"])
def react(request, slug, outcome):
    group = find_group(slug)
    outcomes = OutcomePage.objects.child_of(group).open()
    page = get_object_or_404(outcomes, slug=outcome)
    address = member_address(request)
    until, text = page.consultation_until, paragraphs(page.result)
    is_open = bool(until and until >= timezone.localdate())
    sent = request.POST if request.method == "POST" and is_open else None
    about = request.GET.get("alinea", "0")
    form = RemarkForm(
        sent, paragraphs=text, address=address, initial={"paragraph": about}
    )
    if form.is_valid() and _is_taken_in(request, form, page):
        said = "bevestigd" if address else "verstuurd"
        return redirect(f"{request.path}?{said}=1")
    said = page.remarks.shown().with_interest(timezone.localdate())
    said = said.order_by("paragraph", "pk")
    context = {
        "group": group,
        "outcome": page,
        "crumbs": [
            *group.crumbs,
            {"title": group.title, "url": group.url},
            {"title": page.title, "url": page.url},
        ],
        "text": text,
        "form": form,
        "is_open": is_open,
        "pages": Paginator(said, A_PAGE).get_page(request.GET.get("pagina")),
        "is_asked": "verstuurd" in request.GET,
        "is_waiting": "bevestigd" in request.GET,
        "banned": BANNED if "geweerd" in request.GET else "",
    }
    status = 422 if form.errors else 200
    return render(request, "community/consultation/react.html", context, status=status)


@from_people("remark", limit=20)
def _is_taken_in(form: RemarkForm, page: OutcomePage) -> None:
    said = remark(
        outcome=page,
        email=form.mail_address,
        words=form.words,
        known=bool(form.address),
        now=timezone.now(),
    )
    if said.pk is None:
        form.add_error(None, BANNED)


@require_safe
@for_leads
def remarks_desk(request, group):
    """What waits for an answer, who came first on top."""
    waiting = Remark.objects.of_group(group).unanswered().select_related("outcome")
    waiting = waiting.with_interest(timezone.localdate())
    pages = Paginator(waiting.order_by("pk"), A_PAGE)
    context = {
        "group": group,
        "pages": pages.get_page(request.GET.get("pagina")),
        "said": request.GET,
    }
    return render(request, "community/consultation/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def answer_remark(request, group, pk):
    mine = Remark.objects.of_group(group).unanswered().select_related("outcome")
    mine = mine.with_interest(timezone.localdate())
    said = get_object_or_404(mine, pk=pk)
    hides = "verberg" in request.POST
    sent = request.POST if request.method == "POST" else None
    answers, hiding = (
        AnswerForm(None if hides else sent),
        HideForm(sent if hides else None),
    )
    there, now = reverse("remarks_desk", args=[group.slug]), timezone.now()
    try:
        if answers.is_valid():
            text = answers.cleaned_data["text"]
            answer(said=said, text=text, by=request.user, now=now)
            return redirect(f"{there}?beantwoord=1")
        if hiding.is_valid():
            ground = hiding.cleaned_data["ground"]
            hide(said=said, ground=ground, by=request.user, now=now)
            return redirect(f"{there}?verborgen=1")
    except AlreadyAnswered:
        return redirect(f"{there}?al=1")
    context = {
        "group": group,
        "said": said,
        "form": answers,
        "hiding": hiding,
        "problems": [answers, hiding],
    }
    status = 422 if answers.errors or hiding.errors else 200
    return render(request, "community/consultation/answer.html", context, status=status)
