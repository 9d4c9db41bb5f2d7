"""Files to take along, with Wagtail's own writer of spreadsheets."""

import re

from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views import View

from events.organiser.exports.rows import HEADINGS, ROWS, SHEETS
from events.organiser.permissions import own_events
from home.spreadsheets import Spreadsheet

BOM = "\ufeff".encode()  # so that Excel reads é as é
DANGEROUS = ("=", "+", "-", "@")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # no spreadsheet can hold these


class Download(Spreadsheet, View):
    """Some rows as a file, for whoever the view lets in."""

    def download(self, what, rows, name, file_format):
        self.list_export = HEADINGS[what]
        self.export_filename = name
        self.sheet_name = SHEETS[what]
        answer = self.as_spreadsheet(rows, file_format)
        answer["Cache-Control"] = "private, no-store"
        return answer

    def to_row_dict(self, item):
        return item

    def get_heading(self, queryset, field):
        return field

    def stream_csv(self, queryset):
        yield BOM
        yield from super().stream_csv(queryset)

    def preprocess_field_value(self, field, value, export_format):
        """What a person typed is never a formula, in whatever program opens it."""
        value = super().preprocess_field_value(field, value, export_format)
        if not isinstance(value, str):
            return value
        value = CONTROL.sub(" ", value)
        if export_format == self.FORMAT_CSV and value.lstrip().startswith(DANGEROUS):
            return f"'{value}"
        return value


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
