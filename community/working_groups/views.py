"""Pages of a group beside the one that Wagtail serves."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from community.working_groups.group_page import WorkingGroupPage, as_members
from home.page_cache.middleware import kept

A_PAGE = 48


def find_group(slug: str) -> WorkingGroupPage:
    """One that everybody may see, with its theme."""
    groups = WorkingGroupPage.objects.open().select_related("theme")
    return get_object_or_404(groups, slug=slug)


@kept
@require_safe
def group_members(request, slug):
    group = find_group(slug)
    members = group.memberships_of(timezone.localdate())
    pages = Paginator(members, A_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "group": group,
        "crumbs": [*group.crumbs, {"title": group.title, "url": group.url}],
        "members": as_members(pages.object_list),
        "pages": pages,
    }
    return render(request, "community/group/members.html", context)
