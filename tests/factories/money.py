"""Paid orders with real money behind them, with the fixture `stripe`."""

from datetime import timedelta
from decimal import Decimal

from django.db.models import Prefetch

from events.models import Order, Refund
from tests.factories.payments import make_placed_order, settle_last

MONTH = timedelta(days=30)


def make_bought_order(stripe, now, *, pairs=1, method="ideal", **rules) -> Order:
    """Free to cancel for a month, then for half of the price, for another month."""
    rules = {
        "cancel_free_until": now + MONTH,
        "cancel_until": now + 2 * MONTH,
        "cancel_fee": 50,
        "withdrawal": "excluded",
    } | rules
    order = make_placed_order(now, pairs=pairs)
    Order.objects.filter(pk=order.pk).update(**rules)
    stripe.pay(stripe.last_session, method=method)
    settle_last(order, now)
    return order


def books_of(order: Order) -> dict[str, Decimal]:
    """Both sides of invariant B, term by term."""
    gone = Prefetch("payments__refunds", Refund.objects.that_count())
    order = Order.objects.prefetch_related("pairs", gone).get(pk=order.pk)
    paid = [p for p in order.payments.all() if p.status == "paid"]
    refunds = [refund for payment in paid for refund in payment.refunds.all()]
    pairs = list(order.pairs.select_related("cancellation"))
    given = {"goodwill", "dashboard", "dispute", "excess"}
    return {
        "paid": sum((payment.amount for payment in paid), Decimal(0)),
        "back": sum((refund.amount for refund in refunds), Decimal(0)),
        "valid": sum((pair.price for pair in pairs if pair.is_sold), Decimal(0)),
        "kept": sum(
            (pair.cancellation.kept for pair in pairs if pair.is_cancelled), Decimal(0)
        ),
        "given": sum((r.amount for r in refunds if r.reason in given), Decimal(0)),
    }


def assert_books_agree(order: Order) -> None:
    """B: what came in and did not go back is worth something, to the cent."""
    books = books_of(order)
    worth = books["valid"] + books["kept"] - books["given"]
    assert books["paid"] - books["back"] == worth, books
