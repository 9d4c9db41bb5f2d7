"""Who takes part in a call, and the form to do so."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from home.strangers import from_people
from stories.calls.forms import CallForm
from stories.calls.services import take_part
from stories.models import StoryPage

A_PAGE = 60


@csrf_exempt  # decision 0013: nothing hangs on a cookie here
@require_http_methods(["GET", "HEAD", "POST"])
def call(request, slug):
    """How many of which role, who agreed to be named, and the form."""
    stories = StoryPage.objects.open().select_related("theme")
    story = get_object_or_404(stories, slug=slug)
    if not story.is_call and request.method != "POST":
        raise Http404
    form = CallForm(request.POST if request.method == "POST" else None)
    if not story.is_call:  # while somebody filled it in
        form.add_error(None, "Deze oproep is intussen gesloten. Meedoen kan niet meer.")
    if form.is_valid() and _is_taken_in(request, form, story):
        return redirect(f"{request.path}?verstuurd=1")
    answers = story.answers.counted()
    roles = answers.values("role__name", "role__plural").annotate(number=Count("pk"))
    named = answers.with_a_name().select_related("role").order_by("joined_at", "pk")
    context = {
        "story": story,
        "roles": roles.order_by("role__position", "role__name"),
        "pages": Paginator(named, A_PAGE).get_page(request.GET.get("pagina")),
        "form": form,
        "is_asked": "verstuurd" in request.GET,
        "is_in": "welkom" in request.GET,
        "is_banned": "geweerd" in request.GET,
    }
    status = 422 if form.errors else 200
    return render(request, "stories/calls/page.html", context, status=status)


@from_people("call", limit=10)
def _is_taken_in(form: CallForm, story) -> None:
    email, now = form.cleaned_data["email"], timezone.now()
    take_part(story=story, email=email, yes=form.yes, now=now)
