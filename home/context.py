"""What every template may use: who is behind the site, and where this page lives."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from home.pages.details import SiteDetails


def site(request):
    """Lazy, so that a page without a footer asks nothing."""
    is_personal = getattr(request, "is_personal", False)
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "canonical": "" if is_personal else settings.SITE_URL + request.path,
        "details": SimpleLazyObject(lambda: SiteDetails.for_request_at_once(request)),
    }
