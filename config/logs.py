"""How a line of the log reads: the message, and which row it is about."""

import logging
from logging import LogRecord

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
