"""`manage.py forget_people`: delete what is past its term; once a day."""

import logging
from collections.abc import Iterable
from datetime import datetime

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from home.privacy.keepers import Keeper, keepers

logger = logging.getLogger(__name__)


def run(those: Iterable[Keeper], *, now: datetime) -> tuple[int, list[str]]:
    """Ask every one, whatever became of the one before: rows, and which ones failed."""
    count, failed = 0, []
    for keeper in those:
        try:
            count += keeper.forget(now=now)
        except Exception:  # what one cannot forget, the others still do
            name = getattr(keeper.forget, "__module__", "")
            logger.exception("forget_people: %s failed", name)
            failed.append(name)
    return count, failed


class Command(BaseCommand):
    """Every feature says how long it keeps what; this only asks each of them."""

    help = "Wist persoonsgegevens waarvan de termijn voorbij is."

    def handle(self, *args, **options):
        # from the top down: a reader goes after what hung on them
        count, failed = run(reversed(keepers()), now=timezone.now())
        self.stdout.write(f"Gewist of leeggemaakt: {count} rijen.")
        if failed:
            raise CommandError(f"Niet gelukt: {', '.join(failed)}.")
