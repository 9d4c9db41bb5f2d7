"""The versions of an outcome, and what changed between two of them."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from community.versions.published import PARTS, versions_of
from community.versions.rules import differences
from community.working_groups.outcome_page import OutcomePage
from community.working_groups.views import find_group
from home.page_cache.middleware import kept


def _found(slug: str, outcome: str):
    group = find_group(slug)
    outcomes = OutcomePage.objects.child_of(group).open()
    page = get_object_or_404(outcomes, slug=outcome)
    above = [{"title": each.title, "url": each.url} for each in (group, page)]
    context = {"group": group, "outcome": page, "crumbs": [*group.crumbs, *above]}
    return context, versions_of(page)


@kept
@require_safe
def versions(request, slug, outcome):
    context, found = _found(slug, outcome)
    context["versions"] = list(reversed(found))
    return render(request, "community/versions/list.html", context)


@kept
@require_safe
def version(request, slug, outcome, number):
    """Beside the one before it; the first stands by itself."""
    context, found = _found(slug, outcome)
    if not 1 <= number <= len(found):
        raise Http404
    now = found[number - 1]
    before = found[number - 2] if number > 1 else None
    context["version"], context["before"] = now, before
    context["parts"] = [
        (title, differences((before or now).paragraphs(part), now.paragraphs(part)))
        for part, title in PARTS.items()
    ]
    return render(request, "community/versions/version.html", context)
