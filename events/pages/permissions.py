"""Who may do what with the page of an event."""

from wagtail.models import PagePermissionTester

from events.tickets.models import Event


class EventPagePermissions(PagePermissionTester):
    """The page of somebody else's event is theirs; and an event has one page only."""

    def __init__(self, user, page):
        super().__init__(user, page)
        is_new = page.event_id is None
        if not (user.is_superuser or is_new or page.event_id in _own_events(user)):
            self.permissions = set()

    def can_copy(self):
        return False


def _own_events(user) -> set[int]:
    """Kept with the user of this request: a list of pages asks it for each of them."""
    if not hasattr(user, "_own_events"):
        user._own_events = set(
            Event.objects.organised_by(user).values_list("pk", flat=True)
        )
    return user._own_events
