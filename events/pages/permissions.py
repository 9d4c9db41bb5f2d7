"""Who may do what with the pages of the agenda."""

from wagtail.models import PagePermissionTester

from events.tickets.models import Event


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


def _own_events(user) -> set[int]:
    """Kept with the user of this request: a list of pages asks it for each of them."""
    if not hasattr(user, "_own_events"):
        user._own_events = set(
            Event.objects.organised_by(user).values_list("pk", flat=True)
        )
    return user._own_events


class EventPagePermissions(PagePermissionTester):
    """The page of somebody else's event is theirs; and an event has one page only."""

    def __init__(self, user, page):
        super().__init__(user, page)
        is_new = page.event_id is None
        if not (user.is_superuser or is_new or page.event_id in _own_events(user)):
            self.permissions = set()

    def can_copy(self):
        return False
