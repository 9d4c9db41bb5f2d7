"""`manage.py forget_people`: delete what is past its term; once a day."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from events.guests import retention as guests
from events.my_links import retention as my_links
from events.payments import retention as payments
from events.waiting_list import retention as waiting_list
from home.contact import retention as contact

KEEPERS = [guests, my_links, payments, waiting_list, contact]


class Command(BaseCommand):
    """Every feature says how long it keeps what; this only asks each of them."""

    help = "Wist persoonsgegevens waarvan de termijn voorbij is."

    def handle(self, *args, **options):
        now = timezone.now()
        count = sum(keeper.forget(now=now) for keeper in KEEPERS)
        self.stdout.write(f"Gewist of leeggemaakt: {count} rijen.")
