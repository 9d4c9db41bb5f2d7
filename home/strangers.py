"""Forms that a stranger may send, and who is logged in too."""

from functools import wraps

from django.views.decorators.csrf import csrf_exempt, csrf_protect


def strangers_need_no_token(view):
    """A stranger's form hangs on no cookie (decision 0013); a member's does."""
    guarded = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def respond(request, *args, **kwargs):
        is_member = request.user.is_authenticated
        return (guarded if is_member else view)(request, *args, **kwargs)

    return respond


def member_address(request) -> str:
    """Of who is logged in; an account without one is a stranger here."""
    return request.user.email.lower() if request.user.is_authenticated else ""
