"""Links from a running text to a page of the site."""

from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler


class PageLink(PageLinkHandler):
    """To a page that readers can open; of any other only the words remain."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Page | None]:
        """One query, where Wagtail asks one more for each kind of page."""
        wanted = [attrs["id"] for attrs in attrs_list]
        found = {
            str(page.pk): page for page in Page.objects.live().filter(pk__in=wanted)
        }
        return [found.get(number) for number in wanted]
