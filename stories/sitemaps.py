"""Stories for search engines: with their picture, and as news while they are."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.utils import timezone

from home.covers import social
from stories.feeds import in_xml
from stories.pages.cards import Card, as_cards
from stories.pages.story_page import cards
from stories.topics.told import told

NEWS_LASTS = timedelta(days=2)  # older news is refused by who reads it


class StoriesSitemap(Sitemap):
    """Cards, not pages: four queries, however many stories there are."""

    def items(self):
        """Those that are ours in the first place."""
        return cards().filter(source_url="")

    def get_urls(self, page=1, site=None, protocol=None):
        news_since = timezone.localdate() - NEWS_LASTS
        return [
            {
                "location": story.full_url,
                "lastmod": story.last_published_at,
                "pictures": [_picture(story)],
                "news": _news(story) if story.date >= news_since else None,
            }
            for story in as_cards(self.paginator.page(page).object_list)
        ]


class TopicsSitemap(Sitemap):
    """Topics of which something can be read."""

    def items(self):
        return told()


def _news(story: Card) -> dict:
    return {"date": story.date, "title": in_xml(story.title)}


def _picture(story: Card) -> str:
    """The photo, or else the cover that is drawn."""
    photo = story.largest_picture
    return settings.SITE_URL + (photo.url if photo else social.address(story))
