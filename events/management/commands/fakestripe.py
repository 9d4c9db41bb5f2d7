"""`manage.py fakestripe`: the fake Stripe for a development site, on loopback only."""

import threading
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from events.payments.fake_stripe import state
from events.payments.fake_stripe.core import FakeStripe
from events.payments.fake_stripe.server import NotLoopback, serve

WEBHOOK = "/tickets/stripe/"


class Command(BaseCommand):
    """Refuses wherever real money might be near."""

    help = "Serveert de nep-Stripe: de API, een betaalpagina en een bedieningspaneel."
    requires_system_checks = ()

    def add_arguments(self, parser):
        port = urlsplit(settings.STRIPE_API_BASE).port or 8001
        parser.add_argument("--host", default="127.0.0.1", help="alleen loopback")
        parser.add_argument("--port", type=int, default=port)
        parser.add_argument("--webhook-url", default=f"{settings.SITE_URL}{WEBHOOK}")
        parser.add_argument("--webhook-secret", default="")
        parser.add_argument("--state", type=Path, help="bestand dat alles bewaart")
        parser.add_argument(
            "--for-tests", action="store_true", help="ook als DEBUG uit staat"
        )

    def handle(self, *args, **options):
        if not settings.DEBUG and not options["for_tests"]:
            raise CommandError("De nep-Stripe draait alleen waar DEBUG aan staat.")
        if "_live_" in settings.STRIPE_SECRET_KEY:
            raise CommandError("STRIPE_SECRET_KEY is een echte sleutel (live).")
        core = FakeStripe()
        if options["state"]:
            state.load(core, options["state"])
        secrets = settings.STRIPE_WEBHOOK_SECRETS or [""]
        try:
            with serve(
                core,
                host=options["host"],
                port=options["port"],
                webhook_url=options["webhook_url"],
                webhook_secret=options["webhook_secret"] or secrets[0],
                kept=options["state"],
            ) as url:
                self.stdout.write(f"Nep-Stripe met bedieningspaneel: {url}/")
                self.stdout.flush()
                threading.Event().wait()
        except NotLoopback as elsewhere:
            raise CommandError(
                f"De nep-Stripe spreekt alleen met deze machine, niet met {elsewhere}."
            ) from elsewhere
        except OSError as taken:
            raise CommandError(f"Poort {options['port']}: {taken.strerror}.") from taken
        except KeyboardInterrupt:
            return
