"""How long notes and documents of a group stay."""

from datetime import datetime, timedelta

from django.db.models import Model

from community.workspace.models import GroupFile, GroupNote
from community.workspace.services import remove_files
from home.privacy.keepers import Files, Keeper, Promise, Rows, keeps

YEARS = 3
KEPT = timedelta(days=365 * YEARS)


def forget(*, now: datetime) -> int:
    notes, _ = GroupNote.objects.filter(changed_at__lte=now - KEPT).delete()
    return notes + remove_files(GroupFile.objects.filter(added_at__lte=now - KEPT))


def about(email: str) -> dict[str, Rows]:
    theirs = "__user__reader__email"
    notes = GroupNote.objects.filter(**{f"changed_by{theirs}": email.lower()})
    files = GroupFile.objects.filter(**{f"added_by{theirs}": email.lower()})
    return {
        "Notities in een werkgroep": [
            {
                "werkgroep": each.group.title,
                "titel": each.title,
                "tekst": each.text,
                "veranderd op": each.changed_at,
            }
            for each in notes.select_related("group").order_by("pk")
        ],
        "Besloten documenten van een werkgroep": [
            {
                "werkgroep": each.group.title,
                "titel": each.title,
                "bestand": each.name,
                "toegevoegd op": each.added_at,
            }
            for each in files.select_related("group").order_by("pk")
        ],
    }


def files(email: str) -> Files:
    theirs = {"added_by__user__reader__email": email.lower()}
    return [each.file for each in GroupFile.objects.filter(**theirs).order_by("pk")]


def erase(*, email: str, now: datetime) -> int:
    """The words are the group’s; the name goes."""
    theirs = "__user__reader__email"
    notes = GroupNote.objects.filter(**{f"changed_by{theirs}": email.lower()})
    files = GroupFile.objects.filter(**{f"added_by{theirs}": email.lower()})
    return notes.update(changed_by=None) + files.update(added_by=None)


WHAT = "Wat je in de werkruimte van een groep schrijft of zet"
FIELDS: dict[type[Model], list[str]] = {
    GroupNote: ["title", "text"],
    GroupFile: ["title"],
}
KEEPER = keeps(
    Keeper(
        [Promise(WHAT, f"{YEARS} jaar na de laatste keer dat het veranderde")],
        forget,
        about,
        erase,
        FIELDS,
        files=files,
    )
)
