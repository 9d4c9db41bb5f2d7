"""Pages of a group beside the one that Wagtail serves."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from community.working_groups.access import is_member, may_lead
from community.working_groups.documents import GroupDocument
from community.working_groups.doors import doors
from community.working_groups.group_page import WorkingGroupPage, as_members
from community.working_groups.piles import piles
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


@kept
@require_safe
def group_documents(request, slug):
    """All that it lets everybody read, the newest first."""
    group = find_group(slug)
    documents = GroupDocument.objects.filter(group=group).select_related("document")
    context = {
        "group": group,
        "crumbs": [*group.crumbs, {"title": group.title, "url": group.url}],
        "pages": Paginator(documents, A_PAGE).get_page(request.GET.get("pagina")),
    }
    return render(request, "community/group/documents.html", context)


def for_members(view):
    """A page of the working space: the view gets the group instead of its slug.

    Who is not in the group, or not any more, finds nothing there."""
    return _guarded(view, is_member)


def for_leads(view):
    """The same, for who leads the group."""
    return _guarded(view, may_lead)


def _guarded(view, may):
    @wraps(view)
    def respond(request, slug, *args, **kwargs):
        group = find_group(slug)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not may(request.user, group):
            raise Http404
        response = view(request, group, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    return respond


@require_safe
@for_members
def group_space(request, group):
    """What waits for the lead, and all that can be done here."""
    leads = may_lead(request.user, group)
    context = {
        "group": group,
        "leads": leads,
        "piles": _waiting(group) if leads else [],
        "doors": doors(leads=leads),
    }
    return render(request, "community/desk/space.html", context)


def _waiting(group) -> list[dict]:
    return [
        {
            "number": number,
            "what": pile.one if number == 1 else pile.many,
            "name": pile.desk,
        }
        for pile in piles()
        if (number := pile.waiting(group).count())
    ]
