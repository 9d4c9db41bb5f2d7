"""The agenda as a file that a calendar follows."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from events.pages.agenda import in_calendars
from events.pages.index_page import EventIndexPage
from home.calendar_file import CONTENT_TYPE, calendar_file
from home.page_cache.middleware import kept

STAYS = timedelta(days=60)  # what was, and what was called off, is not gone at once


@require_safe
@kept
def agenda_calendar(request):
    """What moves, moves in every calendar that follows it."""
    index = get_object_or_404(EventIndexPage.objects.live())
    entries = in_calendars(index, timezone.now() - STAYS)
    name = f"Agenda van {settings.SITE_NAME}"
    content = calendar_file(entries, product="Agenda", name=name)
    return HttpResponse(content, content_type=CONTENT_TYPE)
