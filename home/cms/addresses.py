"""The address of a page that is being written."""

from itertools import chain, count

from wagtail.admin.forms import WagtailAdminPageForm


class PageForm(WagtailAdminPageForm):
    """Two pages may have one title: what is typed is kept from the first word on."""

    def clean_slug(self) -> str:
        """The next that is free, as long as nobody can have a link to the page."""
        typed, page = self.cleaned_data["slug"], self.instance
        if not typed or page.first_published_at:
            return typed
        addresses = chain([typed], (f"{typed}-{number}" for number in count(2)))
        is_free = page._slug_is_available
        return next(each for each in addresses if is_free(each, self.parent_page, page))
