"""Paid without Stripe: an organiser saw the money, and says how it came."""

from datetime import datetime

from django.contrib.auth.models import User

from events.invoices.services import issue_invoice
from events.orders.models import Order
from events.orders.services import confirm_locked, lock_order
from events.payments.bookings import owe_what_follows
from events.payments.models import Payment
from home.transactions import whole


class NothingToPay(Exception):
    """It costs nothing: give it away instead."""


@whole
def book_outside(*, order: Order, how: str, by: User, now: datetime) -> Payment:
    """Sell it as a payment through Stripe does: an invoice with a number, and mails.

    Stripe's books know nothing of it, and what goes back a person transfers."""
    order = lock_order(order)
    if not order.total:
        raise NothingToPay
    payment = Payment.objects.create(
        order=order,
        amount=order.total,
        is_outside=True,
        status=Payment.Status.PAID,
        params={},
        expires_at=now,
        created_at=now,
        settled_at=now,
        note=how,
        by=by,
    )
    confirm_locked(order, now)
    issue_invoice(order=order, payment_id=payment.pk, now=now)
    owe_what_follows(order=order, now=now)
    return payment
