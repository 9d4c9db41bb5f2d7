"""Judge a practice story, read what others think, and answer for an organisation."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from home.personal import personal_link
from home.strangers import from_people
from stories.field_tests.forms import FieldTestForm, ReplyForm
from stories.field_tests.models import Reply
from stories.field_tests.services import answer, judge
from stories.models import StoryPage

A_PAGE = 25
CLOSED = (
    "Over dit verhaal vragen we geen oordeel meer. Hieronder staat wat je schreef; "
    "neem het mee als je er nog iets mee wilt."
)


@csrf_exempt  # decision 0013: nothing hangs on a cookie here
@require_http_methods(["GET", "HEAD", "POST"])
def field_test(request, slug):
    """The totals, the reasons that a moderator read, the answer, and the form."""
    stories = StoryPage.objects.open().select_related("theme", "organisation")
    story = get_object_or_404(stories, slug=slug)
    if not story.is_tested and request.method != "POST":
        raise Http404
    form = FieldTestForm(request.POST if request.method == "POST" else None)
    if not story.is_tested:  # while somebody wrote: the words stay in sight
        form.add_error(None, CLOSED)
    if form.is_valid() and _is_taken_in(request, form, story):
        return redirect(f"{request.path}?verstuurd=1")
    reasons = story.field_tests.shown().with_a_reason().order_by("-pk")
    context = {
        "story": story,
        "pages": Paginator(reasons, A_PAGE).get_page(request.GET.get("pagina")),
        "reply": Reply.objects.filter(story=story, answered_at__isnull=False).first(),
        "form": form,
        "is_asked": "verstuurd" in request.GET,
        "counts": "telt" in request.GET,
        "is_banned": "geweerd" in request.GET,
    }
    status = 422 if form.errors else 200
    return render(request, "stories/field_tests/page.html", context, status=status)


@from_people("field_test", limit=10)
def _is_taken_in(form: FieldTestForm, story) -> None:
    email, now = form.cleaned_data["email"], timezone.now()
    judge(story=story, email=email, judgement=form.judgement, now=now)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def field_reply(request, token):
    """Who has the link speaks for the organisation, until it ends."""
    reply = Reply.objects.select_related("story").filter(token=token).first()
    now = timezone.now()
    if reply is None or not reply.is_open(now):
        return render(request, "stories/field_tests/dead_link.html", status=410)
    said = {"name": reply.name, "text": reply.text}
    form = ReplyForm(request.POST if request.method == "POST" else None, initial=said)
    if form.is_valid():
        answer(reply=reply, now=now, **form.cleaned_data)
        return redirect(f"{request.path}?bewaard=1")
    context = {"reply": reply, "story": reply.story, "form": form}
    status = 422 if form.errors else 200
    return render(request, "stories/field_tests/reply.html", context, status=status)
