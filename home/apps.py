"""How Django sees this app."""

from importlib import import_module

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = "Basis"

    def ready(self):
        """Mails and terms of keeping register themselves; models must exist before."""
        import_module("home.contact.mail")
        import_module("home.contact.retention")
        import_module("home.readers.mail")
        import_module("home.readers.retention")
