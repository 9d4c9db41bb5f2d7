"""Make one person of two: whatever points at the one points at the other.

Which models point is asked of Django, so that a new one is not forgotten."""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.db.models import ForeignObjectRel, QuerySet, UniqueConstraint
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log

from home.merging.references import Swap, swap_in_blocks, swap_in_drafts
from home.people.models import Person
from home.people.services import forward
from home.profiles.renamed import index_again
from home.transactions import whole

ACTION = "home.merge"
FILLED = ["function", "organisation", "role", "photo", "about", "user"]


class NotTheSame(Exception):
    """Why these two cannot be one, in sentences."""

    def __init__(self, reasons: list[str]):
        super().__init__(*reasons)
        self.reasons = reasons


def what_points_at(person: Person) -> dict[str, int]:
    """In the words of the desk: how many rows of which kind."""
    counted = {
        str(relation.related_model._meta.verbose_name_plural): _rows(
            relation, person
        ).count()
        for relation in _relations()
    }
    return {kind: number for kind, number in counted.items() if number}


def why_not(person: Person, into: Person) -> list[str]:
    """Nothing when they may be one."""
    reasons = []
    if person.pk == into.pk:
        return ["Dit is dezelfde persoon."]
    if person.own_name or into.own_name:
        reasons.append(
            "Een van de twee staat onder een schuilnaam of zonder naam op de site: "
            "samenvoegen zou zeggen wie dat is."
        )
    if person.user_id and into.user_id:
        reasons.append(
            "Ze hebben elk een account. Laat eerst een van de twee accounts weghalen: "
            "dat doet wie het heeft, bij ‘Mijn account’."
        )
    reasons += [
        f"Ze hebben allebei {relation.related_model._meta.verbose_name_plural}, en dat "
        "kan niet twee keer bij één persoon."
        for relation in _relations()
        if _clash(relation, person, into)
    ]
    return reasons


@whole
def merge(*, person: Person, into: Person, by: User) -> Person:
    """What is empty of who stays is filled in; the log keeps which rows moved, as
    numbers: nobody erases a name from it. Raises NotTheSame."""
    numbers = [person.pk, into.pk]
    locked = Person.objects.select_for_update().order_by("pk").in_bulk(numbers)
    if len(locked) < len(set(numbers)):
        raise NotTheSame(["Een van de twee is al weg."])
    person, into = (locked[number] for number in numbers)
    if reasons := why_not(person, into):
        raise NotTheSame(reasons)
    stood_at = person.get_absolute_url()
    moved = {}
    for relation in _relations():
        rows = _rows(relation, person)
        kept = list(rows.values_list("pk", flat=True))
        if kept:
            moved[relation.related_model._meta.label] = kept
            rows.update(**{relation.field.name: into})
    swap_in_blocks(Swap(*numbers))
    swap_in_drafts(Swap(*numbers))
    log(instance=into, action=ACTION, user=by, data={"was": person.pk, "moved": moved})
    _remove(person)
    _fill(into, person)
    Redirect.objects.filter(redirect_link=stood_at).update(
        redirect_link=into.get_absolute_url()
    )
    forward(stood_at, into.get_absolute_url())
    index_again(into)
    return into


def _relations() -> Iterator[ForeignObjectRel]:
    """Whatever points at a person, on every floor."""
    for relation in Person._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and not relation.many_to_many:
            yield relation


def _rows(relation: ForeignObjectRel, person: Person) -> QuerySet:
    model = relation.related_model
    return model._base_manager.filter(**{relation.field.name: person})


def _clash(relation: ForeignObjectRel, person: Person, into: Person) -> bool:
    """Whether the database would refuse one of the rows."""
    one, other = _rows(relation, person), _rows(relation, into)
    if relation.field.unique:
        return one.exists() and other.exists()
    name = relation.field.name
    for constraint in relation.related_model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and name in constraint.fields:
            rest = [field for field in constraint.fields if field != name]
            if set(one.values_list(*rest)) & set(other.values_list(*rest)):
                return True
    return False


def _remove(person: Person) -> None:
    """Nothing points at it any more; Django is told so once, and refuses if not."""
    Person.objects.get(pk=person.pk).delete()


def _fill(into: Person, person: Person) -> None:
    for name in FILLED:
        setattr(into, name, getattr(into, name) or getattr(person, name))
    into.save()
