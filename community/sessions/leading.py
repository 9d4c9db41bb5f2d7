"""The guard of every screen of a lead."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.views.decorators.cache import never_cache

from community.sessions.access import may_run
from community.sessions.registration.views import find_session


def for_leads(view):
    """Who is not signed in may do so; who does not lead this session may not.

    The view gets the session in place of its address."""

    @never_cache
    @login_required
    @wraps(view)
    def respond(request, slug, *args, **kwargs):
        session = find_session(slug)
        if not may_run(request.user, session):
            raise PermissionDenied
        return view(request, session, *args, **kwargs)

    return respond
