"""How a line of the log reads: the message, which row it is about, and no key."""

import logging
from logging import LogRecord
from typing import Any

USUAL = vars(logging.makeLogRecord({})).keys() | {"message", "asctime"}


class Line(logging.Formatter):
    """`mail not sent owed=3 error='TimeoutError'`: what came as `extra` stands behind.

    Numbers and words only: a request would bring along what somebody typed."""

    def formatMessage(self, record: LogRecord) -> str:  # noqa: N802  as logging says
        more = [
            f"{name}={value!r}"
            for name, value in vars(record).items()
            if name not in USUAL and isinstance(value, int | str)
        ]
        return " ".join([super().formatMessage(record), *more])


class WithoutKeys(logging.Filter):
    """Who knows the address of a page behind a link may act: not who reads the log.

    Django names the address of what it refuses and of what breaks."""

    def filter(self, record: LogRecord) -> bool:
        request: Any = getattr(record, "request", None)
        if getattr(request, "is_by_link", False) and isinstance(record.args, tuple):
            pattern = request.resolver_match.route
            record.args = tuple(
                pattern if each == request.path else each for each in record.args
            )
        return True
