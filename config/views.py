"""Uploaded pictures, for an installation without a web server in front of it."""

from django.conf import settings
from django.http import Http404
from django.views.decorators.http import require_safe
from django.views.static import serve

YEAR = 365 * 24 * 3600


@require_safe
def picture(request, folder, path):
    """Pictures only: documents may be private, and go through Wagtail's own view."""
    try:
        response = serve(request, path, document_root=settings.MEDIA_ROOT / folder)
    except OSError as error:  # a name that no file can have
        raise Http404 from error
    # a rendition has the hash of its picture in its name
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response
