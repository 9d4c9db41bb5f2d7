"""`manage.py tick`: what must happen every minute; the row says what is still due."""

import fcntl
import logging
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from community.follow_up.services import ask_owners, seek_owners
from community.following.vacancies import tell_of_vacancies
from community.leading.services import end_rights
from community.sessions.registration.changes import (
    move_up_everywhere,
    remind_of_sessions,
)
from community.working_groups.telling import tell_leads
from events.cancellations.services import refund_resold
from events.guests.nudges import nudge
from events.guests.reminders import remind, tell_of_silence
from events.ledger.services import reconcile_when_due
from events.orders.services import free_lapsed_holds
from events.organiser.calling_off.services import carry_on_calling_off
from events.payments.refunds import follow_refunds, pay_owed_refunds
from events.payments.services import sweep
from events.resales.services import end_unsold
from events.vouchers.services import free_kept_places
from events.waiting_list.calling_off import end_lists
from events.waiting_list.services import offer_places
from home.mail.services import pay_owed_mail
from home.pages.pictures import make_missing
from home.pages.scheduled import hold_back
from home.pages.withholding import follow_consent
from stories.contributions.programme import honour_writers
from stories.newsletter.sending import send_issues
from stories.photos.services import remind_of_consent
from stories.readership.services import add_readings
from stories.review.services import tell_of_work

logger = logging.getLogger(__name__)


def publish_scheduled(*, now: datetime) -> None:
    """Pages whose hour has come go live; Wagtail looks at the clock itself."""
    hold_back(now=now)
    call_command("publish_scheduled", verbosity=0)


# Payments before places: a hold that turns out to be paid is a sale, not a free place.
# Mail comes last, so that what the others owe goes out in the same minute; only what
# goes to thousands comes after it.
STEPS: list[Callable[..., object]] = [
    sweep,
    carry_on_calling_off,
    refund_resold,
    pay_owed_refunds,
    follow_refunds,
    free_lapsed_holds,
    free_kept_places,
    end_lists,
    end_unsold,
    offer_places,
    reconcile_when_due,
    follow_consent,
    make_missing,
    publish_scheduled,
    honour_writers,
    remind,
    tell_of_silence,
    nudge,
    remind_of_consent,
    tell_of_work,
    add_readings,
    end_rights,
    tell_leads,
    tell_of_vacancies,
    ask_owners,
    seek_owners,
    move_up_everywhere,
    remind_of_sessions,
    pay_owed_mail,
    send_issues,
]


def run(steps: list[Callable[..., object]], *, now: datetime) -> list[str]:
    """Take every step, whatever became of the one before; returns which ones failed."""
    failed = []
    for step in steps:
        try:
            step(now=now)
        except Exception:  # one broken step must not stop the mail
            logger.exception("tick: %s failed", step.__name__)
            failed.append(step.__name__)
    return failed


class Command(BaseCommand):
    """Every minute, by a timer; a second one at the same time steps aside."""

    help = "Doet wat elke minuut moet gebeuren: mail, betalingen, plaatsen, publiceren."

    def handle(self, *args, **options):
        settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
        with (settings.VAR_DIR / "tick.lock").open("w") as lock:
            try:
                # the system lets go of it when the process ends, however it ends
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self.stdout.write("De vorige ronde loopt nog; deze slaat over.")
                return
            if failed := run(STEPS, now=timezone.now()):
                raise CommandError(f"Niet gelukt: {', '.join(failed)}.")
