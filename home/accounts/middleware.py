"""The back office opens for who showed a second factor; outside development only."""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

OPEN = ("/cms/login/", "/cms/logout/", "/cms/password_reset/")


def second_factor(get_response: Callable[[HttpRequest], HttpResponse]):
    """Decision 0042. Who is not logged in goes where Wagtail sends them."""

    def respond(request: HttpRequest) -> HttpResponse:
        is_known = _is_inside(request.path) and request.user.is_authenticated
        if is_known and not was_shown(request):
            way = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('second_step')}?{way}")
        return get_response(request)

    return respond


def _is_inside(path: str) -> bool:
    return path.startswith("/cms/") and not path.startswith(OPEN)


def was_shown(request: HttpRequest) -> bool:
    """In this session: a code of an app, a recovery code, or a passkey."""
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records)
