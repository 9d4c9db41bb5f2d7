"""What the ground floor adds to the back office."""

from django.db.models import Q
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.models import register_snippet

from home.claims.desk.menu import ClaimsMenuItem
from home.claims.desk.views import ClaimsView
from home.cms.history import HeldBack
from home.cms.views import PublishOneByOne, still_here
from home.cms.words import name_in_dutch
from home.merging.services import ACTION
from home.merging.views import MergeView
from home.pages.links import PageLink
from home.pages.scheduled import HELD_BACK
from home.people.viewsets import PeopleGroup
from home.terms.viewsets import TermViewSet

SHORTCUTS = "keyboard-shortcuts-trigger"

name_in_dutch()
register_snippet(PeopleGroup)
register_snippet(TermViewSet)


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("ingelogd/", still_here, name="still_here"),
        path("dit-ben-ik/", ClaimsView.as_view(), name="claims"),
        path("samenvoegen/<int:pk>/", MergeView.as_view(), name="merge_person"),
    ]


@hooks.register("register_log_actions")
def merged(actions):
    actions.register_action(ACTION, "Samenvoegen", "Iemand anders ging hierin op")


@hooks.register("register_log_actions")
def held_back(actions):
    actions.register_action(HELD_BACK)(HeldBack)


@hooks.register("register_admin_menu_item")
def claims_menu_item():
    return ClaimsMenuItem()


# after Wagtail's own, in its place
hooks.register("register_bulk_action", PublishOneByOne, order=1)


@hooks.register("register_rich_text_features", order=1)  # after Wagtail's own
def links_to_pages(features):
    features.register_link_type(PageLink)


@hooks.register("construct_page_chooser_queryset")
def choose_what_one_may_read(pages, request):
    """What is on the site, and drafts in one's own part of it."""
    own = PagePermissionPolicy().instances_user_has_any_permission_for(
        request.user, ["add", "change", "publish"]
    )
    return pages.filter(Q(live=True) | Q(pk__in=own.values_list("pk", flat=True)))


@hooks.register("before_edit_page")
def ask_once_where_it_is_in_the_workflow(request, page):
    """The editor's page shows it in a dozen places; a POST may change it. Of the row
    Wagtail asked it already, of a draft it does not remember."""
    if request.method == "GET" and not hasattr(page, "_current_workflow_states"):
        states = page.workflow_states.active()
        page._current_workflow_states = states.select_related(
            "current_task_state__task"
        )[:1]
        len(page._current_workflow_states)


@hooks.register("construct_help_menu")
def help_in_dutch(request, items):
    """Wagtail's manual and its news are in English, and elsewhere."""
    items[:] = [item for item in items if item.name == SHORTCUTS]


@hooks.register("construct_reports_menu")
def nobody_is_followed(request, items):
    """We keep no list of what readers look for, so there is nothing to report."""
    items[:] = [item for item in items if item.name != "search-terms"]


@hooks.register("insert_editor_js")
def nothing_typed_is_lost():
    return render_to_string("home/cms/editor_scripts.html")


@hooks.register("insert_global_admin_js")
def a_date_stays_as_typed():
    return format_html('<script src="{}"></script>', static("js/cms/dates.js"))


@hooks.register("insert_global_admin_css")
def our_mark():
    return format_html('<link rel="stylesheet" href="{}">', static("css/cms.css"))
