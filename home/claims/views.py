""" "Dit ben ik", and taking it back."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from home.claims.forms import ClaimForm
from home.claims.services import Taken, claim, take_back
from home.people.models import Person
from home.personal import own
from home.throttle import is_too_often

TOO_OFTEN = "Je vroeg dit al een paar keer. Probeer het morgen opnieuw."
TAKEN = "Dit kan niet: deze persoon heeft al een account, of jij bent al iemand anders."


@own
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def claim_person(request, slug):
    """An editor reads why, and decides."""
    person = get_object_or_404(Person.objects.known(), slug=slug)
    form = ClaimForm(request.POST or None)
    if form.is_valid():
        if is_too_often(request, "dit-ben-ik", limit=5, seconds=24 * 3600):
            form.add_error(None, TOO_OFTEN)
        elif _asked(request.user, person, form.cleaned_data["note"]):
            return redirect("my_account")
        else:
            form.add_error(None, TAKEN)
    context = {"person": person, "form": form}
    status = 422 if form.errors else 200
    return render(request, "home/claims/claim.html", context, status=status)


def _asked(user, person, note) -> bool:
    try:
        claim(user=user, person=person, note=note, now=timezone.now())
    except Taken:
        return False
    return True


@own
@login_required
@require_POST
def take_claim_back(request):
    """It was somebody else after all."""
    take_back(user=request.user)
    return redirect("my_profile")
