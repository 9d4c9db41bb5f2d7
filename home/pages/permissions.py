"""Rights that count below a page, and not for the page itself."""

from wagtail.models import Page, PagePermissionTester, get_page_models


def may_add_below(user, kind: type[Page]) -> bool:
    """Below the only page of its kind. The menu asks it for one item after another:
    all such pages are brought at once."""
    if not hasattr(user, "only_pages"):
        kinds = [model for model in get_page_models() if model.max_count == 1]
        pages = Page.objects.type(*kinds)
        user.only_pages = {page.specific_class: page for page in pages}
    page = user.only_pages.get(kind)
    return bool(page and page.permissions_for_user(user).can_add_subpage())


class RightsBelow(PagePermissionTester):
    """Wagtail hands rights down a tree from the page they were given on, that page
    included. Here a right that was given on this page itself counts below it only;
    for the page itself counts what was given higher up. There is one of it, so
    nobody copies it."""

    def __init__(self, user, page):
        super().__init__(user, page)
        if user.is_active and not user.is_superuser:
            rights = self.permission_policy.get_cached_permissions_for_user(user)
            self.permissions = {
                right.permission.codename.rsplit("_", maxsplit=1)[0]
                for right in rights
                if page.path.startswith(right.page.path) and right.page_id != page.pk
            }

    def can_add_subpage(self):
        return self._below().can_add_subpage()

    def can_publish_subpage(self):
        return self._below().can_publish_subpage()

    def can_reorder_children(self):
        return self._below().can_reorder_children()

    def can_copy(self):
        return False

    def _below(self):
        """Wagtail's own tester, for what may be done under this page."""
        return PagePermissionTester(self.user, self.page)


class RightsOfALeaf(PagePermissionTester):
    """Of a kind of page that has none below it: its own row says what is live. Wagtail
    asks the tree, twice for every row of a list that a writer looks at."""

    def can_delete(self, ignore_bulk=False):  # noqa: FBT002  # as Wagtail calls it
        known = self.user.is_active and not self.user.is_superuser
        if known and {"change", "publish"} & self.permissions == {"change"}:
            return not self.page.live
        return super().can_delete(ignore_bulk)
