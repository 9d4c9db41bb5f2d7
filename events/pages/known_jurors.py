"""By which juries a person is known."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from events.pages.event_page import EventPage
from events.pages.jurors import Juror
from home.people.known import known_by


def open_juries() -> QuerySet[Juror]:
    """Of events that everybody may read about."""
    return Juror.objects.filter(page__in=EventPage.objects.open().values("pk"))


@known_by("person")
def by_jury() -> Q:
    """They judge at such an event."""
    return Q(Exists(open_juries().filter(person=OuterRef("pk"))))
