"""Write to a member; their address stays with us."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from home.accounts.services import reader_of
from home.people.models import Person
from home.personal import own
from home.reaching.forms import ApproachForm
from home.reaching.mail import inbox_of
from home.reaching.services import Said, approach_person
from home.readers.models import Reader
from home.strangers import from_people

BANNED = (
    "Met dit adres kun je nu niemand schrijven. In de mail over dat besluit staat "
    "waarom, tot wanneer, en wat je ertegen doet."
)
TOO_OFTEN = "Je stuurde al een paar berichten. Probeer het over een uur."


@own
@csrf_exempt  # decision 0013: nothing hangs on a cookie but who need not confirm again
@require_http_methods(["GET", "HEAD", "POST"])
def write_to(request, slug):
    """Who cannot be reached has no such page."""
    person = get_object_or_404(Person.objects.known(), slug=slug)
    if not inbox_of(person):
        raise Http404
    form = ApproachForm(request.POST if request.method == "POST" else None)
    # a form elsewhere can bring the cookie along: then they confirm by mail
    elsewhere = request.headers.get("Sec-Fetch-Site", "") == "cross-site"
    by = None if elsewhere else reader_of(request.user)
    if form.is_valid() and _is_taken_in(request, form, person, by):
        return redirect(f"{request.path}?verstuurd=1")
    context = {
        "person": person,
        "form": form,
        "is_asked": "verstuurd" in request.GET,
        "banned": BANNED if "geweerd" in request.GET else "",
    }
    status = 422 if form.errors else 200
    return render(request, "home/reaching/write_to.html", context, status=status)


@from_people("bericht", limit=5, too_often=TOO_OFTEN)
def _is_taken_in(form: ApproachForm, person: Person, by: Reader | None) -> None:
    said = Said(*(form.cleaned_data[name] for name in Said._fields))
    asked = approach_person(person=person, said=said, by=by, now=timezone.now())
    if asked.pk is None:
        form.add_error(None, BANNED)
