"""`manage.py forget_second_factor NAME`: for who lost phone and recovery codes."""

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """Next time they make a new one, after a code by mail; be sure who asks for it."""

    help = "Verwijdert de tweede beveiliging van een account."

    def add_arguments(self, parser):
        parser.add_argument("naam", help="de gebruikersnaam in het CMS")

    def handle(self, *args, naam, **options):
        user = User.objects.filter(username=naam).first()
        if user is None:
            raise CommandError(f"Er is geen gebruiker ‘{naam}’.")
        count, _ = Authenticator.objects.filter(user=user).delete()
        self.stdout.write(f"{naam}: {count} verwijderd.")
