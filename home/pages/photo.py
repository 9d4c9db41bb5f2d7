"""A photo that knows who made it; its credit is printed wherever it is shown."""

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Photo(AbstractImage):
    """Credit and note live on the photo, so nobody can forget to print them."""

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

    admin_form_fields = (*Image.admin_form_fields, "credit", "note", "taken_on")

    class Meta(AbstractImage.Meta):
        verbose_name = "foto"
        verbose_name_plural = "foto’s"

    @property
    def default_alt_text(self):
        return self.description


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
