"""The pages of persons and organisations, for search engines."""

from django.contrib.sitemaps import Sitemap

from home.people.models import Organisation, Person


class PersonsSitemap(Sitemap):
    """Who has a page."""

    model: type[Person | Organisation] = Person

    def items(self):
        return self.model._default_manager.known().order_by("pk")


class OrganisationsSitemap(PersonsSitemap):
    model = Organisation
