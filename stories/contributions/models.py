"""A piece on its way, the talk about it, who writes along, and what they earned."""

import secrets

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.text import slugify
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from home.pages.photo import Photo
from home.readers.models import new_token
from stories.pages.credits import Credit
from stories.pages.kinds import Kind

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that looks like another


class Contribution(models.Model):
    """What somebody proposes, writes and hands in, by a link of their own."""

    class Status(models.TextChoices):
        ASKED = "asked", "nog niet bevestigd"
        DRAFT = "draft", "concept"
        HANDED_IN = "in", "ingeleverd"
        QUESTION = "question", "vraag aan de schrijver"
        MADE = "made", "in behandeling"
        PUBLISHED = "published", "geplaatst"
        DECLINED = "declined", "niet geplaatst"

    WRITING = [Status.DRAFT, Status.QUESTION]  # it is the writer's turn
    KINDS = [Kind.COLUMN, Kind.PRACTICE, Kind.INTERVIEW, Kind.PORTRAIT, Kind.REPORT]

    reader = models.ForeignKey(
        "home.Reader",
        models.CASCADE,
        related_name="contributions",
        verbose_name="lezer",
    )
    token = models.CharField("sleutel", max_length=64, unique=True, default=new_token)
    status = models.CharField(
        "stand", max_length=9, choices=Status, default=Status.ASKED, db_index=True
    )
    name = models.CharField("naam", max_length=80)
    function = models.CharField("functie", max_length=120, blank=True)
    title = models.CharField("titel", max_length=120)
    kind = models.CharField("soort", max_length=20, choices=Kind, default=Kind.COLUMN)
    plan = models.TextField("voorstel", max_length=400)
    text = models.TextField("tekst", max_length=40_000, blank=True)
    answer = models.TextField("wat erbij gezegd wordt", max_length=3000, blank=True)
    asked_at = models.DateTimeField("voorgesteld op")
    saved_at = models.DateTimeField("bewaard op", db_index=True)
    handed_in_at = models.DateTimeField("ingeleverd op", null=True, blank=True)
    story = models.OneToOneField(
        "stories.StoryPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="contribution",
        verbose_name="verhaal",
    )

    class Meta:
        verbose_name = "bijdrage"
        verbose_name_plural = "bijdragen"
        constraints = [
            models.CheckConstraint(
                name="contribution_handed_in_with_words",
                condition=Q(status__in=["asked", "draft", "declined"])
                | (Q(handed_in_at__isnull=False) & ~Q(text="")),
            )
        ]

    def __str__(self):
        return self.title

    @property
    def is_writing(self) -> bool:
        return self.status in self.WRITING


class Note(models.Model):
    """A word of an editor to the writer, or back."""

    contribution = models.ForeignKey(
        Contribution, models.CASCADE, related_name="notes", verbose_name="bijdrage"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="door",
    )
    from_editor = models.BooleanField("van de redactie")
    text = models.TextField("bericht", max_length=3000)
    at = models.DateTimeField("op")

    class Meta:
        verbose_name = "bericht over een bijdrage"
        verbose_name_plural = "berichten over bijdragen"

    def __str__(self):
        return f"bericht {self.pk}"


def where_nobody_looks(_photo: "SentPhoto", name: str) -> str:
    """A folder that no page names: an editor and its writer have the address."""
    return f"sent_images/{secrets.token_hex(16)}/{slugged(name)}"


def slugged(name: str) -> str:
    """Nothing of a name but what every file system takes, and its kind."""
    stem, _, kind = name.rpartition(".")
    return f"{slugify(stem)[:60] or 'foto'}.{kind.lower()}"


class SentPhoto(models.Model):
    """Goes with a piece until an editor makes a story of it; then it is a `Photo`."""

    RIGHTS = [Photo.Rights.OWN, Photo.Rights.PERMISSION]

    contribution = models.ForeignKey(
        Contribution, models.CASCADE, related_name="photos", verbose_name="bijdrage"
    )
    file = models.FileField("foto", upload_to=where_nobody_looks)
    credit = models.CharField("beeld", max_length=120)
    note = models.CharField("noot", max_length=255, blank=True)
    rights = models.CharField("gebruiksrecht", max_length=20, choices=Photo.Rights)

    class Meta:
        verbose_name = "ingestuurde foto"
        verbose_name_plural = "ingestuurde foto’s"

    def __str__(self):
        return str(self.file).rpartition("/")[2]


