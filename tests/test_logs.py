"""What an operator reads on the console."""

import logging

import pytest
from django.urls import resolve

from config.logs import Line, WithoutKeys
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


@pytest.mark.parametrize("what", ["Method Not Allowed (%s): %s", "Broken (%s): %s"])
def test_a_line_about_a_page_behind_a_link_leaves_out_its_key(rf, what):
    made = base.LOGGING["loggers"]["django.request"]
    request = rf.post("/bevestigen/geheim/")
    request.resolver_match, request.is_by_link = resolve(request.path), True
    told = {"msg": what, "args": ("POST", request.path), "request": request}
    record = logging.makeLogRecord({"name": "django.request", "levelno": 40} | told)

    assert made["filters"] == ["without_keys"]
    assert WithoutKeys().filter(record)
    assert "geheim" not in record.getMessage()
    assert "bevestigen/<" in record.getMessage()
