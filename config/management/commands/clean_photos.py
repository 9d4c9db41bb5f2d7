"""`manage.py clean_photos`: what a camera wrote goes from photos that came before."""

from django.core.management.base import BaseCommand

from home.models import Photo
from home.pages.originals import clean
from stories.models import SentPhoto


class Command(BaseCommand):
    """Once, after the upgrade that brought it; a second time there is nothing to do."""

    help = "Haalt uit oude foto’s wat de camera erin schreef: waar en wanneer."

    def handle(self, *args, **options):
        count = clean(Photo.objects.all()) + clean(SentPhoto.objects.all())
        self.stdout.write(f"Schoongemaakt: {count} foto’s.")
