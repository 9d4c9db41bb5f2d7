"""What stories add to the back office."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from stories.calls.viewsets import AnswerViewSet
from stories.checks.desk.menu import CheckMenuItem
from stories.checks.desk.views import ChecksView
from stories.contributions.desk.menu import ContributionsMenuItem, HandedInPanel
from stories.contributions.desk.views import (
    ContributionsView,
    ContributionView,
    WritersView,
    may_edit_contributions,
)
from stories.field_tests.desk.views import AskMenuItem, AskView
from stories.newsletter.desk.views import SendView, SubscribersView
from stories.newsletter.desk.viewsets import (
    IssueListing,
    SendMenuItem,
    go_and_send,
    stop_it_first,
    stop_them_first,
)
from stories.pages.editor import StoryViewSet
from stories.pages.permissions import FixedThemes
from stories.pages.reports import AgeingReport, UncreditedReport
from stories.pages.themes import Theme
from stories.pages.viewsets import ForWriters, StoryListing, SubjectsGroup
from stories.photos.reports import ConsentReport, ReportItem
from stories.reactions.desk.menu import ModerationMenuItem, WaitingPanel
from stories.reactions.desk.views import ModerationView, ReasonsView, may_moderate

register_permission_policy(Theme, FixedThemes(Theme))
register_snippet(SubjectsGroup)
register_snippet(AnswerViewSet)


@hooks.register("register_admin_viewset")
def story_listing():
    """The menu item *Verhalen*, above the tree of pages."""
    return StoryListing()


@hooks.register("register_admin_viewset")
def story_viewset():
    """How the tree of pages opens a story."""
    return StoryViewSet()


@hooks.register("register_admin_viewset")
def issue_listing():
    """The menu item *Nieuwsbrief*."""
    return IssueListing()


@hooks.register("register_admin_urls")
def newsletter_addresses():
    return [
        path(
            "nieuwsbrief/<int:pk>/versturen/",
            SendView.as_view(),
            name="newsletter_send",
        ),
        path(
            "nieuwsbrief/abonnees/",
            SubscribersView.as_view(),
            name="newsletter_subscribers",
        ),
    ]


hooks.register("after_create_page", go_and_send)
hooks.register("after_edit_page", go_and_send)
hooks.register("before_delete_page", stop_it_first)
hooks.register("before_bulk_action", stop_them_first)


@hooks.register("register_admin_urls")
def check_addresses():
    address = "verhalen/<int:pk>/feitencheck/"
    return [path(address, ChecksView.as_view(), name="story_checks")]


@hooks.register("register_page_action_menu_item")
def ask_for_a_check():
    return CheckMenuItem()


@hooks.register("register_admin_urls")
def report_addresses():
    report = ConsentReport.as_view
    return [
        path("rapporten/toestemming/", report(), name="photo_consent_report"),
        path(
            "rapporten/toestemming/rijen/",
            report(results_only=True),
            name="photo_consent_report_results",
        ),
        path(
            "rapporten/zonder-naam/",
            UncreditedReport.as_view(),
            name="uncredited_report",
        ),
        path(
            "rapporten/zonder-naam/rijen/",
            UncreditedReport.as_view(results_only=True),
            name="uncredited_report_results",
        ),
        path("rapporten/oud/", AgeingReport.as_view(), name="ageing_report"),
        path(
            "rapporten/oud/rijen/",
            AgeingReport.as_view(results_only=True),
            name="ageing_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def uncredited_report():
    address = reverse("uncredited_report")
    return ForWriters("Verhalen zonder naam", address, icon_name="user", order=11)


@hooks.register("register_reports_menu_item")
def ageing_report():
    address = reverse("ageing_report")
    return ForWriters("Verhalen die oud worden", address, icon_name="time", order=12)


@hooks.register("register_reports_menu_item")
def consent_report():
    return ReportItem(
        "Toestemming voor foto’s",
        reverse("photo_consent_report"),
        name="photo-consent",
        icon_name="image",
        order=10,
    )


@hooks.register("register_page_action_menu_item")
def send_an_issue():
    return SendMenuItem()


@hooks.register("register_admin_urls")
def moderation_address():
    return [
        path("reacties/", ModerationView.as_view(), name="moderation"),
        path(
            "reacties/praktijktoets/",
            ReasonsView.as_view(),
            name="moderation_of_reasons",
        ),
        path("praktijktoets/<int:pk>/", AskView.as_view(), name="field_test_ask"),
    ]


@hooks.register("register_page_action_menu_item")
def ask_an_organisation():
    return AskMenuItem()


@hooks.register("register_admin_menu_item")
def moderation_menu_item():
    return ModerationMenuItem()


@hooks.register("construct_homepage_panels")
def what_readers_wrote(request, panels):
    if may_edit_contributions(request.user):
        panels.append(HandedInPanel())
    if may_moderate(request.user):
        panels.append(WaitingPanel())


@hooks.register("register_admin_urls")
def contribution_addresses():
    return [
        path("bijdragen/", ContributionsView.as_view(), name="contributions"),
        path("bijdragen/schrijvers/", WritersView.as_view(), name="contributors"),
        path(
            "bijdragen/<int:pk>/",
            ContributionView.as_view(),
            name="contribution_desk",
        ),
    ]


@hooks.register("register_admin_menu_item")
def contributions_menu_item():
    return ContributionsMenuItem()
