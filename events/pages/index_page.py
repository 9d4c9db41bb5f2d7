"""The agenda: what is coming, and what has been."""

from django.conf import settings
from django.core.paginator import Paginator
from django.db import models
from django.urls import reverse
from django.utils import timezone

from events.pages import agenda
from home.pages.base import BasePage
from home.pages.permissions import RightsBelow

PAST_PER_PAGE = 10


class EventIndexPage(BasePage):
    """Stands at /agenda/, above the pages of all events."""

    template = "events/event_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage", "community.SessionPage"]
    max_count = 1
    page_description = "De agenda, met alle evenementen"
    summary_field = "lead"
    keep_for = 1  # it says how many places are left

    lead = models.TextField("inleiding", max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, "lead"]

    class Meta:
        verbose_name = "agenda"
        verbose_name_plural = "agenda’s"

    def permissions_for_user(self, user):
        return RightsBelow(user, self)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        now = timezone.now()
        past = Paginator(agenda.been(self, now), PAST_PER_PAGE)
        shown = past.get_page(request.GET.get("pagina"))
        shown.object_list = [agenda.Past(*row) for row in shown.object_list]
        upcoming = agenda.coming(self, now) if shown.number == 1 else []
        roles = {role for page in upcoming for role in page.for_roles}
        asked = request.GET.get("rol", "")
        role = next((role for role in roles if role.slug == asked), None)
        calendar = settings.SITE_URL + reverse("agenda_calendar")
        return {
            **context,
            "upcoming": [
                page for page in upcoming if role is None or role in page.for_roles
            ],
            "roles": sorted(roles, key=lambda each: (each.position, each.name)),
            "role": role,
            "past": shown,
            "calendar": calendar,
            "follow": f"webcal://{calendar.partition('://')[2]}",
        }
