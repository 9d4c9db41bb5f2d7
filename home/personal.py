"""Pages of one person: kept by nobody, found by no search engine."""

from functools import wraps
from typing import Any

from django.http import Http404, HttpResponseNotAllowed  # noqa: TID251  stands around views
from django.views.decorators.csrf import csrf_exempt
from django.views.defaults import page_not_found

METHODS = ["GET", "HEAD", "POST"]


def personal_link(view):
    """No cache, no index, and no address handed on to where a visitor goes next.

    A form on such a page needs no CSRF token: nothing hangs on a cookie, who knows the
    link may act. And it could not have one: with `no-referrer` a browser sends
    `Origin: null` along with a form, which Django refuses."""

    @csrf_exempt
    @wraps(view)
    def respond(request, *args, **kwargs):
        request.is_personal = True  # its address stands nowhere in the page
        request.is_by_link = True
        response: Any  # also marked, for the log
        try:
            if request.method not in METHODS:  # before Django says so, in the log
                response = HttpResponseNotAllowed(METHODS)
            else:
                response = view(request, *args, **kwargs)
        except Http404 as missing:
            response = page_not_found(request, missing)
        # Django logs the address of every 4xx, and this one is a key
        response._has_been_logged = True
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return respond


def own(view):
    """A page of who is logged in: kept by nobody, and not for search engines."""

    @wraps(view)
    def respond(request, *args, **kwargs):
        request.is_personal = True  # no canonical address, nothing to share
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return respond
