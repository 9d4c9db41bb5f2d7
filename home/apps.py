"""How Django sees this app."""

from importlib import import_module

from django.apps import AppConfig
from django.conf import settings
from django.db.backends.signals import connection_created

from home.page_cache.generation import TOLD, watch


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = "Basis"

    def ready(self):
        """Mails and terms of keeping register themselves; models must exist before."""
        if settings.PAGE_CACHE in TOLD:
            connection_created.connect(watch)
        import_module("home.contact.mail")
        import_module("home.contact.retention")
        import_module("home.page_cache.checks")
        import_module("home.pages.mail")
        import_module("home.readers.mail")
        import_module("home.readers.retention")
        import_module("home.accounts.made")
        import_module("home.accounts.mail")
        import_module("home.accounts.retention")
        import_module("home.claims.retention")
        import_module("home.profiles.retention")
        import_module("home.reaching.services")
        import_module("home.reaching.retention")
        import_module("home.following.mail")
        import_module("home.following.retention")
