"""What stories are about: three themes, and the topics under them."""

from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.search import index

from home.pages.references import Shelf, rows_of
from home.search.folding import Folded
from home.statements import Blank
from stories.pages import structured_data

TOPIC = "topic"


class Theme(models.Model):
    """Kwaliteit, Imago or Mens; its slug is the colour of everything inside."""

    name = models.CharField("naam", max_length=60, unique=True)
    slug = models.SlugField("adres", max_length=60, unique=True)
    line = models.CharField(
        "zin",
        max_length=160,
        blank=True,
        help_text="Waar het thema over gaat, in één zin.",
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "thema"
        verbose_name_plural = "thema’s"
        ordering = ["position", "name"]  # the order of every list to choose from

    def __str__(self):
        return self.name


class Topic(Folded, TagBase):
    """A tag that only an editor in chief may add, so that the list stays short."""

    free_tagging = False

    theme = models.ForeignKey(
        Theme, models.PROTECT, related_name="topics", verbose_name="thema"
    )

    search_fields = [index.AutocompleteField("name"), index.FilterField("id")]

    class Meta:
        verbose_name = "onderwerp"
        verbose_name_plural = "onderwerpen"
        ordering = ["name"]  # the order of every list to choose from

    def get_absolute_url(self):
        return reverse("topic", args=[self.slug])

    def json_ld(self) -> dict:
        return structured_data.of_list(self.name, self.get_absolute_url())


class WithTopics(models.Manager):
    """The form of a story asks each of them for its topic."""

    def get_queryset(self):
        return super().get_queryset().select_related("tag")


class StoryTopic(ItemBase):
    """That a story is about a topic."""

    tag = models.ForeignKey(Topic, models.CASCADE, related_name="story_topics")
    content_object = ParentalKey(
        "stories.StoryPage", on_delete=models.CASCADE, related_name="story_topics"
    )

    objects = WithTopics()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="story_topic_once", fields=["content_object", "tag"]
            )
        ]


def topic_rows() -> models.QuerySet:
    """What a story is about, as rows that come along with what its text refers to."""
    story = Blank("story", models.BigIntegerField())
    about = StoryTopic.objects.filter(content_object=story)
    return rows_of(about, TOPIC, "tag__name", "tag__slug")


def topics_on(shelf: Shelf) -> list[Topic]:
    """In the order in which they were chosen."""
    return [
        Topic(name=found.name, slug=found.more)
        for (kind, _), found in sorted(shelf.items())
        if kind == TOPIC
    ]
