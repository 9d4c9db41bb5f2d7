"""Is somebody still signed in? A form asks before it is sent (static/js/cms)."""

from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.cache import never_cache


@never_cache
def still_here(request):
    """The token that forms must carry; Wagtail sends who is signed out to sign in."""
    return JsonResponse({"token": get_token(request)})
