"""How long we remember which of Stripe's messages we have seen: 90 days."""

from datetime import datetime, timedelta

from events.payments.models import StripeEvent

KEPT = timedelta(days=90)  # Stripe repeats for three days, and lists thirty


def forget(*, now: datetime) -> int:
    """Numbers only, but there is no reason to keep them for ever."""
    gone, _ = StripeEvent.objects.filter(received_at__lte=now - KEPT).delete()
    return gone
