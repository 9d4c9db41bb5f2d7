"""`manage.py serve_all` (make run): the whole site on a developer's machine."""

import socket
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from config.demo.logins import LOGINS
from config.demo.members import LOGS_IN
from config.env import read
from config.migrating import creating_at_once
from config.processes import Together
from stories.models import StoryPage

HOST = "127.0.0.1"
MINUTE = 60
HIGHEST = 65535  # of all ports
PATIENCE = 300  # seconds until the first answer, on a slow machine
RELOAD = 3  # what Django's autoreloader exits with when a file changed
DATABASE, DEMO = "De database", "De voorbeeldinhoud"
SITE, STRIPE, TICK = "De site", "De nagebouwde betaaldienst", "De ronde van elke minuut"


class Command(BaseCommand):
    """Starts the site, the fake Stripe and `tick` together, and stops them together."""

    help = "Start de site, de nagebouwde betaaldienst en elke minuut `tick`."

    def add_arguments(self, parser):
        parser.add_argument(
            "--uit-zichzelf-niets",
            action="store_true",
            help="voor tests: geen `tick`, en gewijzigde code wordt niet herladen",
        )

    def execute(self, *args, **options):
        """A broken database speaks up in the checks already."""
        try:
            return super().execute(*args, **options)
        except DatabaseError as error:
            why = str(error).splitlines()[0]
            raise CommandError(
                f"De database is niet te gebruiken ({why}). Gooi {settings.VAR_DIR} "
                "weg om opnieuw te beginnen, of kijk DATABASE_URL na."
            ) from error

    def handle(self, *args, **options):
        if not settings.DEBUG:
            raise CommandError(
                "serve_all is voor ontwikkelen; een server heeft gunicorn."
            )
        by_itself = not options["uit_zichzelf_niets"]
        self.port = read().port
        self.site = f"http://{HOST}:{self.port}"
        for port in (self.port, self.port + 1):
            self.refuse_when_taken(port)
        with Together() as self.processes:
            self.prepare(*([] if by_itself else ["--ook-formaten"]))
            self.start_fake_stripe()  # it reads once what the demo content paid
            # all was checked a moment ago
            still = [] if by_itself else ["--noreload"]
            self.start_site(self.processes.start_at_once, "--skip-checks", *still)
            self.wait_until_it_answers()
            self.stdout.write(self.what_to_open())
            self.watch(ticks=by_itself)

    def refuse_when_taken(self, port: int) -> None:
        """Say so before anything else, with a way out."""
        if not 0 < port <= HIGHEST:
            raise CommandError(
                f"PORT is een getal van 1 tot en met {HIGHEST - 1} (de poort erna is "
                "ook nodig)."
            )
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError as error:
                raise CommandError(
                    f"Poort {port} is bezet. Draait de site al? Een andere poort kan "
                    f"ook: make run PORT={self.port + 10} (die erna is ook nodig)."
                ) from error

    def prepare(self, *of_demo: str) -> None:
        """The database as the code expects it; demo content only the first time."""
        self.migrations = migrations()
        with creating_at_once():
            call_command("migrate", verbosity=0, interactive=False)
        call_command("setup", stdout=StringIO())
        if not StoryPage.objects.exists():
            self.stdout.write(
                "De voorbeeldinhoud wordt geladen; dat is één keer nodig."
            )
            # not here: what draws tickets leaves threads, which no copy has
            self.do(DEMO, self.processes.start_at_once, "demo", *of_demo)

    def start_site(self, start: Callable[..., None], *options: str) -> None:
        """RUN_MAIN makes this the reloader's child: nothing is loaded twice."""
        where = f"{HOST}:{self.port}"
        environment = {"PORT": str(self.port), "RUN_MAIN": "true"}
        start(SITE, "runserver", where, *options, **environment)

    def start_fake_stripe(self) -> None:
        self.processes.start_at_once(
            STRIPE,
            "fakestripe",
            f"--port={self.port + 1}",
            f"--webhook-url={self.site}/tickets/stripe/",
            f"--webhook-secret={settings.STRIPE_WEBHOOK_SECRETS[0]}",
            f"--state={settings.VAR_DIR / 'fakestripe.json'}",
        )

    def wait_until_it_answers(self) -> None:
        """Nobody opens an address that is not there yet."""
        for port, path in ((self.port, "/healthz"), (self.port + 1, "/")):
            end = time.monotonic() + PATIENCE
            while not answers(port, path):
                self.look_after()
                if time.monotonic() > end:
                    raise CommandError(f"Poort {port} antwoordt na {PATIENCE} s niet.")
                time.sleep(0.1)

    def watch(self, *, ticks: bool, clock=time) -> None:
        """Until something stops; `tick` now, photos wait for it, and every minute."""
        due = clock.monotonic()
        while True:
            self.look_after()
            is_due = ticks and clock.monotonic() >= due
            if is_due and TICK not in self.processes.running:
                due = clock.monotonic() + MINUTE
                self.processes.start(TICK, "tick")
            clock.sleep(0.5)

    def look_after(self) -> None:
        """A changed file starts the site again; whatever else ends, ends everything."""
        for gone in self.processes.ended():
            if gone.name == SITE and gone.code == RELOAD:
                self.stdout.write("De code is gewijzigd; de site start opnieuw.")
                self.migrate_what_came()
                self.start_site(self.processes.start)
            elif gone.name != TICK:  # it wrote down what failed; the next may do
                raise CommandError(
                    f"{gone.name} is gestopt (code {gone.code}); daarom stopt alles."
                )

    def migrate_what_came(self) -> None:
        """After a pull, with the new code: in a process of its own."""
        if migrations() == self.migrations:
            return
        self.do(DATABASE, self.processes.start, "migrate", "--no-input")
        self.migrations = migrations()

    def do(self, name: str, start: Callable[..., None], *arguments: str) -> None:
        """A command that must have ended well before anything else begins."""
        start(name, *arguments)
        code = self.processes.running[name].wait()
        del self.processes.running[name]
        if code:
            raise CommandError(f"{name} klaarzetten lukte niet (code {code}).")

    def what_to_open(self) -> str:
        """The printed doors of the site."""
        doors = [
            ("De site", f"{self.site}/"),
            ("Het CMS", f"{self.site}/cms/"),
            *(
                (f"  {login.role}", f"{login.name}  {login.password}")
                for login in LOGINS
            ),
            ("Op de site, als lid", f"{LOGS_IN[0]}  (de code staat bij de mail)"),
            ("De mail", f"{self.site}/dev/post/"),
            ("De betaaldienst", f"http://{HOST}:{self.port + 1}/ (nagebouwd)"),
            ("De stijlgids", f"{self.site}/stijlgids/"),
        ]
        lines = [f"  {name:<24}{where}" for name, where in doors]
        return "\n".join(
            ["", "Een Nieuw Geluid draait. Ctrl-C stopt alles.", "", *lines, ""]
        )


def migrations() -> set[Path]:
    """What says how the database should be."""
    return set(settings.BASE_DIR.glob("*/migrations/*.py"))


def answers(port: int, path: str) -> bool:
    """Whether something speaks HTTP there."""
    connection = HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()  # hanging up halfway would look like trouble in its log
    except (OSError, HTTPException):
        return False
    else:
        return answer.status < 500
    finally:
        connection.close()
