"""One's own profile and interests; and the persons one may be."""

from contextlib import suppress
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from home.claims.models import Claim
from home.people.models import Person
from home.personal import own
from home.profiles.forms import InterestForm, ProfileForm
from home.profiles.services import (
    HasProfile,
    IsTaken,
    change_profile,
    declare,
    end,
    make_profile,
    person_of,
)

MOST_FOUND = 10


@own
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_profile(request):
    """Who you are here. Who has no profile yet makes one, or says which one it is."""
    person = person_of(request.user)
    initial = ProfileForm.of(person) if person else {}
    form = ProfileForm(request.POST or None, initial=initial)
    context: dict[str, Any] = {"form": form, "person": person}
    if form.is_valid():
        try:
            _save(request.user, person, form)
        except IsTaken as taken:
            context["same"] = taken.person
        else:
            return redirect("my_account")
    if person is None:
        context["claim"] = Claim.objects.open().filter(user=request.user).first()
        context["found"] = _by_name(request.GET.get("naam", ""))
    status = 422 if form.errors or "same" in context else 200
    return render(request, "home/profiles/profile.html", context, status=status)


def _save(user, person, form):
    if person:
        change_profile(person=person, told=form.told())
    else:
        with suppress(HasProfile):  # sent twice at once, it is one
            make_profile(user=user, told=form.told())


def _by_name(name: str) -> list[Person]:
    """Of nobody's account yet, and with a page that everybody can see."""
    if len(name.strip()) < 3:
        return []
    found = Person.objects.known().filter(name__icontains=name.strip(), user=None)
    return list(found.order_by("name", "pk")[:MOST_FOUND])


@own
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_interests(request):
    """All there ever were; a new one stands beside the name at once."""
    person = person_of(request.user)
    if person is None:
        return redirect("my_profile")
    form = InterestForm(request.POST or None)
    if form.is_valid():
        declare(person=person, **form.cleaned_data)
        return redirect("my_interests")
    interests = person.interests.newest_first()
    context = {"form": form, "interests": interests, "today": timezone.localdate()}
    status = 422 if form.errors else 200
    return render(request, "home/profiles/interests.html", context, status=status)


@own
@login_required
@require_POST
def end_interest(request, pk):
    """It ends today; that it was there stays to be read."""
    person = person_of(request.user)
    if person is None:
        raise Http404
    interest = get_object_or_404(person.interests, pk=pk)
    end(interest=interest, day=timezone.localdate())
    return redirect("my_interests")
