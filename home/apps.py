"""How Django sees this app."""

from importlib import import_module

from django.apps import AppConfig
from django.conf import settings
from django.db.backends.signals import connection_created

from home.page_cache.generation import watch


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = "Basis"

    def ready(self):
        if settings.WATCH_PAGES:
            connection_created.connect(watch)
        """Mails and terms of keeping register themselves; models must exist before."""
        import_module("home.contact.mail")
        import_module("home.contact.retention")
        import_module("home.page_cache.checks")
        import_module("home.readers.mail")
        import_module("home.readers.retention")
