"""Ask to join a group; for its lead: let in, or say why not."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from community.joining.forms import DeclineForm, InviteForm, JoinForm
from community.joining.models import JoinRequest
from community.joining.services import (
    AlreadyAnswered,
    AsksAlready,
    ask_as_member,
    ask_to_join,
    decline,
    invite,
    let_in,
    withdraw,
)
from community.working_groups.access import is_member
from community.working_groups.views import find_group, for_leads
from home.accounts.services import reader_of
from home.models import Person
from home.numbers import row_number
from home.strangers import from_people, strangers_need_no_token

A_PAGE = 20


@strangers_need_no_token
@require_http_methods(["GET", "HEAD", "POST"])
def join_group(request, slug):
    """The same answer for everybody, and for a robot."""
    group = find_group(slug)
    if reader := reader_of(request.user):
        return _as_member(request, group, reader)
    form = JoinForm(request.POST or None, question=group.join_question)
    if form.is_valid() and _is_taken_in(request, form, group):
        return redirect(f"{request.path}?verstuurd=1")
    return _page(request, group, form)


def _as_member(request, group, reader):
    """Whom we know is asked no more than the question of the group."""
    user = request.user
    person = Person.objects.filter(user=user).first()
    known = {
        "name": person.name if person else user.get_full_name(),
        "function": person.function if person else "",
        "in_trade": person.role_id if person else None,
    }
    form = JoinForm(
        request.POST or None,
        question=group.join_question,
        address=reader.email,
        initial=known,
    )
    if form.is_valid() and not is_member(user, group):
        now = timezone.now()
        asked = ask_as_member(
            group=group, email=form.mail_address, who=form.introduction, now=now
        )
        said = "bevestigd" if asked.pk else "geweerd"
        return redirect(f"{request.path}?{said}=1")
    return _page(request, group, form)


def _page(request, group, form: JoinForm):
    context = {
        "group": group,
        "crumbs": [*group.crumbs, {"title": group.title, "url": group.url}],
        "form": form,
        "is_asked": "verstuurd" in request.GET,
        "is_waiting": "bevestigd" in request.GET,
        "is_banned": "geweerd" in request.GET,
        "is_in": is_member(request.user, group) and not request.user.is_superuser,
    }
    status = 422 if form.errors else 200
    return render(request, "community/joining/join.html", context, status=status)


@from_people("join", limit=5)
def _is_taken_in(form: JoinForm, group) -> None:
    now = timezone.now()
    ask_to_join(group=group, email=form.mail_address, who=form.introduction, now=now)


@require_safe
@for_leads
def join_requests(request, group):
    """Who waits, who came first on top, and what was answered before."""
    asked = JoinRequest.objects.filter(group=group).select_related("in_trade", "reader")
    answered = asked.exclude(answered_at=None).order_by("-answered_at", "-pk")
    context = {
        "group": group,
        "waiting": asked.waiting()[:A_PAGE],
        "answered": Paginator(answered, A_PAGE).get_page(request.GET.get("pagina")),
        "said": request.GET,
    }
    return render(request, "community/joining/requests.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def answer_join_request(request, group, pk):
    """One button lets in; saying no asks for a reason."""
    asked = get_object_or_404(JoinRequest.objects.waiting(), group=group, pk=pk)
    says_no = request.method == "POST" and "binnen" not in request.POST
    form = DeclineForm(request.POST if says_no else None)
    there = reverse("join_requests", args=[group.slug])
    now = timezone.now()
    try:
        if request.method == "POST" and not says_no:
            let_in(asked=asked, by=request.user, now=now)
            return redirect(f"{there}?binnen=1")
        if form.is_valid():
            decline(asked=asked, by=request.user, now=now, **form.cleaned_data)
            return redirect(f"{there}?beantwoord=1")
    except AlreadyAnswered:
        return redirect(f"{there}?al=1")
    context = {"group": group, "asked": asked, "form": form}
    status = 422 if form.errors else 200
    return render(request, "community/joining/answer.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def invitations(request, group):
    """Ask somebody to join, and take it back as long as there is no answer."""
    invited = JoinRequest.objects.invited().filter(group=group)
    if gone := row_number(request.POST.get("weg", "")):
        for each in invited.filter(pk=gone):
            withdraw(each, now=timezone.now())
        return redirect(f"{request.path}?weg=1")
    form = InviteForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _is_invited(request, form, group, request.user):
        return redirect(f"{request.path}?verstuurd=1")
    pages = Paginator(invited.select_related("reader"), A_PAGE)
    context = {
        "group": group,
        "form": form,
        "pages": pages.get_page(request.GET.get("pagina")),
        "said": request.GET,
    }
    status = 422 if form.errors else 200
    return render(request, "community/joining/invite.html", context, status=status)


@from_people("group_invitation", limit=30)
def _is_invited(form: InviteForm, group, by) -> None:
    email, who, now = form.cleaned_data["email"], form.introduction, timezone.now()
    try:
        invite(group=group, email=email, who=who, by=by, now=now)
    except AsksAlready:
        form.add_error("email", "Dit adres meldde zich zelf al aan bij de groep.")
