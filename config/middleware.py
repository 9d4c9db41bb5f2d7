"""Headers that depend on where a page lives, and input no page can use."""

import logging
from collections.abc import Callable
from traceback import walk_tb

from django.conf import settings
from django.core.exceptions import (
    BadRequest,
    PermissionDenied,
    SuspiciousOperation,
    ValidationError,
)
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from django.views.defaults import bad_request, page_not_found, permission_denied

logger = logging.getLogger(__name__)

Answer = Callable[[HttpRequest], HttpResponse]


def policies(get_response: Answer) -> Answer:
    """The back office gets a relaxed CSP; nothing of ours is embedded elsewhere."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith("/cms/"):
            # a preview is a page of ours, which went through all of this already
            response.headers.pop("Content-Security-Policy", None)
            vars(response)["_csp_config"] = settings.CMS_CSP  # as csp_override does
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return respond


def visitor_address(get_response: Answer) -> Answer:
    """Behind our own proxy REMOTE_ADDR is the proxy; it adds the visitor at the end.

    Only what stands last is believed: a visitor can write the rest himself."""

    def respond(request: HttpRequest) -> HttpResponse:
        hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if last := hops[-1].strip():
            request.META["REMOTE_ADDR"] = last
        return get_response(request)

    return respond


def refuse_null_bytes(get_response: Answer) -> Answer:
    """A null byte is never meant, and PostgreSQL answers one with a 500.

    Only addresses and cookies: Django's form fields refuse one with a sentence."""

    def respond(request: HttpRequest) -> HttpResponse:
        given = (request.path, *request.COOKIES.values())
        in_query = "%00" in request.META.get("QUERY_STRING", "")
        if in_query or any("\x00" in text for text in given):
            return bad_request(request, BadRequest("null byte"))
        return get_response(request)

    return respond


class RefuseWhatNobodyMeans:
    """A number that no column holds, or a body that no form of ours sends.

    Of 20 figures in a filter SQLite raises the one, PostgreSQL the other. Wagtail's
    widgets and blocks take it that their own script wrote what they read: the count
    of a StreamField, the number of a chosen picture, the JSON of a rich text."""

    no_column = (OverflowError, DataError)
    unreadable = (ValueError, LookupError, TypeError, AttributeError, ValidationError)
    readers = frozenset({"value_from_datadict", "get_instance", "_construct_form"})

    def __init__(self, get_response: Answer):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception):
        if isinstance(exception, self.no_column) or (
            request.method == "POST" and self._is_unreadable(exception)
        ):
            # not its words: PostgreSQL repeats in them what was sent
            view = getattr(request.resolver_match, "view_name", "")
            more = {"view": view, "why": type(exception).__name__}
            logger.warning("nobody means what was sent", extra=more)
            return bad_request(request, exception)
        return None

    def _is_unreadable(self, exception: Exception) -> bool:
        """Raised while a field read the body; of the rest we want to know."""
        frames = walk_tb(exception.__traceback__)
        return isinstance(exception, self.unreadable) and any(
            frame.f_code.co_name in self.readers for frame, _ in frames
        )


class PagesOfProduction:
    """In development, what is wrong with a request looks as a visitor will see it.

    Only a mistake of ours (500) keeps Django's page for developers."""

    refusals = (
        (Http404, page_not_found),
        (PermissionDenied, permission_denied),
        ((BadRequest, SuspiciousOperation), bad_request),
    )

    def __init__(self, get_response: Answer):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 404 and not request.resolver_match:
            return page_not_found(request, Http404())
        return response

    def process_exception(self, request: HttpRequest, exception: Exception):
        """What a view raised; an address that leads to no view comes by above."""
        for kind, view in self.refusals:
            if isinstance(exception, kind):
                return view(request, exception)
        return None
