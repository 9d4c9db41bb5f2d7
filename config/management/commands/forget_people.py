"""`manage.py forget_people`: delete what is past its term; once a day."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from home.privacy.keepers import keepers


class Command(BaseCommand):
    """Every feature says how long it keeps what; this only asks each of them."""

    help = "Wist persoonsgegevens waarvan de termijn voorbij is."

    def handle(self, *args, **options):
        now = timezone.now()
        count = sum(keeper.forget(now=now) for keeper in keepers())
        self.stdout.write(f"Gewist of leeggemaakt: {count} rijen.")
