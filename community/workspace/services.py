"""Write for the group, and let everybody read what is ready."""

from datetime import datetime
from functools import partial

from django.contrib.auth.models import User
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.documents.models import Document

from community.working_groups.documents import GroupDocument, folder_of
from community.working_groups.drafts import follow_in_draft
from community.working_groups.group_page import WorkingGroupPage
from community.working_groups.outcome_page import OutcomePage
from community.working_groups.prose import as_html
from community.workspace.models import GroupFile, GroupNote
from home.models import Person
from home.transactions import whole


class ChangedMeanwhile(Exception):
    """Another member saved the note since its writer opened it."""


@whole
def save_note(
    *, note: GroupNote, said: dict[str, str], by: Person | None, now: datetime
) -> GroupNote:
    """A new one, or the next version. Raises ChangedMeanwhile."""
    if note.pk:
        kept = GroupNote.objects.select_for_update().filter(pk=note.pk).first()
        if kept is None or said["seen"] != version_of(kept):
            raise ChangedMeanwhile
    note.title, note.text = said["title"], said["text"]
    note.changed_by, note.changed_at = by, now
    note.save()
    return note


def version_of(note: GroupNote) -> str:
    return note.changed_at.isoformat() if note.changed_at else ""


@whole
def as_outcome(*, note: GroupNote, by: User) -> OutcomePage:
    """A draft with the words of the note; the note stays where it is."""
    draft = OutcomePage(
        title=note.title,
        number=next_number(note.group),
        result=as_html(note.text),
        live=False,
    )
    note.group.add_child(instance=draft)
    draft.save_revision(user=by, clean=False)
    return draft


def next_number(group: WorkingGroupPage) -> int:
    """Also of what was thrown away in between nobody gets the number of another."""
    numbers = OutcomePage.objects.child_of(group).order_by("-number")
    return (numbers.values_list("number", flat=True).first() or 0) + 1


@whole
def add_file(
    *, group: WorkingGroupPage, title: str, file: File, by: Person | None, now: datetime
) -> GroupFile:
    return GroupFile.objects.create(
        group=group, title=title, file=file, added_by=by, added_at=now
    )


@whole
def publish_file(*, file: GroupFile, by: User, now: datetime) -> Document:
    """Also on the page of the group; asked twice, it is there once."""
    document = public_copy(file=file, by=by)
    _, is_new = GroupDocument.objects.get_or_create(
        group=file.group,
        document=document,
        defaults={"title": file.title, "day": timezone.localdate(now)},
    )
    if is_new:
        follow_in_draft(file.group)
    return document


@whole
def public_copy(*, file: GroupFile, by: User | None) -> Document:
    """In the library, for everybody; asked twice, it is one."""
    kept = GroupFile.objects.select_for_update().get(pk=file.pk)
    if kept.document is None:
        with kept.file.open() as private:
            content = ContentFile(private.read(), name=kept.name)
        kept.document = Document.objects.create(
            title=kept.title,
            file=content,
            collection=folder_of(kept.group),
            uploaded_by_user=by,
        )
        kept.save(update_fields=["document"])
    return kept.document


@whole
def remove_files(files: QuerySet[GroupFile]) -> int:
    """The rows, and the files once that is certain; what was published stays."""
    for file in [each.file for each in files]:
        transaction.on_commit(partial(file.storage.delete, str(file)), robust=True)
    return files.delete()[0]
