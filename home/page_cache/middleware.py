"""Stands before everything else: who has no cookie may get a page that is kept."""

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from home.page_cache.compressed import headers_of_packed, packed, takes_gzip
from home.page_cache.generation import chosen
from home.page_cache.readings import note
from home.page_cache.store import Kept, Key, pages

logger = logging.getLogger(__name__)

# what may stand in the address of a kept page; everything else is drawn each time
QUESTIONS = {"onderwerp", "organisatie", "pagina", "reeks", "rol", "soort", "thema"}
LONGEST_QUERY = 200
PROBES = {"/healthz", "/readyz"}  # they answer also when nobody can say what is old
A_MINUTE = 60


class PageCache:
    """Only answers of views that said how long they stay true (`keep_for`)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.PAGE_CACHE:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.generation = chosen()
        self.store = pages()
        self.of_a_person = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not self._for_anybody(request):
            return self.get_response(request)
        # asked before the page is drawn: what is written meanwhile makes it old
        generation = self._generation()
        key = key_of(request.META)
        if generation and (kept := self.store.get(key, generation)):
            return _answer(request, kept)
        response = self.get_response(request)
        if generation and _may_be_kept(request, response):
            _pack(request, response)
            until = time.monotonic() + _seconds_of(response)
            headers = dict(response.headers)
            page = getattr(response, "page", None)
            kept = Kept(response.content, headers, generation, until, page)
            self.store.keep(key, kept)
        return response

    def _for_anybody(self, request: HttpRequest) -> bool:
        """Not a preview, and nobody whom the site knows."""
        return (
            request.method in {"GET", "HEAD"}
            and not getattr(request, "is_dummy", False)
            and may_have_a_kept_page(request.META)
            and ("HTTP_COOKIE" not in request.META or not self._is_known(request))
        )

    def _is_known(self, request: HttpRequest) -> bool:
        return not self.of_a_person.isdisjoint(request.COOKIES)

    def _generation(self) -> object:
        """None when nobody can tell: then nothing is kept."""
        try:
            return self.generation.now() or "the first"
        except Exception:  # each kind of cache has its own
            logger.warning("it is not known whether pages changed", exc_info=True)
            return None


def keep_for(response: HttpResponse, seconds: float) -> HttpResponse:
    """Said by a view of its answer: so long it is true, if nothing is written."""
    vars(response)["keep_for"] = seconds
    return response


def count_reading(request: HttpRequest, response: HttpResponse, page: int) -> None:
    """Now, and each time that it is kept and given again; not for who works here."""
    user = request.user
    if response.status_code == 200 and not user.has_perm("wagtailadmin.access_admin"):
        note(page, request.META)
        vars(response)["page"] = page


def kept(view: Callable) -> Callable:
    """A view that is no page of the tree, and the same for everybody all the same."""

    @wraps(view)
    def respond(*args: Any, **kwargs: Any) -> HttpResponse:
        return keep_for(view(*args, **kwargs), A_MINUTE)

    return respond


def _seconds_of(response: HttpResponse) -> float:
    return getattr(response, "keep_for", 0)


def may_have_a_kept_page(asked: dict) -> bool:
    """Asked in words that pages know; of a request as the server hands it over."""
    query = asked.get("QUERY_STRING", "")
    return (
        asked["PATH_INFO"] not in PROBES
        and "HTTP_AUTHORIZATION" not in asked
        and len(query) <= LONGEST_QUERY
        and (not query or QUESTIONS.issuperset(QueryDict(query)))
    )


def key_of(asked: dict) -> Key:
    """What an answer depends on: how it was asked, of whom, and what."""
    host = asked.get("HTTP_HOST", asked.get("SERVER_NAME", ""))
    scheme = asked["wsgi.url_scheme"], asked.get("HTTP_X_FORWARDED_PROTO", "")
    way = "gzip" if takes_gzip(asked) else ""
    return *scheme, host, asked["PATH_INFO"], asked.get("QUERY_STRING", ""), way


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Complete, and the same for everybody."""
    return (
        request.method == "GET"
        and _seconds_of(response) > 0
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not {"no-store", "private", "no-cache"} & _cache_control(response)
    )


def _cache_control(response: HttpResponse) -> set[str]:
    words = response.headers.get("Cache-Control", "").lower().split(",")
    return {word.strip() for word in words}


def _pack(request: HttpRequest, response: HttpResponse) -> None:
    """For who can unpack it; whoever keeps it on the way must know that it differs."""
    patch_vary_headers(response, ["Accept-Encoding"])
    if takes_gzip(request.META):
        response.content = packed(response.content)
        etag = response.headers.get("ETag", "")
        for name, value in headers_of_packed(response.content, etag).items():
            response.headers[name] = value


def _answer(request: HttpRequest, kept: Kept) -> HttpResponseBase:
    """As it went out before; 304 when the visitor has it."""
    if kept.page:
        note(kept.page, request.META)
    response = HttpResponse(kept.content, headers=kept.headers)
    if "HTTP_IF_NONE_MATCH" not in request.META:
        return response
    etag = kept.headers.get("ETag")
    return get_conditional_response(request, etag=etag, response=response) or response
