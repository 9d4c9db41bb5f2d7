"""How Django sees this app."""

from importlib import import_module

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = "Basis"

    def ready(self):
        import_module("home.contact.mail")  # registers its mails
