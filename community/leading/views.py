"""The lead's screens about the group itself."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from community.leading.forms import MemberForm, PhaseForm, TextsForm
from community.leading.services import (
    LastLead,
    begin_phase,
    change_member,
    change_texts,
)
from community.working_groups.membership import Membership
from community.working_groups.prose import as_text
from community.working_groups.views import for_leads

A_PAGE = 40
LAST = "Een groep heeft een trekker nodig. Maak eerst iemand anders trekker."


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def group_texts(request, group):
    initial = {
        "question": group.question,
        "frame": as_text(group.frame),
        "mode": group.mode,
        "join_question": group.join_question,
        "seats": [role.pk for role in group.seats.all()],
    }
    form = TextsForm(
        request.POST if request.method == "POST" else None, initial=initial
    )
    if form.is_valid():
        change_texts(group=group, texts=form.cleaned_data, by=request.user)
        return redirect(f"{request.path}?bewaard=1")
    context = {"group": group, "form": form, "is_kept": "bewaard" in request.GET}
    status = 422 if form.errors else 200
    return render(request, "community/leading/texts.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def group_phase(request, group):
    initial = {"name": group.phase, "since": timezone.localdate()}
    form = PhaseForm(
        request.POST if request.method == "POST" else None, initial=initial
    )
    if form.is_valid():
        begin_phase(group=group, **form.cleaned_data)
        return redirect(f"{request.path}?bewaard=1")
    context = {
        "group": group,
        "form": form,
        "phases": reversed(group.known_phases),
        "is_kept": "bewaard" in request.GET,
    }
    status = 422 if form.errors else 200
    return render(request, "community/leading/phase.html", context, status=status)


@require_safe
@for_leads
def members_desk(request, group):
    """Of today; who left stands on no list."""
    pages = Paginator(group.memberships_of(timezone.localdate()), A_PAGE)
    context = {
        "group": group,
        "pages": pages.get_page(request.GET.get("pagina")),
        "is_kept": "bewaard" in request.GET,
    }
    return render(request, "community/leading/members.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_leads
def group_member(request, group, pk):
    today = timezone.localdate()
    member = get_object_or_404(group.memberships_of(today), pk=pk)
    initial = {
        "function": member.function,
        "role": member.role,
        "until": member.until,
    }
    form = MemberForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        since=member.since,
    )
    if form.is_valid() and _is_changed(form, member, today):
        return redirect(f"{reverse('members_desk', args=[group.slug])}?bewaard=1")
    context = {"group": group, "member": member, "form": form}
    status = 422 if form.errors else 200
    return render(request, "community/leading/member.html", context, status=status)


def _is_changed(form: MemberForm, member: Membership, today) -> bool:
    try:
        change_member(member=member, today=today, **form.cleaned_data)
    except LastLead:
        form.add_error(None, LAST)
        return False
    return True
