"""Serves the social picture of a page, drawn once and kept."""

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe
from wagtail.models import Page

from home.covers import social

YEAR = 365 * 24 * 60 * 60


@require_safe
def social_picture(request, page_pk, digest):
    """The address carries the digest of its content: a browser may keep it forever."""
    etag = f'"{digest}"'
    page = Page.objects.live().public().filter(pk=page_pk).specific().first()
    if page is None:
        raise Http404
    theme = getattr(page, "theme_slug", "") or ""
    if digest != social.digest(page.title, theme):
        # shared before the title changed: the picture of today
        return redirect(social.address(page))
    if request.headers.get("If-None-Match") == etag:
        response = HttpResponse(status=304)
    else:
        key = f"social-picture:{digest}"
        picture = cache.get(key)
        if picture is None:
            picture = social.picture(page.title, theme)
            cache.set(key, picture, YEAR)
        response = HttpResponse(picture, content_type="image/png")
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response
