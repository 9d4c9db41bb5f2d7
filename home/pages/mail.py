"""The mail about a page that did not go live at its hour."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from home.mail.letters import letter
from home.mail.registry import builds
from home.pages.scheduled import HELD_BACK, who_planned


@builds(HELD_BACK, about=PageLogEntry)
def held_back(entry: PageLogEntry) -> EmailMessage | None:
    """To who planned it; not when the page is gone."""
    user = who_planned(entry)
    page = Page.objects.filter(pk=entry.page_id).first()
    if page is None or user is None or not user.email:
        return None
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    context = {
        "title": page.draft_title or page.title,
        "lacks": entry.data["lacks"],
        "address": settings.SITE_URL + edit,
    }
    return letter("held_back", to=user.email, context=context)
