"""The points that can be read, for search engines."""

from django.contrib.sitemaps import Sitemap

from community.points.models import Point


class PointsSitemap(Sitemap):
    """Of a hidden one a line stays on its page, but nobody has to find that."""

    def items(self):
        return Point.objects.listed().filter(state=Point.State.SHOWN).order_by("pk")
