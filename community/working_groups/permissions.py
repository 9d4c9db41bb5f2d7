"""What a lead may do: everything with the outcomes, nothing with the group page."""

from wagtail.models import PagePermissionTester


class GroupPagePermissions(PagePermissionTester):
    """Wagtail hands rights down a tree from the page they were given on, that page
    included. Here a right that was given on the group page itself counts below it
    only; for the page itself counts what was given higher up."""

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

    def _below(self):
        """Wagtail's own tester, for what may be done under this page."""
        return PagePermissionTester(self.user, self.page)
