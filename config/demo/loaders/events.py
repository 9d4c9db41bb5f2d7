"""The second floor: what is on, what was and what is full, each with its page."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from django.contrib.auth.models import User
from django.utils import timezone

from config.demo.days import at, hackathon_day, open_day, trial_day
from config.demo.loaders.home import photo
from config.demo.loaders.stories import publish
from config.demo.markup import rich
from config.demo.occasions import HACKATHON, OPEN_DAY, TRIAL
from config.demo.writing import Occasion
from events.foundations import ORGANISERS
from events.models import (
    DuoTicket,
    Event,
    EventIndexPage,
    EventPage,
    Juror,
    Tier,
    Voucher,
)
from events.tickets.services import add_places
from events.vouchers.services import save_voucher
from home import dutch
from home.models import Person, Sector

PLACES = {HACKATHON.slug: 60, TRIAL.slug: 24, OPEN_DAY.slug: 10}
FIRST_PLACES = 20  # the hackathon moved to a larger hall when these were gone


def load(now: datetime) -> dict[str, int]:
    return {"evenementen": _hackathon(now) + _trial(now) + _open_day(now)}


def load_pages(words: dict[str, str]) -> dict[str, int]:
    """After the events, whose days the texts name."""
    pages = [(HACKATHON, "ronde-tafel"), (TRIAL, ""), (OPEN_DAY, "")]
    return {"evenementpagina’s": sum(_page(words, *page) for page in pages)}


def words_of_the_days() -> dict[str, str]:
    """What the texts say of days: those of the events, also when they were moved."""
    hackathon = Event.objects.get(slug=HACKATHON.slug)
    trial = Event.objects.get(slug=TRIAL.slug)
    return {
        "hackathon": dutch.day(hackathon.first_day),
        "guest_deadline": dutch.day_short(hackathon.changes_until),
        "cancel_free": _until(hackathon.cancel_free_until),
        "cancel_until": _until(hackathon.cancel_until),
        "trial": dutch.day(trial.first_day),
    }


def _until(moment: datetime | None) -> str:
    """An organiser may have taken this day away; loading goes on."""
    return dutch.day_short(moment) if moment else "de dag zelf"


def _hackathon(now: datetime) -> int:
    if Event.objects.filter(slug=HACKATHON.slug).exists():
        return 0
    day = hackathon_day(timezone.localdate(now))
    event = _event(
        HACKATHON,
        starts_at=at(day, 9, 30),
        ends_at=at(day, 17, 15),
        changes_until=at(day - timedelta(days=5), 23, 59),
        sales_from=now - timedelta(days=40),
        cancel_free_until=at(day - timedelta(days=28), 23, 59),
        cancel_until=at(day - timedelta(days=7), 23, 59),
        cancel_fee=50,
        capacity=FIRST_PLACES,
    )
    DuoTicket.objects.create(
        event=event,
        name="Duoticket",
        description="lunch en borrel",
        price=Decimal("149.00"),
    )
    return 1


def _trial(now: datetime) -> int:
    if Event.objects.filter(slug=TRIAL.slug).exists():
        return 0
    day = trial_day(timezone.localdate(now))
    event = _event(
        TRIAL,
        starts_at=at(day, 19),
        ends_at=at(day, 21, 45),
        changes_until=at(day - timedelta(days=1), 23, 59),
        sales_from=at(day - timedelta(days=45), 9),
        capacity=PLACES[TRIAL.slug],
    )
    DuoTicket.objects.create(
        event=event, name="Duoticket", description="soep", price=Decimal("25.00")
    )
    return 1


def _open_day(now: datetime) -> int:
    """Small and soon full; a code keeps two places for who opens the doors."""
    if Event.objects.filter(slug=OPEN_DAY.slug).exists():
        return 0
    day = open_day(timezone.localdate(now))
    event = _event(
        OPEN_DAY,
        starts_at=at(day, 9),
        ends_at=at(day, 15, 30),
        changes_until=at(day - timedelta(days=3), 23, 59),
        sales_from=now - timedelta(days=20),
        capacity=PLACES[OPEN_DAY.slug],
    )
    ticket = DuoTicket.objects.create(
        event=event,
        name="Duoticket",
        description="lunch",
        price=Decimal("45.00"),
        part_name="Lunch",
        part_price=Decimal("15.00"),
        part_rate=Decimal("9.00"),
    )
    Tier.objects.create(ticket=ticket, price=Decimal("35.00"), first=4)
    until = at(day - timedelta(days=60), 23, 59)
    Tier.objects.create(ticket=ticket, price=Decimal("40.00"), until=until)
    voucher = Voucher(
        event=event,
        code="GASTHUIS",
        note="Voor Contacthuis Oost, dat de deuren openzet.",
        kind=Voucher.Kind.PERCENT,
        value=Decimal(50),
        most=2,
        keeps_places=True,
    )
    save_voucher(voucher=voucher, now=now)
    return 1


def _event(told: Occasion, *, capacity: int, **rules: datetime | int) -> Event:
    event = Event.objects.create(
        slug=told.slug,
        name=told.name,
        venue=told.venue,
        address=told.address,
        city=told.city,
        capacity=capacity,
        home_sector=Sector.objects.get(slug="klantcontact"),
        **rules,
    )
    event.organisers.set(User.objects.filter(groups__name=ORGANISERS))
    add_places(event=event)
    return event


def _page(words: dict[str, str], told: Occasion, picture: str) -> int:
    agenda = EventIndexPage.objects.get()
    event = Event.objects.get(slug=told.slug)
    if EventPage.objects.filter(event=event).exists():
        return 0
    page = EventPage(
        event=event,
        slug=told.slug,
        title=told.name,
        slogan=told.slogan,
        lead=told.lead,
        intro=rich(told.intro),
        day_note=told.day_note,
        venue_note=told.venue_note,
        audience_note=told.audience_note,
        photo=photo(picture) if picture else None,
        programme=[_part(*part) for part in told.programme],
        questions=[
            ("question", {"question": question, "answer": answer.format(**words)})
            for question, answer in told.questions
        ],
        accessibility=[
            ("item", {"title": title, "text": text})
            for title, text in told.accessibility
        ],
        jurors=[
            Juror(person=Person.objects.get(slug=slug), panel=panel)
            for slug, panel in told.jury
        ],
    )
    publish(agenda, page, event.sales_from or event.starts_at)
    return 1


def _part(clock: str, title: str, text: str) -> tuple[str, dict]:
    hour, minute = clock.split(".")
    begins = time(int(hour), int(minute))
    return "part", {"time": begins, "title": title, "text": text}
