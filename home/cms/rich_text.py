"""The editor of rich texts, as Wagtail's, for input that no editor sends too."""

from django.core.exceptions import BadRequest
from wagtail.admin.rich_text import DraftailRichTextArea

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, IndexError)


class RichText(DraftailRichTextArea):
    """What is not the JSON of the editor is a bad request, and no mistake of ours."""

    def value_from_datadict(self, data, files, name):
        try:
            return super().value_from_datadict(data, files, name)
        except UNREADABLE as unreadable:
            raise BadRequest("not the JSON of a rich text") from unreadable
