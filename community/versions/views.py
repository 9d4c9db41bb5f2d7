"""The versions of an outcome, and what changed between two of them."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from community.versions.published import PARTS, as_version, published
from community.versions.rules import differences
from community.working_groups.outcome_page import OutcomePage
from community.working_groups.views import find_group
from home.page_cache.middleware import kept

A_PAGE = 20
MOST = 10_000  # versions of one text


def _found(slug: str, outcome: str):
    group = find_group(slug)
    outcomes = OutcomePage.objects.child_of(group).open()
    page = get_object_or_404(outcomes, slug=outcome)
    above = [{"title": each.title, "url": each.url} for each in (group, page)]
    context = {"group": group, "outcome": page, "crumbs": [*group.crumbs, *above]}
    return context, published(page)


@kept
@require_safe
def versions(request, slug, outcome):
    """The latest first."""
    context, found = _found(slug, outcome)
    pages = Paginator(found.reverse(), A_PAGE).get_page(request.GET.get("pagina"))
    latest = pages.paginator.count - pages.start_index() + 1
    context["versions"] = [
        as_version(latest - place, entry) for place, entry in enumerate(pages)
    ]
    context["pages"] = pages
    return render(request, "community/versions/list.html", context)


@kept
@require_safe
def version(request, slug, outcome, number):
    """Beside the one before it; the first stands by itself."""
    context, found = _found(slug, outcome)
    first = max(number - 1, 1)
    both = list(found[first - 1 : number]) if 1 <= number <= MOST else []
    versions = [as_version(at, entry) for at, entry in enumerate(both, start=first)]
    if not versions or versions[-1].number != number:
        raise Http404
    now = versions[-1]
    before = versions[0] if number > 1 else None
    context["version"], context["before"] = now, before
    context["parts"] = [
        (title, differences((before or now).paragraphs(part), now.paragraphs(part)))
        for part, title in PARTS.items()
    ]
    return render(request, "community/versions/version.html", context)
