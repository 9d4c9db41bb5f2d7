"""The newest stories as RSS and as Atom: all, of a theme, a topic or an author."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape

from home.models import Person
from home.page_cache.middleware import A_MINUTE, keep_for
from stories.models import Theme
from stories.pages.cards import as_cards
from stories.pages.story_page import by_person, cards
from stories.topics.told import told

NEWEST = 30
NOT_IN_XML = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
)  # as slides have between lines


class _WithPictures(SyndicationFeed):
    """Media RSS, which readers of both kinds know."""

    def root_attributes(self):
        media = {"xmlns:media": "http://search.yahoo.com/mrss/"}
        return super().root_attributes() | media

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if picture := item["picture"]:
            size = {"width": str(picture.width), "height": str(picture.height)}
            address = {"url": settings.SITE_URL + picture.url, "type": "image/jpeg"}
            about = {"medium": "image", **address, **size}
            handler.addQuickElement("media:content", "", about)


class Rss(_WithPictures, Rss201rev2Feed):
    """For most readers."""


class Atom(_WithPictures, Atom1Feed):
    """For the others."""


@dataclass(frozen=True)
class Channel:
    """What somebody follows."""

    title: str
    link: str
    description: str
    stories: QuerySet


def all_stories() -> Channel:
    about = "Verhalen uit klantcontact, de nieuwste eerst."
    return Channel("verhalen", "/verhalen/", about, cards())


def of_theme(slug: str) -> Channel:
    theme = get_object_or_404(Theme, slug=slug)
    stories = cards().filter(theme=theme)
    return Channel(theme.name, f"/verhalen/?thema={slug}", theme.line, stories)


def of_topic(slug: str) -> Channel:
    topic = get_object_or_404(told(), slug=slug)
    about = f"Verhalen over {topic.name}, de nieuwste eerst."
    stories = cards().filter(topics=topic.pk)
    return Channel(topic.name, reverse("topic", args=[slug]), about, stories)


def of_author(slug: str) -> Channel:
    author = get_object_or_404(Person.objects.known(), slug=slug)
    about = f"Waar {author.name} aan meewerkte, het nieuwste eerst."
    return Channel(author.name, author.get_absolute_url(), about, by_person(author))


def in_xml(text: str) -> str:
    """One sign that XML does not know would cost everybody the whole file."""
    return NOT_IN_XML.sub(" ", text)


class StoryFeed(Feed):
    """Title, lead, author, theme and photo; the story itself is read on the site."""

    language = "nl"

    def __init__(self, channel: Callable[..., Channel], feed_type=Rss):
        self.channel = channel
        self.feed_type = feed_type

    def __call__(self, request, *args, **kwargs):
        """A reader of feeds asks every hour, and has no cookie."""
        return keep_for(super().__call__(request, *args, **kwargs), A_MINUTE)

    def get_object(self, request, **which):
        return self.channel(**which)

    def title(self, channel):
        return in_xml(f"{settings.SITE_NAME}: {channel.title}")

    def link(self, channel):
        return channel.link

    def description(self, channel):
        return in_xml(channel.description)

    subtitle = description

    def items(self, channel):
        return as_cards(channel.stories[:NEWEST])

    def item_title(self, item):
        return in_xml(item.title)

    def item_description(self, item):
        """As HTML, which is what readers of feeds take it for."""
        return escape(in_xml(item.lead))

    def item_link(self, item):
        return item.full_url

    item_guid_is_permalink = False

    def item_guid(self, item):
        """Of the story and not of its address, which may change (RFC 4151)."""
        return f"tag:{urlsplit(settings.SITE_URL).hostname},2026:verhaal/{item.pk}"

    def item_author_name(self, item):
        return in_xml(item.byline)

    def item_pubdate(self, item):
        return timezone.make_aware(datetime.combine(item.date, time()))

    def item_updateddate(self, item):
        return item.last_published_at

    def item_categories(self, item):
        return [in_xml(each) for each in (item.theme, item.label) if each]

    def item_extra_kwargs(self, item):
        return {"picture": item.largest_picture}
