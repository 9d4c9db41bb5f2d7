"""The editor of an event page: which events it may tell about."""

from events.tickets.models import Event
from home.cms.addresses import PageForm


class EventPageForm(PageForm):
    """An organiser writes about the own events only."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.for_user is not None and "event" in self.fields:
            own = Event.objects.organised_by(self.for_user)
            self.fields["event"].queryset = own.order_by("-starts_at", "pk")
