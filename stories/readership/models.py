"""A number beside a story."""

from django.db import models


class Readership(models.Model):
    """Apart from the story: publishing an older version may not set it back."""

    story = models.OneToOneField(
        "stories.StoryPage", models.CASCADE, related_name="readership"
    )
    number = models.PositiveIntegerField("geopend", default=0)

    class Meta:
        verbose_name = "hoe vaak een verhaal geopend is"
        verbose_name_plural = "hoe vaak verhalen geopend zijn"

    def __str__(self):
        return f"{self.number} keer geopend"