class ContributorQuerySet(models.QuerySet):
    """Each method finishes the sentence `the contributors …`."""

    def with_figures(self):
        """How many pieces of theirs are to be read, and how many rounds they earned."""
        written = Credit.objects.filter(
            person=OuterRef("person"), part=Credit.Part.TEXT, story__live=True
        )
        earned = Reward.objects.filter(person=OuterRef("person"))
        return self.annotate(
            pieces=_number(written.values("person"), Count("story", distinct=True)),
            rounds=_number(earned.values("person"), Count("pk")),
        )


def _number(rows: models.QuerySet, count: Count) -> Coalesce:
    counted = rows.order_by().annotate(number=count).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


class Contributor(models.Model):
    """The person under whose name a reader writes."""

    person = models.OneToOneField(
        "home.Person",
        models.CASCADE,
        related_name="contributor",
        verbose_name="persoon",
    )
    reader = models.OneToOneField(
        "home.Reader",
        models.CASCADE,
        related_name="contributor",
        verbose_name="lezer",
    )

    objects = ContributorQuerySet.as_manager()

    class Meta:
        verbose_name = "schrijver"
        verbose_name_plural = "schrijvers"

    def __str__(self):
        return str(self.person)


def new_code() -> str:
    """To be read aloud: "ENG-7KQ2-M9XD"."""
    letters = [secrets.choice(LETTERS) for _ in range(8)]
    return f"ENG-{''.join(letters[:4])}-{''.join(letters[4:])}"


class Reward(models.Model):
    """Earned once per person and round, and never taken back; in the words of then."""

    person = models.ForeignKey(
        "home.Person",
        models.CASCADE,
        related_name="rewards",
        verbose_name="persoon",
    )
    round = models.PositiveSmallIntegerField("ronde")
    level = models.CharField("niveau", max_length=40)
    what = models.CharField("beloning", max_length=120)
    value = models.DecimalField("waarde", max_digits=7, decimal_places=2)
    code = models.CharField("code", max_length=20, unique=True, default=new_code)
    earned_at = models.DateTimeField("verdiend op")
    valid_until = models.DateField("geldig tot en met")
    redeemed_at = models.DateTimeField("ingewisseld op", null=True, blank=True)

    class Meta:
        verbose_name = "beloning"
        verbose_name_plural = "beloningen"
        constraints = [
            models.UniqueConstraint(
                name="reward_once_per_round", fields=["person", "round"]
            ),
            models.CheckConstraint(
                name="reward_redeemed_after_it_was_earned",
                condition=Q(redeemed_at=None) | Q(redeemed_at__gte=F("earned_at")),
            ),
        ]

    def __str__(self):
        return self.code


@register_setting(icon="pick")
class ContributorSettings(BaseGenericSetting):
    """The programme; what was earned keeps the words and the value of that day."""

    pieces = models.PositiveSmallIntegerField(
        "aantal stukken", default=3, validators=[MinValueValidator(1)]
    )
    level = models.CharField("niveau", max_length=40, default="Pro")
    reward = models.CharField(
        "beloning", max_length=120, default="een gratis pro-abonnement"
    )
    value = models.DecimalField(
        "ter waarde van", max_digits=7, decimal_places=2, default=200
    )
    months = models.PositiveSmallIntegerField(
        "maanden geldig", default=12, validators=[MinValueValidator(1)]
    )

    class Meta:
        verbose_name = "schrijf mee: de beloning"
        constraints = [
            models.CheckConstraint(
                name="contributor_settings_at_least_one",
                condition=Q(pieces__gte=1, months__gte=1),
            )
        ]

    def __str__(self):
        return self.reward
