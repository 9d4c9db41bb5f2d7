"""Function calls of one warm request: a figure that does not depend on the machine.

Counted by cProfile, Python's and C's, with about 1,000 of Django's test client and
middleware in each. Profiles stay in var/calls, to look where they went."""

import logging
import pstats
from cProfile import Profile
from datetime import UTC, datetime

from benchmarks.figures import begin, end, say
from benchmarks.flash_sale import ANSWERS, HOLD, make_sale
from benchmarks.kinds import drawn_anew
from benchmarks.site import ROOT, prepared

PROFILES = ROOT / "var" / "calls"


class Counted:
    """A visitor who asks one page after the other, and what the last of each cost."""

    def __init__(self, client) -> None:
        self.client = client
        self.calls: dict[str, int] = {}

    def get(self, what: str, path: str):
        return self._ask(what, self.client.get, path)

    def post(self, what: str, path: str, form: dict):
        return self._ask(what, self.client.post, path, form)

    def _ask(self, what: str, ask, *asked):
        profile = Profile()
        answer = profile.runcall(ask, *asked)
        profile.dump_stats(PROFILES / what.replace(" ", "_").strip("/"))
        self.calls[what] = pstats.Stats(profile).total_calls
        return answer


def buy(visitor: Counted, page: str, stripe, number: int) -> None:
    """The six requests of a purchase, by somebody new."""
    visitor.client.cookies.clear()
    text = visitor.get("event page of the sale", page).text
    visitor.get("the same for who comes next", page)
    action, ticket = HOLD.search(text).groups()
    form = visitor.post("hold", action, {"ticket": ticket, "pairs": 1}).url
    visitor.get("order form", form)
    typed = {"name": f"Koper {number}", "email": f"koper{number}@voorbeeld.example"}
    typed["duo1-guest_email"] = f"gast{number}@voorbeeld.example"
    visitor.post("post of the form", form, ANSWERS | typed)
    session = stripe.sessions[-1]
    stripe.pay(session["id"])
    back = "/" + session["success_url"].split("/", 3)[3]
    order = visitor.get("return", back).url
    shown = visitor.get("order page", order)
    if "Daan Okafor" not in shown.text:
        raise AssertionError("an order without its guest")


def refuse(visitor: Counted, page: str) -> None:
    """Somebody new asks for a place when there is none."""
    from django.utils import timezone  # noqa: PLC0415  # Django stands only now

    from events.models import DuoTicket, EventPage  # noqa: PLC0415
    from events.orders.services import hold_places  # noqa: PLC0415

    event = EventPage.objects.get(slug=page.rstrip("/").rpartition("/")[2]).event
    ticket = DuoTicket.objects.get(event=event)
    while left := event.places.filter(pair=None).count():
        hold_places(ticket=ticket, pairs=min(left, 5), now=timezone.now())
    asked = {"ticket": ticket.pk, "pairs": 1}
    for _ in range(3):
        visitor.client.cookies.clear()
        answer = visitor.post("refusal", f"/tickets/{event.slug}/bestellen/", asked)
        if answer.status_code != 409:
            raise AssertionError(answer.status_code)


def main() -> None:
    PROFILES.mkdir(parents=True, exist_ok=True)
    with prepared():
        from django.conf import settings  # noqa: PLC0415
        from django.test import Client  # noqa: PLC0415

        from events.payments.fake_stripe.core import FakeStripe  # noqa: PLC0415
        from events.payments.fake_stripe.http_client import InProcess  # noqa: PLC0415

        logging.disable(logging.WARNING)
        stripe = FakeStripe(clock=lambda: datetime.now(UTC), seed="calls")
        settings.STRIPE_HTTP_CLIENT = InProcess(stripe)
        visitor = Counted(Client(SERVER_NAME="127.0.0.1"))
        for kind, path in ({"healthz": "/healthz"} | drawn_anew()).items():
            for _ in range(3):
                visitor.get(kind, path)
        page = make_sale()
        for number in range(3):
            buy(visitor, page, stripe, number)
        refuse(visitor, page)
        begin()
        for what, calls in visitor.calls.items():
            say(what, f"{calls:,}")
    end()


if __name__ == "__main__":
    main()
