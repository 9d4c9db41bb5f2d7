"""How long the row of an event stays locked: the transactions of a purchase.

One after the other on PostgreSQL, with the commit; nobody else is buying."""

import statistics
import time
from datetime import timedelta

from benchmarks.figures import begin, end, p95, say
from benchmarks.site import prepared

TIMES = 300


def main() -> None:
    with prepared(demo=False):
        begin()
        measure()
    end()


def measure() -> None:
    """Imports come here, since Django stands only now."""
    from django.utils import timezone  # noqa: PLC0415

    from events.checkout.answers import Buyer, Duo  # noqa: PLC0415
    from events.checkout.services import _note_and_begin  # noqa: PLC0415
    from events.orders.services import confirm, hold_places  # noqa: PLC0415
    from events.payments.services import begin_payment  # noqa: PLC0415
    from tests.factories.events import make_event, make_ticket  # noqa: PLC0415

    now = timezone.now()
    event = make_event(capacity=3 * TIMES, starts_at=now + timedelta(days=100))
    ticket = make_ticket(event=event)
    buyer = Buyer("Iris de Wit", "iris@voorbeeld.example")
    duos = [Duo(1, buyer.name, buyer.email, "Daan Okafor", "daan@voorbeeld.example")]
    took: dict[str, list[float]] = {}

    def timed(what, service, **arguments):
        begun = time.perf_counter()
        done = service(**arguments)
        took.setdefault(what, []).append((time.perf_counter() - begun) * 1000)
        return done

    for _ in range(TIMES):
        order = timed("hold_places", hold_places, ticket=ticket, pairs=1, now=now)
        timed("begin_payment", begin_payment, order=order, now=now)
        other = hold_places(ticket=ticket, pairs=1, now=now)
        noted = {"order": other, "buyer": buyer, "duos": duos, "now": now}
        noted |= {"seen": f"{other.total:.2f}", "by": ""}
        timed("who comes and begin_payment together", _note_and_begin, **noted)
        timed("confirm", confirm, order=other, now=now)
    for what, values in took.items():
        say(f"{what}, median", statistics.median(values), at_most=20, unit="ms")
        say(f"{what}, p95", p95(values), at_most=20, unit="ms")


if __name__ == "__main__":
    main()
