"""What stands beneath a page moves along, and what was asked of it: the comments, the
feed, a form in it, a filter."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

Answer = Callable[[HttpRequest], HttpResponse]


def follow_the_page(get_response: Answer) -> Answer:
    """Wagtail forwards the bare old address; a link in a mail goes deeper."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        address = _where_now(request) if response.status_code == 404 else ""
        if not address:
            return response
        # what somebody typed goes along
        is_read = request.method in {"GET", "HEAD"}
        return HttpResponsePermanentRedirect(address, preserve_request=not is_read)

    return respond


def _where_now(request: HttpRequest) -> str:
    """The nearest page that moved, and the rest of the address below it."""
    query = request.META["QUERY_STRING"]
    parts = request.path.strip("/").split("/")
    above = parts if query else parts[:-1]
    olds = ["/" + "/".join(above[: depth + 1]) for depth in range(len(above))]
    known = Redirect.get_for_site(Site.find_for_request(request))
    moved = known.filter(old_path__in=olds, automatically_created=True)
    nearest = max(moved, key=lambda each: len(each.old_path), default=None)
    if nearest is None or not nearest.link:
        return ""
    rest = request.path.removeprefix(nearest.old_path) or "/"
    path = urlsplit(nearest.link).path.rstrip("/") + rest
    if path == request.path or not (rest == "/" or _is_ours(path)):
        return ""
    return f"{path}?{query}" if query else path


def _is_ours(path: str) -> bool:
    """A page of the tree has a redirect of its own."""
    try:
        return resolve(path).url_name != "wagtail_serve"
    except Resolver404:
        return False
