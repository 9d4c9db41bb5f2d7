"""The list of issues, and the way from an issue to sending it, or throwing it away."""

from collections.abc import Iterable

from django.db.models import Q
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets import HeaderButton
from wagtail.models import Page

from home.dutch import moment
from stories.newsletter.desk.permissions import may_compose
from stories.newsletter.models import Mailing
from stories.newsletter.pages import IssuePage, NewsletterPage


def _sent(issue) -> str:
    """Where it is on its way, and since when."""
    mailing = issue.sending
    if mailing is None:
        return "nog niet verstuurd"
    when = mailing.stopped_at or mailing.done_at or mailing.begun_at
    return f"{mailing.state}, {moment(when or mailing.starts_at)}"


class ForEditors(MenuItem):
    """For who may write an issue."""

    def is_shown(self, request):
        return may_compose(request.user)


class IssueListView(IndexView):
    """With what became of each, asked once for the whole list."""

    def get_table(self, object_list):
        issues = list(object_list)
        mailings = Mailing.objects.filter(issue__in=issues).defer("text", "html")
        sent = {mailing.issue_id: mailing for mailing in mailings}
        for issue in issues:
            issue.sending = sent.get(issue.pk)
        return super().get_table(issues)

    def get_add_url(self):
        return super().get_add_url() if may_compose(self.request.user) else None

    @property
    def header_buttons(self):
        address = reverse("newsletter_subscribers")
        readers = HeaderButton("Abonnees", url=address, icon_name="group")
        return [*super().header_buttons, readers]


class IssueListing(PageListingViewSet):
    """All issues, drafts too."""

    model = IssuePage
    index_view_class = IssueListView
    icon = "mail"
    menu_label = "Nieuwsbrief"
    menu_order = 110
    name = "nieuwsbrief"
    add_to_admin_menu = True
    menu_item_class = ForEditors
    columns = [
        *PageListingViewSet.columns[:2],
        Column("sent", label="Verzending", accessor=_sent),
        *PageListingViewSet.columns[-1:],
    ]


PROOF_AND_SEND = "action-newsletter-send"


class SendMenuItem(ActionMenuItem):
    """Beside *Publiceren*, which only puts an issue on the site.

    A button that keeps what was typed first; a link where that may not be changed."""

    name = PROOF_AND_SEND
    label = "Proef en versturen"
    icon_name = "mail"
    order = 5

    def is_shown(self, context):
        if context["view"] == "create":
            return isinstance(context["parent_page"], NewsletterPage)
        return context["view"] == "edit" and isinstance(context["page"], IssuePage)

    def get_url(self, parent_context):
        if parent_context.get("locked_for_user"):
            return reverse("newsletter_send", args=[parent_context["page"].pk])
        return None  # a button of the form


def go_and_send(request, page):
    """Once kept, on to the page of sending."""
    if PROOF_AND_SEND in request.POST and isinstance(page, IssuePage):
        return redirect("newsletter_send", pk=page.pk)
    return None


def stop_it_first(request, page):
    """Before one page is deleted, with all that is below it."""
    return _refuse(request, [page])


def stop_them_first(request, action_type, objects, action):
    """Before pages that are ticked in a list are deleted."""
    pages = [each for each in objects if isinstance(each, Page)]
    return _refuse(request, pages) if action_type == "delete" else None


def _refuse(request, pages: Iterable[Page]):
    """To where it is stopped; some have it by then, and the rest would get nothing."""
    below = Q(pk=None)
    for page in pages:
        below |= Q(issue__path__startswith=page.path)
    going = Mailing.objects.filter(below, done_at=None, stopped_at=None)
    mailing = going.select_related("issue").order_by("pk").first()
    if mailing is None:
        return None
    button = "Zet stil" if mailing.begun_at else "Maak het plan ongedaan"
    messages.error(
        request,
        f"‘{mailing.issue.title}’ is {mailing.state}. Gooi je het nu weg, dan krijgt "
        f"wie nog moet volgen het niet. Kies daarom eerst ‘{button}’.",
    )
    return redirect("newsletter_send", pk=mailing.issue_id)
