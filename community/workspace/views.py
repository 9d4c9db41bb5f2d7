"""Notes and documents of a group, for its members; the lead lets everybody read."""

from django.core.paginator import Paginator
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from community.working_groups.access import may_lead, person_behind
from community.working_groups.views import for_leads, for_members
from community.workspace.forms import FileForm, NoteForm
from community.workspace.models import GroupFile, GroupNote
from community.workspace.services import (
    ChangedMeanwhile,
    add_file,
    as_outcome,
    publish_file,
    remove_files,
    save_note,
    version_of,
)
from home.profiles.models import declared_by

A_PAGE = 20
MEANWHILE = (
    "Iemand anders veranderde deze notitie intussen. Kopieer wat jij schreef, open "
    "haar opnieuw en voeg het toe."
)


@require_safe
@for_members
def group_notes(request, group):
    notes = GroupNote.objects.filter(group=group).select_related("changed_by")
    notes = notes.annotate(interest=declared_by("changed_by", timezone.localdate()))
    pages = Paginator(notes.order_by("-changed_at", "-pk"), A_PAGE)
    context = {
        "group": group,
        "pages": pages.get_page(request.GET.get("pagina")),
        "said": request.GET,
    }
    return render(request, "community/workspace/notes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def group_note(request, group, pk=None):
    """Read and write are one page; without `pk` a new note."""
    mine = GroupNote.objects.filter(group=group)
    note = get_object_or_404(mine, pk=pk) if pk else GroupNote(group=group)
    there = reverse("group_notes", args=[group.slug])
    if request.method == "POST" and "weg" in request.POST and pk:
        if request.POST.get("seen") != version_of(note):
            return redirect(f"{request.path}?nieuwer=1")
        note.delete()
        return redirect(f"{there}?weg=1")
    form = NoteForm(
        request.POST if request.method == "POST" else None,
        initial={"title": note.title, "text": note.text, "seen": version_of(note)},
    )
    if form.is_valid() and _is_saved(request, form, note):
        return redirect(f"{there}?bewaard=1")
    is_newer = "nieuwer" in request.GET
    context = {"group": group, "note": note, "form": form, "is_newer": is_newer}
    status = 422 if form.errors else 200
    return render(request, "community/workspace/note.html", context, status=status)


def _is_saved(request, form: NoteForm, note: GroupNote) -> bool:
    by, now = person_behind(request.user), timezone.now()
    try:
        save_note(note=note, said=form.cleaned_data, by=by, now=now)
    except ChangedMeanwhile:
        form.add_error("text", MEANWHILE)
        return False
    return True


@require_POST
@for_members
def note_to_outcome(request, group, pk):
    """A draft, which only its lead can publish."""
    note = get_object_or_404(GroupNote, group=group, pk=pk)
    draft = as_outcome(note=note, by=request.user)
    name = "write_outcome" if may_lead(request.user, group) else "read_draft"
    return redirect(name, group.slug, draft.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def group_files(request, group):
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        by, now = person_behind(request.user), timezone.now()
        add_file(group=group, by=by, now=now, **form.cleaned_data)
        return redirect(f"{request.path}?erbij=1")
    files = GroupFile.objects.filter(group=group).select_related("added_by", "document")
    files = files.annotate(interest=declared_by("added_by", timezone.localdate()))
    context = {
        "group": group,
        "form": form,
        "pages": Paginator(files.order_by("-pk"), A_PAGE).get_page(
            request.GET.get("pagina")
        ),
        "leads": may_lead(request.user, group),
        "said": request.GET,
    }
    status = 422 if form.errors else 200
    return render(request, "community/workspace/files.html", context, status=status)


@require_safe
@for_members
def group_file(request, group, pk):
    """Of this group only; never shown in the browser, since anybody wrote it."""
    file = get_object_or_404(GroupFile, group=group, pk=pk)
    return FileResponse(file.file.open(), as_attachment=True, filename=file.name)


@require_POST
@for_leads
def handle_group_file(request, group, pk):
    """Let everybody read it, or throw it away."""
    file = get_object_or_404(GroupFile, group=group, pk=pk)
    there = reverse("group_files", args=[group.slug])
    if "weg" in request.POST:
        remove_files(GroupFile.objects.filter(pk=file.pk))
        return redirect(f"{there}?weg=1")
    publish_file(file=file, by=request.user, now=timezone.now())
    return redirect(f"{there}?geplaatst=1")
