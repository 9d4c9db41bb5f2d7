"""`manage.py demo`: fill the site with believable content; safe to run again."""

from datetime import datetime

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from config.demo import bank, logins
from config.demo.loaders import (
    asked,
    community,
    contributions,
    events,
    found,
    home,
    members,
    newsletter,
    orders,
    reactions,
    sessions,
    stories,
)
from config.demo.members import LOGS_IN
from home.pages.pictures import make_missing

REFUSAL = (
    "Dit maakt logins met een wachtwoord dat iedereen kent. Weet je het zeker, "
    "zet er dan --ook-in-productie achter."
)


class Command(BaseCommand):
    """What is there already stays as it is, also when somebody changed it."""

    help = "Laadt de voorbeeldinhoud; wat er al staat, blijft zoals het is."

    def add_arguments(self, parser):
        parser.add_argument(
            "--ook-in-productie",
            action="store_true",
            help="ook als DEBUG uit staat; de wachtwoorden zijn bekend",
        )
        parser.add_argument(
            "--ook-formaten",
            action="store_true",
            help="maak ook de formaten van de foto’s, of `tick` doet het later",
        )

    def handle(self, *args, **options):
        if not settings.DEBUG and not options["ook_in_productie"]:
            raise CommandError(REFUSAL)
        call_command("setup", stdout=self.stdout)
        with transaction.atomic():
            added = load(timezone.now())
        if options["ook_formaten"]:
            make_missing(now=timezone.now())
        for what, number in added.items():
            self.stdout.write(f"  {what}: {number or 'niets'} erbij")
        self.stdout.write("Inloggen in het CMS kan zo:")
        for login in logins.LOGINS:
            self.stdout.write(f"  {login.name:<20}{login.password}")
        self.stdout.write(f"Op de site logt een lid in met {LOGS_IN[0]} en een code.")


def load(now: datetime) -> dict[str, int]:
    """From the ground floor up; what is told refers to days that are fixed first."""
    added = home.load() | logins.load() | events.load(now) | community.load(now)
    words = events.words_of_the_days() | community.words_of_the_outcomes()
    added |= stories.load(words, now) | events.load_pages(words)
    added |= newsletter.load(now) | reactions.load(now)
    added |= contributions.load(now) | found.load(now) | asked.load(now)
    added |= sessions.load(now)  # some start from a question, some became a point
    added |= members.load(now)
    if bank.is_fake():
        added |= orders.load(now)
    return added
