"""How often who comes may be changed from the links of one order: each is a mail."""

from events.orders.models import Order
from home.throttle import count, name_key

MOST = 60  # in an hour: ten pairs are named twice over, and then some
TOO_OFTEN = (
    "In deze bestelling is het laatste uur al heel vaak iets gewijzigd. Probeer het "
    "over een uur opnieuw, of mail ons."
)


def is_too_often(order: Order) -> bool:
    """Count this change, of whichever link: a link can be replaced, an order cannot."""
    return count(name_key(order.reference, "change"), seconds=3600) > MOST
