"""The pages of persons and organisations."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from home.page_cache.middleware import kept
from home.people.models import Organisation, Person
from home.people.portraits import as_people, with_portraits

MOST_PEOPLE = 24


@kept
@require_safe
def person_page(request, slug):
    """Who somebody is; what they did is told by tags of the floors above."""
    persons = Person.objects.known().select_related("organisation", "photo")
    person = get_object_or_404(persons, slug=slug)
    return render(request, "home/people/person.html", {"person": person})


@kept
@require_safe
def organisation_page(request, slug):
    """What is known of it, who works there, and the stories about it."""
    organisations = Organisation.objects.known().select_related("sector")
    organisation = get_object_or_404(organisations, slug=slug)
    known = organisation.known_people()
    people = as_people(known.prefetch_related(with_portraits("photo"))[:MOST_PEOPLE])
    others = known.count() - MOST_PEOPLE if len(people) == MOST_PEOPLE else 0
    context = {"organisation": organisation, "people": people, "others": others}
    return render(request, "home/people/organisation.html", context)
