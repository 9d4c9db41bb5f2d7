"""The pages of persons and organisations."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.page_cache.middleware import kept
from home.people.models import Organisation, Person
from home.people.portraits import as_people
from home.profiles.models import by_day, declared_by

MOST_PEOPLE = 24


@kept
@require_safe
def person_page(request, slug):
    """Who somebody is; what they did is told by tags of the floors above.

    Who chose not to be seen has a page too, which says that: no link is dead."""
    persons = Person.objects.of_whom_something_can_be_read()
    persons = persons.select_related("organisation", "photo")
    today = timezone.localdate()
    person = get_object_or_404(persons.prefetch_related("interests"), slug=slug)
    if not _may_see(request, person):
        response = render(request, "home/people/hidden.html", {"person": person})
        response["X-Robots-Tag"] = "noindex"
        return response
    declared, former = by_day(person.interests.all(), today)
    context = {"person": person, "declared": declared, "former": former}
    return render(request, "home/people/person.html", context)


def _may_see(request, person: Person) -> bool:
    """Members know each other by name, but for who wants to be known to nobody."""
    if person.visibility == Person.Visibility.MEMBERS and request.user.is_authenticated:
        person.name = person.name_among_members
        return True
    return person.visibility == Person.Visibility.EVERYONE


@kept
@require_safe
def organisation_page(request, slug):
    """What is known of it, who works there, and the stories about it."""
    organisations = Organisation.objects.known().select_related("sector")
    organisation = get_object_or_404(organisations, slug=slug)
    known = organisation.known_people()
    shown = known.annotate(declared=declared_by("pk", timezone.localdate()))
    people = as_people(shown.select_related("photo")[:MOST_PEOPLE])
    others = known.count() - MOST_PEOPLE if len(people) == MOST_PEOPLE else 0
    context = {"organisation": organisation, "people": people, "others": others}
    return render(request, "home/people/organisation.html", context)
