"""The selection: putting aside, order, notes, and a copy for somebody else."""

from urllib.parse import urlsplit

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from home.dutch import day
from home.personal import personal_link
from home.throttle import is_too_often
from stories.pages.story_page import StoryPage
from stories.reading_list import rules
from stories.reading_list.models import SharedList
from stories.reading_list.rules import MOST, Entry
from stories.reading_list.selection import as_kept, keep, selection_of, still_open
from stories.reading_list.services import hand_on

CHANGES = {
    "erbij": lambda entries, story, _: rules.add(entries, story),
    "eraf": lambda entries, story, _: rules.remove(entries, story),
    "omhoog": lambda entries, story, _: rules.move(entries, story, -1),
    "omlaag": lambda entries, story, _: rules.move(entries, story, 1),
    "notitie": rules.annotate,
}


@never_cache
@csrf_exempt  # decision 0031: a token would be a cookie for who only reads
@require_http_methods(["GET", "HEAD", "POST"])
def reading_list(request):
    """The list itself; every button on it, and on every story, posts to here."""
    elsewhere = request.headers.get("Sec-Fetch-Site", "") == "cross-site"
    if request.method == "POST" and not elsewhere:
        return _change(request)
    entries = selection_of(request)
    kept = as_kept(entries)
    context = {"kept": kept, "is_full": len(kept) >= MOST, "most": MOST}
    return render(request, "stories/reading_list/list.html", context)


def _change(request):
    """One change, and back to where the button stood."""
    entries = selection_of(request)
    if "leeg" in request.POST and entries:
        keep(request, [])
    if "erbij" in request.POST and len(entries) >= MOST:
        entries = still_open(entries)  # nobody can take out what nobody sees
    for what, change in CHANGES.items():
        story = request.POST.get(what, "")
        if story.isascii() and story.isdigit() and len(story) < 10:
            changed = change(entries, int(story), request.POST.get("tekst", ""))
            if changed != entries:
                keep(request, changed)
            return _told(request, what, int(story), changed)
    return HttpResponseRedirect(_back(request))


def _told(request, what: str, story: int, entries: list[Entry]):
    """The button as it is now for a script (keep.js), the page for everybody else."""
    is_kept = any(entry.story == story for entry in entries)
    is_full = what == "erbij" and not is_kept
    part = request.headers.get("X-Part")
    if not part:
        back = reverse("reading_list") if is_full else _back(request)
        return HttpResponseRedirect(f"{back}#verhaal-{story}")
    there = [story, *(entry.story for entry in entries)]
    titles = dict(
        StoryPage.objects.open().filter(pk__in=there).values_list("pk", "title")
    )
    if story not in titles:
        raise Http404
    context = {
        "story": story,
        "title": titles[story],
        "is_kept": is_kept,
        "slim": part == "card",
        "number": len(titles) - (not is_kept),
        "most": MOST if is_full else 0,
    }
    return render(request, "stories/reading_list/button.html", context)


def _back(request) -> str:
    """To the page of ours where the button stood; the button itself is one for all."""
    back = request.headers.get("Referer", "")
    ours = {request.get_host()}
    own = reverse("reading_list")
    is_ours = urlsplit(back).netloc and url_has_allowed_host_and_scheme(back, ours)
    return back if is_ours and urlsplit(back).path != own else own


@csrf_exempt  # decision 0031
@require_http_methods(["POST"])
def share_reading_list(request):
    """A link to what the list is now; a handful an hour, as nobody needs more."""
    entries = selection_of(request)
    elsewhere = request.headers.get("Sec-Fetch-Site", "") == "cross-site"
    if elsewhere or not as_kept(entries):
        return redirect("reading_list")
    if is_too_often(request, "selectie", limit=20, seconds=3600):
        return redirect(f"{reverse('reading_list')}?te-vaak=1")
    shared = hand_on(entries, now=timezone.now())
    return redirect(f"{reverse('shared_list', args=[shared.token])}?nieuw=1")


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def shared_list(request, token):
    """The copy, for whoever has the link; who wants to, puts it in their own list."""
    shared = get_object_or_404(SharedList, token=token)
    rows = shared.stories.order_by("position").values_list("story", "note")
    entries = [Entry(*row) for row in rows]
    elsewhere = request.headers.get("Sec-Fetch-Site", "") == "cross-site"
    if request.method == "POST" and not elsewhere:
        own = selection_of(request)
        for entry in entries:
            own = rules.add(own, entry.story)
        keep(request, own)
        return redirect("reading_list")
    context = {
        "lead": f"Verhalen die iemand uitkoos op {day(shared.made_at)}.",
        "kept": as_kept(entries),
        "is_new": "nieuw" in request.GET,
        "address": request.build_absolute_uri(request.path),
    }
    return render(request, "stories/reading_list/shared.html", context)
