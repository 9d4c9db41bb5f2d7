"""A profile stays as long as its account."""

from datetime import datetime

from django.db.models import Model

from home.people.models import Person
from home.privacy.keepers import Files, Keeper, Promise, Rows, keeps
from home.profiles.models import Interest
from home.profiles.services import forget_person


def forget(*, now: datetime) -> int:
    """Whose account went keeps no name that only they could choose."""
    left = Person.objects.filter(user=None).exclude(own_name="")
    for person in left:
        forget_person(person)
    return len(left) + Interest.objects.filter(person__user=None).delete()[0]


def about(email: str) -> dict[str, Rows]:
    persons = Person.objects.filter(user__reader__email=email.lower())
    interests = Interest.objects.filter(person__in=persons).newest_first()
    return {
        "Je profiel": [
            {
                "naam": each.own_name or each.name,
                "schuilnaam": each.pseudonym,
                "functie": each.function,
                "rol": str(each.role or ""),
                "organisatie": str(each.organisation or ""),
                "over": each.about,
                "zichtbaar voor": each.get_visibility_display(),
            }
            for each in persons.select_related("role", "organisation")
        ],
        "Je belangen": [
            {
                "wat": each.what,
                "bij wie": each.with_whom,
                "van": each.since,
                "tot en met": each.until,
            }
            for each in interests
        ],
    }


def erase(*, email: str, now: datetime) -> int:
    """The page of somebody who leaves has no name; what they made keeps its place."""
    persons = Person.objects.filter(user__reader__email=email.lower())
    for person in persons:
        forget_person(person)
    return len(persons)


FIELDS: dict[type[Model], list[str]] = {Interest: ["what", "with_whom"]}


def files(email: str) -> Files:
    """The portrait."""
    persons = Person.objects.filter(user__reader__email=email.lower())
    portraits = persons.filter(photo__isnull=False).select_related("photo")
    return [each.photo.file for each in portraits if each.photo]


KEEPER = keeps(
    Keeper(
        [Promise("Je profiel en je belangen", "tot je je account wist")],
        forget,
        about,
        erase,
        FIELDS,
        files=files,
    )
)
