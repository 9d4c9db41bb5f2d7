"""A selection that was handed on: a copy, as it was at that moment."""

from secrets import token_urlsafe

from django.conf import settings
from django.db import models

from stories.reading_list.rules import LONGEST_NOTE


def new_token() -> str:
    return token_urlsafe(16)


class SharedList(models.Model):
    """Frozen: whoever has the link reads what was meant, whatever happens later.

    It knows nobody: not who made it, and not who reads it."""

    token = models.CharField(max_length=32, unique=True, default=new_token)
    made_at = models.DateTimeField(db_index=True)  # what is old is deleted daily

    class Meta:
        verbose_name = "gedeelde selectie"
        verbose_name_plural = "gedeelde selecties"

    def __str__(self):
        return f"selectie van {self.made_at:%d-%m-%Y}"


class SharedStory(models.Model):
    """One story in it; gone when the story is."""

    shared = models.ForeignKey(SharedList, models.CASCADE, related_name="stories")
    story = models.ForeignKey("stories.StoryPage", models.CASCADE, related_name="+")
    note = models.CharField(max_length=LONGEST_NOTE, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = "verhaal in een gedeelde selectie"
        verbose_name_plural = "verhalen in een gedeelde selectie"
        constraints = [
            models.UniqueConstraint(
                name="shared_story_once", fields=["shared", "story"]
            )
        ]

    def __str__(self):
        return self.note or str(self.story_id)


class OwnList(models.Model):
    """The selection of who has an account, for their other browsers."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="reading_list",
        verbose_name="account",
    )
    entries = models.JSONField("verhalen en notities", default=list)

    class Meta:
        verbose_name = "selectie van een account"
        verbose_name_plural = "selecties van accounts"

    def __str__(self):
        return f"selectie van account {self.user_id}"
