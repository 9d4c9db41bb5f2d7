"""All that search engines may know, of every floor, under one address."""

from wagtail.contrib.sitemaps import Sitemap

from community.points.sitemaps import PointsSitemap
from home.people.sitemaps import OrganisationsSitemap, PersonsSitemap
from stories.models import StoryPage
from stories.sitemaps import StoriesSitemap, TopicsSitemap


class PagesSitemap(Sitemap):
    """Every page but the stories, which tell more."""

    def items(self):
        return super().items().not_exact_type(StoryPage)


SITEMAPS = {
    "pages": PagesSitemap,
    "stories": StoriesSitemap,
    "topics": TopicsSitemap,
    "persons": PersonsSitemap,
    "organisations": OrganisationsSitemap,
    "points": PointsSitemap,
}
