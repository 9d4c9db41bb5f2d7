"""What our code logged as an error that nothing in the world explains."""

import logging

from events.payments.stripe_api import Refused, Unreachable

EXPECTED = (Unreachable, Refused)
TOLD_ON_PURPOSE = {
    "a refund failed",
    "a payment does not match",
    "a session is unknown to Stripe",
}


class Complaints(logging.Handler):
    """A task and a callback after a commit swallow what goes wrong; this hears it."""

    def __init__(self) -> None:
        super().__init__(level=logging.ERROR)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, EXPECTED) or record.msg in TOLD_ON_PURPOSE:
            return
        self.heard.append(f"{record.getMessage()}: {error!r}")


def of_a_task(result) -> str:
    """A task that failed for another reason than a silent Stripe, in a line."""
    for error in result.errors:
        if error.exception_class_path.rsplit(".", 1)[-1] not in {
            kind.__name__ for kind in EXPECTED
        }:
            return f"task {result.task.name}: {error.traceback}"
    return ""
