"""Excel files as Wagtail makes them, with a Dutch name on the sheet."""

from wagtail.admin.views.mixins import ExcelDateFormatter, SpreadsheetExportMixin


class Spreadsheet(SpreadsheetExportMixin):
    """Wagtail writes the name of the sheet in its code, and in English."""

    sheet_name = "Overzicht"

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
