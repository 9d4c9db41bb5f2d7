"""Following something, and one page with what is new."""

from collections.abc import Iterable

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from home.following.forms import SwitchForm
from home.following.models import Follow, Switch
from home.following.registry import find, followable_of, kinds
from home.following.services import follow, follows, see_all, stop, switch
from home.personal import own

A_PAGE = 25
FIRST = 10  # of what one follows, under the notices


@own
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def follow_this(request, kind, pk):
    """A link anywhere leads here, so that pages stay the same for everybody."""
    thing = find(kind, pk)
    if thing is None:
        raise Http404
    whom = {"user": request.user, "kind": kind, "about_id": pk}
    words = followable_of(kind)
    if request.method == "POST":
        if "stop" in request.POST:
            stop(**whom)
        else:
            follow(**whom, now=timezone.now())
        return redirect(words.address(thing))
    context = {
        "title": words.title(thing),
        "address": words.address(thing),
        "is_followed": follows(**whom),
    }
    return render(request, "home/following/follow.html", context)


@own
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def notices(request):
    """What is new, what one follows, and what comes by mail."""
    user = request.user
    off = set(Switch.objects.filter(user=user).values_list("kind", flat=True))
    on = [kind for kind in kinds() if kind not in off]
    form = SwitchForm(
        request.POST if "mail" in request.POST else None, initial={"by_mail": on}
    )
    if "seen" in request.POST:
        see_all(user=user, now=timezone.now())
        return redirect("notices")
    if form.is_valid():
        switch(user=user, by_mail=form.cleaned_data["by_mail"])
        return redirect("notices")
    found = user.notices.newest_first()
    context = {
        "form": form,
        "pages": Paginator(found, A_PAGE).get_page(request.GET.get("pagina")),
        "unseen": user.notices.unseen().count(),
        "followed": _named(_followed(user)[:FIRST]),
        "more": _followed(user).count() > FIRST,
    }
    status = 422 if form.errors else 200
    return render(request, "home/following/notices.html", context, status=status)


@own
@login_required
@require_safe
def followed(request):
    """All that one follows, of one kind together."""
    pages = Paginator(_followed(request.user), A_PAGE)
    page = pages.get_page(request.GET.get("pagina"))
    context = {"pages": page, "followed": _named(page.object_list)}
    return render(request, "home/following/followed.html", context)


def _followed(user):
    return Follow.objects.filter(user=user).order_by("kind", "pk")


def _named(mine: Iterable[Follow]) -> list[dict]:
    """With their names; a question for each kind, however many there are."""
    numbers: dict[str, list[int]] = {}
    for each in mine:
        numbers.setdefault(each.kind, []).append(each.about_id)
    rows = []
    for kind, pks in numbers.items():
        words = followable_of(kind)
        for thing in words.readable().filter(pk__in=pks).order_by("pk"):
            told = {"title": words.title(thing), "address": words.address(thing)}
            rows.append({**told, "kind": kind, "pk": thing.pk})
    return rows
