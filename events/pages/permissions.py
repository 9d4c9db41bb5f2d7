"""Who may do what with the page of an event."""

from wagtail.models import PagePermissionTester


class EventPagePermissions(PagePermissionTester):
    """An event has one page, so there is nothing to copy it for."""

    def can_copy(self):
        return False
