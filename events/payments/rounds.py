"""A round along rows that wait for Stripe, whoever was tried longest ago first."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet

from events.payments.stripe_api import Refused, Unreachable

logger = logging.getLogger(__name__)

MOST = 200  # in one round; the rest has its turn in the next
SILENCE = 3  # calls in a row without an answer, each up to a minute; then mail goes on


def go_round(
    rows: QuerySet[Any],
    act: Callable[[Any], object],
    *,
    now: datetime,
    most: int = MOST,
) -> int:
    """Returns about how many Stripe answered; one that fails stops nobody behind it.

    A turn is noted before it is taken, so what fails for ever comes last next time. A
    round takes minutes: what was settled meanwhile is left, and the rest read again."""
    in_turn = rows.order_by(F("tried_at").asc(nulls_first=True), "pk")
    answered = silent = 0
    for row in in_turn[:most]:
        if not rows.filter(pk=row.pk).update(tried_at=now):
            continue
        try:
            row.refresh_from_db()
            act(row)
            answered += 1
            silent = 0
        except Unreachable:  # F20: nothing is freed or paid while nobody knows
            silent += 1
        except Refused as refusal:
            logger.warning("refused by Stripe", extra={"code": refusal.code})
        except Exception:
            logger.exception("a row is broken", extra={"row": repr(row)})
        if silent == SILENCE:
            logger.warning("Stripe is silent, the rest waits for the next round")
            break
    return answered
