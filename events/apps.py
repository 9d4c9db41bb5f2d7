"""How Django sees this app."""

from importlib import import_module

from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = "Evenementen"

    def ready(self):
        """Checks, mails and terms of keeping register themselves, once models exist."""
        import_module("events.payments.checks")
        import_module("events.cancellations.mail")
        import_module("events.guests.mail")
        import_module("events.ledger.mail")
        import_module("events.my_links.mail")
        import_module("events.organiser.messages.mail")
        import_module("events.organiser.moving.mail")
        import_module("events.pages.known_jurors")
        import_module("events.payments.mail")
        import_module("events.resales.mail")
        import_module("events.waiting_list.mail")
        import_module("events.guests.retention")
        import_module("events.my_links.retention")
        import_module("events.payments.retention")
        import_module("events.waiting_list.retention")
        import_module("events.organiser.retention")
