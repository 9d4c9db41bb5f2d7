"""`manage.py setup`: what must exist on every installation; safe to run again."""

from importlib import import_module

from django.core.management.base import BaseCommand
from django.db import transaction

FLOORS = ["home", "stories", "events", "community"]


class Command(BaseCommand):
    """Front page, fixed pages, groups and their permissions, lists to choose from."""

    help = "Maakt aan wat elke installatie nodig heeft; nog eens draaien kan altijd."

    @transaction.atomic
    def handle(self, *args, **options):
        for floor in FLOORS:
            import_module(f"{floor}.foundations").lay()
        self.stdout.write(
            "Klaar: de voorpagina, de vaste pagina’s en de groepen staan."
        )
