"""A questionnaire, its questions, and what people answered."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from wagtail.search import index

from home.profiles.models import declared_under
from home.readers.models import new_token
from home.search.folding import Folded

LOWEST, HIGHEST = 1, 5  # of a scale
PLACES = 3  # of a top three


class QuestionnaireQuerySet(models.QuerySet):
    """Each method finishes the sentence `the questionnaires …`."""

    def published(self):
        return self.filter(published_at__isnull=False)

    def open_at(self, now: datetime):
        """Published, and this is the time to answer."""
        return self.published().filter(opens_at__lte=now, closes_at__gt=now)


class Questionnaire(Folded, models.Model):
    """What a group asks; from the first answer on, nothing of it changes."""

    class Audience(models.TextChoices):
        EVERYONE = "iedereen", "Iedereen"
        MEMBERS = "leden", "Alleen leden van de werkgroep"
        INVITED = "genodigden", "Alleen wie een uitnodiging krijgt"

    class Privacy(models.TextChoices):
        NAMED = "op-naam", "Op naam"
        CONFIDENTIAL = "vertrouwelijk", "Vertrouwelijk"
        ANONYMOUS = "anoniem", "Anoniem"

    class Results(models.TextChoices):
        AFTERWARDS = "na-sluiten", "Als de vragenlijst gesloten is"
        AT_ONCE = "meteen", "Meteen, ook als hij nog open is"
        NEVER = "niet", "Niet: alleen voor trekkers"

    group = models.ForeignKey(
        "community.WorkingGroupPage",
        models.PROTECT,  # what people answered is not thrown away with a page
        related_name="questionnaires",
        verbose_name="werkgroep",
    )
    title = models.CharField("titel", max_length=120)
    slug = models.SlugField("adres", max_length=120, unique=True)
    intro = models.TextField("inleiding", max_length=1000)
    thanks = models.TextField("dank", max_length=400, blank=True)
    opens_at = models.DateTimeField("open vanaf")
    closes_at = models.DateTimeField("open tot")
    audience = models.CharField(
        "wie mag meedoen", max_length=10, choices=Audience, default=Audience.EVERYONE
    )
    privacy = models.CharField(
        "antwoorden zijn", max_length=13, choices=Privacy, default=Privacy.CONFIDENTIAL
    )
    results = models.CharField(
        "resultaten", max_length=10, choices=Results, default=Results.AFTERWARDS
    )
    asks_role = models.BooleanField("vraag naar de rol in het vak", default=True)
    published_at = models.DateTimeField("gepubliceerd op", null=True, blank=True)
    made_at = models.DateTimeField("gemaakt op")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="gemaakt door",
    )

    objects = QuestionnaireQuerySet.as_manager()

    search_fields = [
        index.AutocompleteField("title"),
        index.AutocompleteField("intro"),
        index.FilterField("id"),
    ]

    class Meta:
        verbose_name = "vragenlijst"
        verbose_name_plural = "vragenlijsten"
        constraints = [
            models.CheckConstraint(
                name="questionnaire_opens_before_it_closes",
                condition=Q(opens_at__lt=F("closes_at")),
            ),
            # who watches the numbers while they come in sees what each one said
            models.CheckConstraint(
                name="questionnaire_anonymous_results_wait",
                condition=~Q(privacy="anoniem", results="meteen"),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("questionnaire", args=[self.slug])

    @property
    def is_anonymous(self) -> bool:
        return self.privacy == self.Privacy.ANONYMOUS

    @property
    def is_named(self) -> bool:
        return self.privacy == self.Privacy.NAMED

    @property
    def is_locked(self) -> bool:
        """Somebody began to answer, or it ranks points, which stand beside it."""
        return hasattr(self, "ranking") or self.responses.exists()

    def is_open(self, now: datetime) -> bool:
        return bool(self.published_at) and self.opens_at <= now < self.closes_at

    def is_closed(self, now: datetime) -> bool:
        return bool(self.published_at) and self.closes_at <= now

    def shows_results(self, now: datetime) -> bool:
        """To everybody."""
        if self.results == self.Results.AT_ONCE:
            return bool(self.published_at) and self.opens_at <= now
        return self.results == self.Results.AFTERWARDS and self.is_closed(now)

    def shows_lead(self, now: datetime) -> bool:
        """Of an anonymous one nobody sees numbers before all of them are in."""
        return not self.is_anonymous or self.is_closed(now)


class Question(models.Model):
    """One question; a choice has its options in rows of their own."""

    class Kind(models.TextChoices):
        OPEN = "open", "Open vraag"
        ONE = "een", "Eén keuze"
        SEVERAL = "meer", "Meer keuzes"
        SCALE = "schaal", "Schaal van 1 tot 5"
        TOP = "top-drie", "Top drie"

    CHOICES = [Kind.ONE, Kind.SEVERAL, Kind.TOP]

    questionnaire = models.ForeignKey(
        Questionnaire,
        models.CASCADE,
        related_name="questions",
        verbose_name="vragenlijst",
    )
    position = models.PositiveSmallIntegerField("volgorde")
    text = models.CharField("vraag", max_length=200)
    help = models.CharField("uitleg", max_length=300, blank=True)
    kind = models.CharField("soort", max_length=8, choices=Kind, default=Kind.OPEN)
    is_required = models.BooleanField("verplicht", default=False)
    is_public = models.BooleanField("resultaat openbaar", default=True)

    class Meta:
        verbose_name = "vraag"
        verbose_name_plural = "vragen"
        ordering = ["position", "pk"]

    def __str__(self):
        return self.text

    @property
    def name(self) -> str:
        """Of its field in a form."""
        return f"vraag-{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.kind == self.Kind.OPEN


class OptionManager(models.Manager):
    """With the point that it stands for in a ranking, which can be hidden by now."""

    def get_queryset(self):
        return super().get_queryset().select_related("ranked__point")


class Option(models.Model):
    """Something to choose; of a hidden point nobody reads the words."""

    question = models.ForeignKey(
        Question, models.CASCADE, related_name="options", verbose_name="vraag"
    )
    position = models.PositiveSmallIntegerField("volgorde")
    text = models.CharField("keuze", max_length=160)

    objects = OptionManager()

    class Meta:
        verbose_name = "keuze"
        verbose_name_plural = "keuzes"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="option_once_per_question", fields=["question", "text"]
            )
        ]

    def __str__(self):
        point = self.ranked.point if hasattr(self, "ranked") else None
        return self.text if point is None or point.is_shown else point.told


class ResponseQuerySet(models.QuerySet):
    """Each method finishes the sentence `the responses …`."""

    def sent(self):
        return self.filter(state=Response.State.SENT)


class Response(models.Model):
    """What one person answered; of an anonymous one nobody knows whose it is.

    Days and no moments: an hour and a minute would be found in the log of a server."""

    class State(models.TextChoices):
        DRAFT = "concept", "nog niet verstuurd"
        ASKED = "gevraagd", "wacht op bevestiging"
        SENT = "verstuurd", "verstuurd"

    questionnaire = models.ForeignKey(
        Questionnaire,
        models.CASCADE,
        related_name="responses",
        verbose_name="vragenlijst",
    )
    token = models.CharField("sleutel", max_length=64, unique=True, default=new_token)
    state = models.CharField(
        "stand", max_length=9, choices=State, default=State.DRAFT, db_index=True
    )
    is_anonymous = models.BooleanField("anoniem")  # as its questionnaire was then
    reader = models.ForeignKey(
        "home.Reader",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="responses",
        verbose_name="lezer",
    )
    name = models.CharField("naam", max_length=80, blank=True)
    role = models.ForeignKey(
        "home.Role",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="rol in het vak",
    )
    begun_on = models.DateField("begonnen op")
    sent_on = models.DateField("verstuurd op", null=True, blank=True)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        verbose_name = "ingevulde vragenlijst"
        verbose_name_plural = "ingevulde vragenlijsten"
        constraints = [
            models.CheckConstraint(
                name="response_anonymous_is_nobodys",
                condition=Q(is_anonymous=False) | Q(reader=None, name=""),
            ),
            models.CheckConstraint(
                name="response_sent_on_a_day",
                condition=Q(state="verstuurd", sent_on__isnull=False)
                | (~Q(state="verstuurd") & Q(sent_on=None)),
            ),
            models.UniqueConstraint(
                name="response_once_per_person",
                fields=["questionnaire", "reader"],
                condition=Q(state="verstuurd"),
            ),
        ]

    def __str__(self):
        return f"antwoorden {self.pk}"

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT


class AnswerQuerySet(models.QuerySet):
    """Each method finishes the sentence `the answers …`."""

    def with_interest(self, day):
        """What a member declares who answered by name, the name of their profile."""
        person = "response__reader__user__person"
        return self.annotate(interest=declared_under("response__name", person, day))


class Answer(models.Model):
    """Words, a number, or one option; of a top three each place is a row."""

    response = models.ForeignKey(
        Response, models.CASCADE, related_name="answers", verbose_name="ingevuld"
    )
    question = models.ForeignKey(
        Question, models.PROTECT, related_name="answers", verbose_name="vraag"
    )
    option = models.ForeignKey(
        Option,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name="keuze",
    )
    place = models.PositiveSmallIntegerField("plaats", null=True, blank=True)
    number = models.PositiveSmallIntegerField("cijfer", null=True, blank=True)
    text = models.TextField("tekst", max_length=2000, blank=True)
    # open answers only: read by a lead, and then to be read by everybody, or not
    is_read = models.BooleanField("gelezen", default=False)
    is_shown = models.BooleanField("openbaar", default=False)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        constraints = [
            models.CheckConstraint(
                name="answer_is_one_thing",
                condition=(
                    Q(option=None, place=None, number=None) & ~Q(text="")
                    | Q(option=None, place=None, text="", number__isnull=False)
                    | Q(option__isnull=False, number=None, text="")
                ),
            ),
            models.CheckConstraint(
                name="answer_within_bounds",
                condition=(
                    (Q(number=None) | Q(number__range=(LOWEST, HIGHEST)))
                    & (Q(place=None) | Q(place__range=(1, PLACES)))
                ),
            ),
            models.CheckConstraint(
                name="answer_shown_after_it_was_read",
                condition=Q(is_shown=False) | Q(is_read=True),
            ),
            models.UniqueConstraint(
                name="answer_once",
                fields=["response", "question"],
                condition=Q(option=None),
            ),
            models.UniqueConstraint(
                name="answer_once_per_option",
                fields=["response", "question", "option"],
            ),
            models.UniqueConstraint(
                name="answer_once_per_place", fields=["response", "question", "place"]
            ),
        ]

    def __str__(self):
        return f"antwoord {self.pk}"


class Invitation(models.Model):
    """Who may answer once, and whether they began; never which answers are theirs."""

    questionnaire = models.ForeignKey(
        Questionnaire,
        models.CASCADE,
        related_name="invitations",
        verbose_name="vragenlijst",
    )
    reader = models.ForeignKey(
        "home.Reader",
        models.CASCADE,
        related_name="invitations",
        verbose_name="lezer",
    )
    token = models.CharField("sleutel", max_length=64, unique=True, default=new_token)
    is_used = models.BooleanField("gebruikt", default=False)

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"
        constraints = [
            models.UniqueConstraint(
                name="invitation_once_per_person", fields=["questionnaire", "reader"]
            )
        ]

    def __str__(self):
        return f"uitnodiging {self.pk}"
