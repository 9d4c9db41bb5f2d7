"""The newest stories as RSS."""

from datetime import datetime, time

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils import timezone

from stories.pages.cards import as_cards
from stories.pages.story_page import cards

NEWEST = 30


class StoryFeed(Feed):
    """Title, lead, author and theme; the story itself is read on the site."""

    title = f"{settings.SITE_NAME}: verhalen"
    link = "/verhalen/"
    description = "Verhalen uit klantcontact, de nieuwste eerst."
    language = "nl"

    def items(self):
        return as_cards(cards()[:NEWEST])

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return item.lead

    def item_link(self, item):
        return item.full_url

    def item_author_name(self, item):
        return item.byline

    def item_pubdate(self, item):
        return timezone.make_aware(datetime.combine(item.date, time()))

    def item_updateddate(self, item):
        return item.last_published_at

    def item_categories(self, item):
        return [*filter(None, [item.theme]), item.label]
