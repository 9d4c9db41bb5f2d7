"""`manage.py reconcile`: compare Stripe's books with ours, now."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from events.ledger.matters import matters, waiting
from events.ledger.services import reconcile

MOST = 100  # on one screen


class Command(BaseCommand):
    """Runs by itself every hour, in `tick`; by hand after an outage or a restore."""

    help = "Vergelijkt de boeken van Stripe met die van ons, en herstelt wat er miste."

    def handle(self, *args, **options):
        now = timezone.now()
        check = reconcile(now=now)
        if check.finished_at is None:
            raise CommandError(f"Stripe antwoordde niet goed: {check.trouble}.")
        for matter in matters(now=now, most=MOST):
            order = f", bestelling {matter.order.reference}" if matter.order else ""
            self.stdout.write(f"{matter.what}: {matter.amount}{order}. {matter.why}")
        if number := waiting(now=now).count():
            self.stdout.write(f"Samen {number}; beslis bij Geld in het CMS.")
        else:
            self.stdout.write("Alles klopt.")
