"""What an operator reads on the console."""

import logging

from config.logs import Line
from config.settings import base


def test_a_line_says_which_row_it_is_about_and_nothing_that_was_typed():
    made = base.LOGGING["formatters"]["line"]
    extra = {"owed": 3, "error": "TimeoutError", "request": object()}
    record = logging.makeLogRecord(
        {"name": "home.mail", "levelname": "WARNING", "msg": "mail not sent"} | extra
    )

    line = Line(made["format"]).format(record)

    assert made["()"] == "config.logs.Line"
    assert line.endswith("WARNING home.mail mail not sent owed=3 error='TimeoutError'")
