"""Copy an event with its ticket types and its page; what was sold stays behind."""

from datetime import date, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model
from django.utils.text import slugify

from events.organiser.copying.rules import DATED, moved
from events.pages.event_page import EventPage
from events.tickets.models import DuoTicket, Event
from events.tickets.services import add_places

LONGEST_SLUG = 60


@transaction.atomic
def copy_event(*, event: Event, name: str, first_day: date, by: User) -> Event:
    """All moments move as many days; whoever copies it organises it too.

    The page comes along as a draft: it tells about another day. Nobody is in the jury
    of that day yet."""
    days = first_day - event.first_day
    organisers, tickets = list(event.organisers.all()), list(event.tickets.all())
    page = EventPage.objects.filter(event=event).first()
    new = Event.objects.get(pk=event.pk)
    new.pk = None
    new._state.adding = True
    new.name, new.slug = name, _free_slug(name)
    if new.sales_until == new.called_off_at:  # calling it off closed the sale
        new.sales_until = None
    new.called_off_at, new.called_off_why, new.called_off_by = None, "", None
    _move(new, DATED, days)
    new.save()
    new.organisers.set({*organisers, by})
    add_places(event=new)
    for ticket in tickets:
        _copy_ticket(ticket, new, days)
    if page is not None:
        _copy_page(page, new, by)
    return new


def _copy_ticket(ticket: DuoTicket, event: Event, days: timedelta) -> None:
    tiers = list(ticket.tiers.all())
    new = DuoTicket.objects.get(pk=ticket.pk)
    new.pk = None
    new._state.adding = True
    new.event = event
    _move(new, ("sales_from", "sales_until"), days)
    new.save()
    for tier in tiers:
        tier.pk = None
        tier._state.adding = True
        tier.ticket = new
        _move(tier, ("until",), days)
        tier.save()


def _copy_page(page: EventPage, event: Event, by: User) -> None:
    page.copy(
        update_attrs={"event": event, "title": event.name, "slug": event.slug},
        exclude_fields=["jurors"],
        copy_revisions=False,
        keep_live=False,
        user=by,
    )


def _move(row: Model, names: tuple[str, ...], days: timedelta) -> None:
    for name in names:
        setattr(row, name, moved(getattr(row, name), days))


def _free_slug(name: str) -> str:
    """Of the name; with a number behind it where an event or a page has it already."""
    base = slugify(name)[: LONGEST_SLUG - 4] or "evenement"
    taken = set(Event.objects.values_list("slug", flat=True))
    taken |= set(EventPage.objects.values_list("slug", flat=True))
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug
