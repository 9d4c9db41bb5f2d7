"""The page that tells about an event; what it sells is in events.tickets (rule 1)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import (
    Count,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from events.guests.rules import oldest_birthday
from events.orders.models import Pair
from events.orders.resales import number_put_back
from events.orders.turns import claims_on, is_waited_for
from events.pages import structured_data
from events.pages.agenda import listed
from events.pages.blocks import AccessBlock, PartBlock, QuestionBlock
from events.pages.forms import EventPageForm
from events.pages.jurors import as_jury, jury_of
from events.pages.permissions import EventPagePermissions
from events.pages.rules import Room, Sale, sale_of
from events.tickets.models import DuoTicket, Place, all_tiers
from home.calendar_file import Entry, uid_of
from home.cms.choosers import InlineRows
from home.dutch import moment
from home.pages.base import BasePage
from home.pages.open_pages import OpenPageQuerySet
from home.pages.pictures import bring_renditions
from home.pages.teasers import Teaser
from home.statements import EVENT, NOW, Rows


class EventPageQuerySet(OpenPageQuerySet):
    """Each method finishes the sentence `the event pages …`."""

    def upcoming(self, now):
        """Not over yet, soonest first, with their event and its taken places."""
        soonest = self.filter(event__ends_at__gt=now).order_by("event__starts_at", "pk")
        return soonest.select_related("event", "photo").with_places_taken(now)

    def past(self, now):
        """Over, latest first, with their event."""
        latest = self.filter(event__ends_at__lte=now)
        return latest.select_related("event").order_by("-event__starts_at", "pk")

    def in_calendars(self, since):
        """Not over at that moment, also when it does not go on; with its moves."""
        there = self.filter(event__ends_at__gt=since)
        return there.select_related("event").prefetch_related("event__moves")

    def with_places_taken(self, now):
        """By who ordered, and apart from those: kept for a code and still free."""
        pairs = Pair.objects.filter(order__event=OuterRef("event"))
        taken = pairs.taking_a_place(now).order_by().values("order__event")
        taken = taken.annotate(n=Count("pk")).values("n")
        places = Place.objects.filter(event=OuterRef("event"), pool__gt=0)
        apart = places.order_by().values("event").annotate(n=Count("pk"))
        coded = taken.filter(pool__gt=0)
        return self.annotate(
            places_kept=_number(apart.values("n")) - _number(coded),
            places_taken=_number(taken)
            - number_put_back(now, pair__order__event=OuterRef("event")),
        )


def _number(counted: QuerySet) -> Coalesce:
    return Coalesce(Subquery(counted), 0)


def _by_type() -> QuerySet:
    """Taken pairs, of those by a code; put back; all places kept for codes."""
    pairs = Pair.objects.filter(ticket=OuterRef("pk")).taking_a_place(NOW).order_by()
    taken = pairs.values("ticket").annotate(n=Count("pk")).values("n")
    put_back = number_put_back(NOW, pair__ticket=OuterRef("pk"))
    types = DuoTicket.objects.filter(event=EVENT).with_apart().in_order()
    return types.annotate(
        taken=_number(taken),
        coded=_number(taken.filter(pool__gt=0)),
        put_back=put_back,
    )


BY_TYPE = Rows(_by_type)


@listed
class EventPage(BasePage):
    """Going back to an old revision must not move a date or a price."""

    template = "events/event_page.html"
    parent_page_types = ["events.EventIndexPage"]
    subpage_types = []
    page_description = "Vertelt over een evenement; datum en prijs staan ergens anders"
    summary_field = "lead"
    text_field = "intro"
    found_as = ("agenda", "Agenda")
    in_newsletter = True
    begins, called_off = "event__starts_at", "event__called_off_at"
    agenda_template = "events/event_teaser.html"
    for_roles: tuple = ()  # an event is for whoever brings somebody along
    keep_for = 1  # a place that is held comes free when its time is over
    shown_with = ("event__home_sector", "photo")

    event = models.OneToOneField(
        "events.Event",
        models.PROTECT,
        related_name="page",
        verbose_name="evenement",
        help_text="Datum, plaats, prijs en aantallen komen hiervandaan.",
    )
    slogan = models.CharField(
        "slogan",
        max_length=60,
        blank=True,
        help_text="De grote kop. Leeg: de titel van de pagina.",
    )
    lead = models.TextField("inleiding", max_length=400)
    intro = RichTextField(
        "vervolg", blank=True, features=["bold", "italic", "link", "ul"]
    )
    day_note = models.CharField(
        "bij de tijd",
        max_length=60,
        blank=True,
        help_text="Bijvoorbeeld: daarna borrel.",
    )
    venue_note = models.CharField(
        "bij de locatie",
        max_length=60,
        blank=True,
        help_text="Bijvoorbeeld: 6 minuten lopen van het station.",
    )
    audience_note = models.CharField(
        "voor wie",
        max_length=80,
        blank=True,
        help_text="Bijvoorbeeld: teamleiders, planners, nieuwkomers.",
    )
    photo = models.ForeignKey(
        "home.Photo",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="foto",
    )
    programme = StreamField(
        [("part", PartBlock())], blank=True, verbose_name="programma"
    )
    questions = StreamField(
        [("question", QuestionBlock())], blank=True, verbose_name="goed om te weten"
    )
    accessibility = StreamField(
        [("item", AccessBlock())], blank=True, verbose_name="toegankelijkheid"
    )

    objects = PageManager.from_queryset(EventPageQuerySet)()

    base_form_class = EventPageForm
    content_panels = [
        *BasePage.content_panels,
        "event",
        "slogan",
        "lead",
        "intro",
        MultiFieldPanel(
            [
                FieldPanel("day_note"),
                FieldPanel("venue_note"),
                FieldPanel("audience_note"),
            ],
            heading="Kleine regels in de kop",
        ),
        "photo",
        "programme",
        "questions",
        "accessibility",
        InlineRows("jurors", heading="Jury", label="jurylid"),
    ]
    search_fields = [
        *Page.search_fields,
        *(
            field(name)
            for name in ("slogan", "lead", "intro", "programme", "questions")
            for field in (index.SearchField, index.AutocompleteField)
        ),
        index.RelatedFields(
            "event", [index.SearchField("city"), index.SearchField("venue")]
        ),
    ]

    class Meta:
        verbose_name = "evenementpagina"
        verbose_name_plural = "evenementpagina’s"

    @property
    def heading(self) -> str:
        """What stands large on the page."""
        return self.slogan or self.title

    @classmethod
    def teasers(cls, pks):
        pages = cls.objects.live().public().filter(pk__in=pks)
        return [
            Teaser(
                pk=page.pk,
                kind="evenement",
                title=page.title,
                lead=page.lead,
                line=page.when_and_where,
                url=page.url,
                photo=page.photo,
            )
            for page in pages.select_related("event", "photo")
        ]

    @property
    def when_and_where(self) -> str:
        event = self.event
        off = "gaat niet door" if event.called_off_at else ""
        said = [moment(event.starts_at), event.venue, event.city, off]
        return ", ".join(filter(None, said))

    @property
    def begins_at(self) -> datetime:
        return self.event.starts_at

    @property
    def calendar_entry(self) -> Entry:
        event = self.event
        is_off = event.called_off_at is not None
        return Entry(
            uid=uid_of("evenement", event.pk),
            stamped=event.called_off_at or self.first_published_at or event.starts_at,
            sequence=len(event.moves.all()) + is_off,
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            name=self.title,
            where=f"{event.venue}, {event.city}",
            note=self.canonical,
            is_off=is_off,
        )

    @classmethod
    def happens(cls) -> F:
        return F("event__city")

    @property
    def on_sale(self) -> bool:
        return self.event.sells_at(timezone.now())

    @property
    def places_left(self) -> int:
        """For everybody; only in a list, which knows the places that are taken."""
        kept = self.places_kept
        return max(0, self.event.capacity - self.places_taken - kept)

    def permissions_for_user(self, user):
        return EventPagePermissions(user, self)

    @cached_property
    def sale(self) -> Sale:
        """What can be bought at this moment."""
        now = timezone.now()
        tickets = BY_TYPE.of(event=self.event.pk, now=now)
        prefetch_related_objects(tickets, all_tiers())
        apart = max((ticket.apart for ticket in tickets), default=0)
        claims = claims_on(self.event, now)
        room = Room(
            {ticket.pk: ticket.taken for ticket in tickets},
            kept=claims.kept,
            coded=apart - sum(ticket.coded for ticket in tickets),
            put_back={ticket.pk: ticket.put_back for ticket in tickets},
            is_waited_for=is_waited_for(self.event, claims, now),
        )
        return sale_of(self.event, tickets, room, now)

    def parts(self) -> list[dict]:
        """The programme, as its component takes it."""
        return [
            {
                "starts_at": part.value["time"],
                "title": part.value["title"],
                "text": part.value["text"],
            }
            for part in self.programme
        ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        # in a preview they may not have been saved yet
        is_preview = getattr(request, "is_preview", False)
        jurors = list(self.jurors.all()) if is_preview else jury_of(self.pk)
        bring_renditions([self.photo, *(juror.person.photo for juror in jurors)])
        limit = self.event.age_limit
        return {
            **context,
            "event": self.event,
            "sale": self.sale,
            "jury": as_jury(jurors),
            "takes_changes": self.event.takes_changes_at(timezone.now()),
            "born_from": oldest_birthday(self.event),
            "ages": {"young": limit - 4, "old": limit + 24},
            "last_day": timezone.localdate(self.event.ends_at - timedelta(seconds=1)),
        }

    def json_ld(self) -> dict:
        return structured_data.of_event(
            self, organiser=settings.SITE_NAME, site_url=settings.SITE_URL
        )
