"""A session: when, where and about what; and its seats."""

from django.db import models
from django.db.models import F, Q

from community.sessions.planning.phases import Phase, phase_of


class Session(models.Model):
    """What has a moment and a number of seats; its page tells about it.

    Going back to an old text must not move a date (docs/decisions/0003)."""

    class Format(models.TextChoices):
        CAMPFIRE = "kampvuur", "kampvuur"
        WORK = "werksessie", "werksessie"
        LEARN = "kennissessie", "kennissessie"

    class Form(models.TextChoices):
        ONLINE = "online", "online"
        THERE = "op-locatie", "op locatie"
        BOTH = "beide", "op locatie en online"

    class Mode(models.TextChoices):
        """How a decision is made; said before people speak."""

        CONSENT = (
            "consent",
            "consent: het gaat door zonder zwaar bezwaar",
        )
        VOTE = "stemming", "stemming: de meeste stemmen gelden"
        ONE = "een", "één persoon beslist, na het luisteren"
        NONE = "ophalen", "alleen ophalen: hier wordt niets besloten"

    group = models.ForeignKey(
        "community.WorkingGroupPage",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sessions",
        verbose_name="werkgroep",
    )
    format = models.CharField(
        "soort", max_length=12, choices=Format, default=Format.WORK
    )
    form = models.CharField("vorm", max_length=10, choices=Form, default=Form.ONLINE)
    starts_at = models.DateTimeField("begint")
    ends_at = models.DateTimeField("eindigt")
    place = models.CharField("plaats", max_length=160, blank=True)
    link = models.URLField("link voor wie meedoet", max_length=500, blank=True)
    roles = models.ManyToManyField(
        "home.Role", blank=True, related_name="+", verbose_name="vooral voor"
    )
    starts_from = models.ManyToManyField(
        "community.Question",
        blank=True,
        related_name="sessions",
        verbose_name="begint bij",
    )
    question = models.CharField("het ene thema", max_length=200, blank=True)
    mode = models.CharField(
        "zo besluiten we", max_length=10, choices=Mode, blank=True, default=""
    )
    decider = models.CharField("wie besluit", max_length=120, blank=True)
    takes_questions = models.BooleanField("vragen van kijkers", default=False)
    screened = models.BooleanField("vragen eerst langs de buzzmaster", default=False)
    called_off_at = models.DateTimeField("gaat niet door sinds", null=True, blank=True)
    called_off_why = models.CharField("waarom niet", max_length=300, blank=True)
    moves = models.PositiveSmallIntegerField("keren verzet", default=0)
    version = models.PositiveBigIntegerField("stand van de vragen", default=0)
    # what may be told of who came, once the registrations are gone
    table = models.JSONField("wie er zaten", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "bijeenkomst"
        verbose_name_plural = "bijeenkomsten"
        constraints = [
            models.CheckConstraint(
                name="session_ends_after_it_begins",
                condition=Q(ends_at__gt=F("starts_at")),
            ),
            models.CheckConstraint(
                name="session_somewhere",
                condition=Q(form="online") | ~Q(place=""),
            ),
            models.CheckConstraint(
                name="session_campfire_has_one_theme_and_says_who_decides",
                condition=~Q(format="kampvuur")
                | (~Q(question="") & ~Q(mode="") & ~Q(decider="")),
            ),
            models.CheckConstraint(
                name="session_called_off_for_a_reason",
                condition=Q(called_off_at=None, called_off_why="")
                | (Q(called_off_at__isnull=False) & ~Q(called_off_why="")),
            ),
        ]
        indexes = [models.Index(name="session_by_moment", fields=["starts_at"])]

    def __str__(self):
        page = getattr(self, "page", None)
        return page.title if page else f"bijeenkomst {self.pk}"

    @property
    def is_campfire(self) -> bool:
        return self.format == self.Format.CAMPFIRE

    @property
    def is_online(self) -> bool:
        return self.form != self.Form.THERE

    @property
    def where(self) -> str:
        """In a few words, without the link."""
        online = "online" if self.is_online else ""
        return " en ".join(filter(None, [self.place, online]))

    def phase(self, now) -> Phase:
        off = self.called_off_at is not None
        return phase_of(self.starts_at, self.ends_at, now=now, is_off=off)


class SeatQuerySet(models.QuerySet):
    """Each method finishes the sentence `the seats …`."""

    def free(self):
        return self.filter(registration=None)


class Seat(models.Model):
    """Room for one. Who has none is not in: the database cannot oversell (0004)."""

    session = models.ForeignKey(
        Session, models.CASCADE, related_name="seats", verbose_name="bijeenkomst"
    )
    number = models.PositiveSmallIntegerField("nummer")

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = "stoel"
        verbose_name_plural = "stoelen"
        constraints = [
            models.UniqueConstraint(name="seat_once", fields=["session", "number"]),
            models.CheckConstraint(
                name="seat_counts_from_one", condition=Q(number__gte=1)
            ),
        ]

    def __str__(self):
        return f"stoel {self.number}"
