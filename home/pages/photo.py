"""A photo that knows who made it; its credit is printed wherever it is shown."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    ImageQuerySet,
    SourceImageIOError,
)


class PhotoQuerySet(ImageQuerySet):
    """Each method finishes the sentence `the photos …`."""

    def withheld(self, today: date):
        """Taken back, refused, or agreed to until a day that is over."""
        return self.filter(_may_not_be_shown(today))

    def shown(self, today: date):
        return self.exclude(_may_not_be_shown(today))

    def to_look_at(self, today: date, *, before: date):
        """Withheld, or soon; who ends first comes first."""
        ending = Q(consent_until__lte=before)
        those = self.filter(_may_not_be_shown(today) | ending)
        return those.order_by("consent_until", "pk")


def _may_not_be_shown(today: date) -> Q:
    """As `Photo.may_be_shown`, for rows."""
    is_over = Q(consent_until__isnull=False, consent_until__lt=today)
    return Q(withdrawn=True) | Q(consent=Photo.Consent.REFUSED) | is_over


class Photo(AbstractImage):
    """Credit and note live on the photo, so nobody can forget to print them."""

    class Rights(models.TextChoices):
        OWN = "own", "eigen beeld"
        PERMISSION = "permission", "met toestemming van de maker"
        LICENCE = "licence", "vrije licentie"
        PRESS = "press", "persfoto"

    class Consent(models.TextChoices):
        NOT_NEEDED = "not_needed", "niet nodig: niemand is te herkennen"
        GIVEN = "given", "ja"
        REFUSED = "refused", "nee"

    credit = models.CharField(
        "beeld",
        max_length=120,
        help_text="Wie maakte het beeld? Verschijnt overal als ‘Beeld: …’.",
    )
    note = models.CharField(
        "noot",
        max_length=255,
        blank=True,
        help_text="Bijvoorbeeld: deze foto is vóór de verhuizing genomen.",
    )
    taken_on = models.DateField("genomen op", null=True, blank=True)
    rights = models.CharField(
        "gebruiksrecht", max_length=20, choices=Rights, blank=True
    )
    rights_note = models.CharField(
        "toelichting",
        max_length=200,
        blank=True,
        help_text="Bijvoorbeeld: CC BY 4.0, of per mail van de maker op 3 november.",
    )
    consent = models.CharField(
        "toestemming van wie in beeld is", max_length=20, choices=Consent, blank=True
    )
    consent_until = models.DateField(
        "toestemming tot en met",
        null=True,
        blank=True,
        help_text="Daarna verdwijnt de foto vanzelf van alle pagina’s. Leeg: zonder "
        "einddatum.",
    )
    withdrawn = models.BooleanField(
        "teruggetrokken",
        default=False,
        help_text="Haalt de foto meteen van alle pagina’s. Weer uitzetten brengt hem "
        "terug.",
    )

    objects = PhotoQuerySet.as_manager()

    admin_form_fields = (
        *Image.admin_form_fields,
        *("credit", "note", "taken_on", "rights", "rights_note"),
        *("consent", "consent_until", "withdrawn"),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "foto"
        verbose_name_plural = "foto’s"

    @property
    def default_alt_text(self):
        return self.description

    def may_be_shown(self, today: date) -> bool:
        """Nobody took it back, refused, or agreed until a day that is over."""
        is_over = self.consent_until is not None and self.consent_until < today
        return not (self.withdrawn or is_over or self.consent == self.Consent.REFUSED)

    @property
    def is_withheld(self) -> bool:
        return not self.may_be_shown(timezone.localdate())

    def get_rendition(self, filter):  # noqa: A002  # as Wagtail calls it
        """None of what may not be shown: not for a page, nor in a list of the CMS."""
        if self.is_withheld:
            raise SourceImageIOError
        return super().get_rendition(filter)


class Rendition(AbstractRendition):
    """One size and format of a photo."""

    image = models.ForeignKey(Photo, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="rendition_once",
                fields=["image", "filter_spec", "focal_point_key"],
            )
        ]
