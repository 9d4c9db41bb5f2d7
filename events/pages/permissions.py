"""Who may do what with the pages of the agenda."""

from wagtail.models import PagePermissionTester


class AgendaPermissions(PagePermissionTester):
    """Organisers work below the agenda; the page itself is the operator's."""

    def can_edit(self):
        return self.user.is_superuser and super().can_edit()

    def can_publish(self):
        return self.user.is_superuser and super().can_publish()

    def can_unpublish(self):
        return self.user.is_superuser and super().can_unpublish()

    def can_delete(self, ignore_bulk=False):  # noqa: FBT002  # as Wagtail has it
        return self.user.is_superuser and super().can_delete(ignore_bulk)

    def can_copy(self):
        return False


class EventPagePermissions(PagePermissionTester):
    """An event has one page, so there is nothing to copy it for."""

    def can_copy(self):
        return False
