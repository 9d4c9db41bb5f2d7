"""Files to take along, with Wagtail's own writer of spreadsheets."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views import View

from events.organiser.exports.rows import HEADINGS, ROWS, SHEETS
from events.organiser.permissions import own_events
from home.spreadsheets import Rows


class Download(Rows, View):
    """Some rows of this event as a file, for whoever the view lets in."""

    def download(self, what, rows, name, file_format):
        return self.as_file(HEADINGS[what], rows, name, SHEETS[what], file_format)


@method_decorator(
    permission_required("events.view_order", raise_exception=True), name="dispatch"
)
class ExportView(Download):
    """Of an event of one's own."""

    def get(self, request, pk, what, file_format):
        event = get_object_or_404(own_events(request.user), pk=pk)
        if what not in ROWS or file_format not in self.FORMATS:
            raise Http404
        name = f"{event.slug}-{what}"
        return self.download(what, ROWS[what](event), name, file_format)
