"""Read the comments on a story, add one, report one; and the log of rulings."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from home.numbers import row_number
from home.page_cache.middleware import kept
from home.personal import personal_link
from home.readers.models import Confirmation
from home.strangers import AN_HOUR, TOO_OFTEN, from_people
from home.throttle import is_too_often
from stories.models import StoryPage
from stories.reactions.forms import CommentForm, ReportForm, WordsForm
from stories.reactions.links import A_PAGE
from stories.reactions.log import last_month, log
from stories.reactions.models import Comment
from stories.reactions.services import (
    TooLate,
    Words,
    change,
    changeable,
    leads_to,
    report,
    write,
)
from stories.reactions.threads import threads

CLOSED = (
    "Reageren kan hier niet meer. Dit schreef je; neem het mee als je er nog iets "
    "mee wilt."
)
GONE = (
    "De reactie waarop je antwoordde, staat er niet meer. Je kunt wat je schreef "
    "als gewone reactie plaatsen."
)


@kept
@csrf_exempt  # decision 0013: nothing hangs on a cookie here
@require_http_methods(["GET", "HEAD", "POST"])
def comments(request, slug):
    """All of them, 50 a page, and the form; also an answer to one of them."""
    story = get_object_or_404(StoryPage.objects.open(), slug=slug)
    to = _answered(request, story)
    form = CommentForm(request.POST if request.method == "POST" else None)
    _tell_what_changed(request, form, story, to)
    if form.is_valid() and _is_taken_in(request, form, story, to):
        return redirect(f"{reverse('comments', args=[slug])}?verstuurd=1")
    said = story.comments.with_a_trace().with_author().in_threads()
    said = said.with_interest(timezone.localdate()).select_related("parent")
    pages = Paginator(said, A_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "story": story,
        "threads": threads(pages.object_list),
        "pages": pages,
        "form": form,
        "to": to,
        "is_asked": "verstuurd" in request.GET,
        "is_waiting": "wacht" in request.GET,
        "is_banned": "geweerd" in request.GET,
    }
    status = 422 if form.errors else 200
    return render(request, "stories/reactions/comments.html", context, status=status)


def _answered(request, story) -> Comment | None:
    """Whom one answers; a link to who is not there (any more) is a 404."""
    number = request.GET.get("antwoord")
    if number is None:
        return None
    shown = story.comments.shown().select_related("parent")
    found = shown.filter(pk=row_number(number)).first()
    if found is None and request.method != "POST":
        raise Http404
    return found


def _tell_what_changed(request, form: CommentForm, story, to) -> None:
    """While somebody wrote: what they wrote stays in sight."""
    if not form.is_bound:
        return
    if not story.comments_open:
        form.add_error(None, CLOSED)
    elif to is None and "antwoord" in request.GET:
        form.add_error(None, GONE)


@from_people("comment", limit=10)
def _is_taken_in(form: CommentForm, story, to) -> None:
    said = form.cleaned_data
    words = Words(name=said["name"], text=said["text"], to=to)
    write(story=story, email=said["email"], words=words, now=timezone.now())


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def change_comment(request, token):
    """Said better, by who has the link that confirmed it, while it is not too late."""
    asked = get_object_or_404(Confirmation, token=token)
    now = timezone.now()
    try:
        comment = changeable(asked, now=now)
        said = request.POST if request.method == "POST" else None
        form = WordsForm(said, initial={"text": comment.text})
        if form.is_valid():
            text = form.cleaned_data["text"]
            return redirect(leads_to(change(asked=asked, text=text, now=now)))
    except TooLate:
        return render(request, "stories/reactions/too_late.html", status=410)
    context = {"form": form, "story": comment.story}
    status = 422 if form.errors else 200
    return render(request, "stories/reactions/change.html", context, status=status)


@csrf_exempt  # decision 0013: nothing hangs on a cookie here
@require_http_methods(["GET", "HEAD", "POST"])
def report_comment(request, slug, pk):
    """Without a name or an address: what is wrong is what counts."""
    story = get_object_or_404(StoryPage.objects.open(), slug=slug)
    comment = get_object_or_404(story.comments.shown(), pk=pk)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if is_too_often(request, "report", limit=10, seconds=AN_HOUR):
            form.add_error(None, TOO_OFTEN)
        else:
            _take_in_report(form, comment)
            return redirect(f"{request.path}?gemeld=1")
    context = {
        "story": story,
        "comment": comment,
        "form": form,
        "is_reported": "gemeld" in request.GET,
    }
    status = 422 if form.errors else 200
    return render(request, "stories/reactions/report.html", context, status=status)


def _take_in_report(form: ReportForm, comment: Comment) -> None:
    if not form.is_from_a_robot:
        said = {name: form.cleaned_data[name] for name in ("ground", "text")}
        report(comment=comment, now=timezone.now(), **said)


@require_safe
def rulings(request):
    """What was hidden and put back, when and why; nobody's name."""
    pages = Paginator(log(), A_PAGE).get_page(request.GET.get("pagina"))
    context = {"pages": pages, "figures": last_month(timezone.now())}
    return render(request, "stories/reactions/rulings.html", context)
