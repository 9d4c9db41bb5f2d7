"""Files for a spreadsheet as Wagtail makes them, in Dutch and without formulas."""

import re
from datetime import datetime

from wagtail.admin.views.mixins import ExcelDateFormatter, SpreadsheetExportMixin

from home.dutch import local

BOM = "\ufeff".encode()  # so that Excel reads é as é
DANGEROUS = ("=", "+", "-", "@")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # no spreadsheet can hold these


_as_wagtail = SpreadsheetExportMixin.preprocess_field_value


def _as_text(self, field, value, export_format):
    """What a person typed is never a formula, in whatever program opens it."""
    if isinstance(value, datetime):
        value = local(value).replace(tzinfo=None, microsecond=0)
    elif isinstance(value, bool):
        value = "ja" if value else "nee"
    value = _as_wagtail(self, field, value, export_format)
    if not isinstance(value, str):
        return value
    value = CONTROL.sub(" ", value)
    if export_format == self.FORMAT_CSV and value.lstrip().startswith(DANGEROUS):
        return f"'{value}"
    return value


# its own reports are no class of ours
SpreadsheetExportMixin.preprocess_field_value = _as_text  # type: ignore[method-assign]


class Spreadsheet(SpreadsheetExportMixin):
    """With the clock of the wall, and nothing in English."""

    sheet_name = "Overzicht"
    export_filename = "overzicht"

    def write_xlsx(self, queryset, output):
        from openpyxl import Workbook  # noqa: PLC0415  # large, and rarely needed

        book = Workbook(write_only=True, iso_dates=True)
        sheet = book.create_sheet(title=self.sheet_name)
        sheet.append(self.get_heading(queryset, field) for field in self.list_export)
        date_format = ExcelDateFormatter().get()
        for item in queryset:
            row = self.to_row_dict(item)
            sheet.append(self.generate_xlsx_row(sheet, row, date_format=date_format))
        book.save(output)

    def stream_csv(self, queryset):
        yield BOM
        yield from super().stream_csv(queryset)


class Rows(Spreadsheet):
    """Rows that are dicts already, with the heading of a column as its key."""

    def as_file(self, headings, rows, name, sheet, file_format):
        self.list_export = headings
        self.export_filename = name
        self.sheet_name = sheet
        answer = self.as_spreadsheet(rows, file_format)
        answer["Cache-Control"] = "private, no-store"
        return answer

    def to_row_dict(self, item):
        return item

    def get_heading(self, queryset, field):
        return field
